internal import GRDB
package import PasserelleModel

extension StoredGraph {
  /// The first concepts of a framework whose codes begin with a text, in their order.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - start: How the code begins.
  ///   - limit: How many to give at most.
  /// - Returns: The concepts.
  /// - Throws: Errors of the store.
  package func concepts(
    of framework: FrameworkName, startingWith start: String, limit: Int
  ) throws -> [Identifier] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT node.framework, node.code FROM publication
          JOIN concept ON concept.publication = publication.id
          JOIN node ON node.id = concept.node
          WHERE publication.name = ? AND substr(node.code, 1, length(?)) = ?
          ORDER BY concept.position LIMIT ?
          """), arguments: [framework.description, start, start, limit])
    return rows.compactMap(Identifier.init)
  }
}
