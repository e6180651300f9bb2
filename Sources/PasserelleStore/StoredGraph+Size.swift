internal import GRDB
package import PasserelleModel

extension StoredGraph {
  /// About how many statements some publications have: those of which there are many.
  package func size(of publications: [FrameworkName]) throws -> Int {
    let names = Set(publications.map(\.description))
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT publication.name, counted.count FROM (
          SELECT publication, count(*) AS count FROM concept GROUP BY publication
          UNION ALL SELECT publication, count(*) FROM link GROUP BY publication) AS counted
        JOIN publication ON publication.id = counted.publication
        """)
    return rows.reduce(0) { size, row in
      let (name, count): (String, Int) = (row[0], row[1])
      return names.contains(name) ? size + count : size
    }
  }
}
