internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// Links of open publications to what is not known here, counted by the framework that they lead to.
  ///
  /// They are kept: the other end may be imported later, and what a register says is not lost.
  func openEnds() throws -> [Diagnostic] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT coalesce(part.file, publication.file) AS file, min(link.line) AS line, link."column", node.framework,
          count(*) AS links, count(DISTINCT node.code) AS codes, node.code,
          EXISTS (SELECT 1 FROM publication WHERE name = node.framework) AS is_known
        FROM publication
        JOIN link ON link.publication = publication.id
        JOIN node ON node.id IN (link.subject, link.object)
        LEFT JOIN publication_part AS part
          ON part.publication = link.publication AND part.part = link.part
        WHERE publication.name IN (\(placeholders)) AND publication.is_open AND CASE
          WHEN node.code = '' THEN NOT EXISTS (
            SELECT 1 FROM publication AS target WHERE target.name = node.framework)
          ELSE NOT EXISTS (SELECT 1 FROM concept WHERE concept.node = node.id) END
        GROUP BY publication.id, node.framework
        ORDER BY file, node.framework
        """, arguments: StatementArguments(publications))
    return try rows.map { row in
      let place = SourcePosition(file: row["file"], line: row["line"], column: row["column"])
      let (framework, code): (String, String) = (row["framework"], row["code"])
      let (links, codes): (Int, Int) = (row["links"], row["codes"])
      let counted = links == 1 ? "1 link has an end" : "\(links) links have an end"
      guard row["is_known"] else {
        let names = try String.fetchAll(db, sql: "SELECT name FROM publication ORDER BY name")
        return .warning(
          "unknown-framework", at: place,
          "\(counted) in '\(framework)', which is not known here; kept for when it is",
          hint: hint(nearNames(to: framework, in: names), orElse: "import it, and they join up"))
      }
      return .warning(
        "unknown-code", at: place,
        "\(counted) in '\(framework)' that it does not have: '\(code)'"
          + (codes == 1 ? "" : " and \(codes - 1) more") + "; kept as stated",
        hint: "'list \(framework)' shows what it has")
    }
  }
}
