internal import GRDB
package import PasserelleGraph
package import PasserelleModel

extension StoredGraph {
  package func names(of id: Identifier) throws -> [NameRecord] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(RecordQuery.names.columns) FROM name
          \(RecordQuery.names.joins)
          WHERE node.hash = ? AND node.framework = ? AND node.code = ?
          ORDER BY publication.name, name.line, name.id, label.position
          """),
      arguments: [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ])
    return try rows.grouped(by: ["id"]).compactMap(nameRecord)
  }

  /// Makes a name of its rows, one for each of its texts.
  func nameRecord(_ rows: [StoredRow]) throws -> NameRecord? {
    guard let row = rows.first, let id = Identifier(row), let kind = NameKind(row["kind"]) else {
      return nil
    }
    let text = LocalizedText(rows.compactMap { LocalizedText.Entry($0) })
    var name = Name(of: id, text: text, kind: kind)
    NameColumns.table.read(row, into: &name)
    let evidence = try evidence(row, isVerified: name.isVerified)
    name.source = evidence.document?.key
    return NameRecord(name: name, evidence: evidence)
  }
}
