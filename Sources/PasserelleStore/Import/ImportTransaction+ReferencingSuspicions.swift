internal import GRDB
internal import PasserelleModel

/// What is suspicious in how levels are referenced.
extension ImportTransaction {
  /// A framework that says nothing of any reference framework, where no note says why.
  func unlinkedFrameworks() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.* FROM publication
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND EXISTS (SELECT 1 FROM concept WHERE publication = publication.id AND kind = 'level')
        AND NOT EXISTS (SELECT 1 FROM link
          WHERE publication = publication.id AND \(Self.saysWhere))
        AND NOT EXISTS (SELECT 1 FROM note JOIN node ON node.id = note.node
          WHERE note.publication = publication.id AND node.code = '' AND NOT is_background)
      """
    ).map { row in
      let name: String = row["name"]
      return .warning(
        "nothing-referenced", at: Self.place(row),
        "no level of '\(name)' says what it is referenced to",
        hint: "write 'referencedTo' with the level that a report names, or 'notReferenced' where a "
          + "source says that there is none; where nothing is known, a note says so")
    }
  }

  /// A level that says nothing of a reference level, where others of its framework do.
  func unlinkedLevels() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.file, concept.line, concept."column", node.code AS level FROM concept
      JOIN publication ON publication.id = concept.publication
      JOIN node ON node.id = concept.node
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND concept.kind = 'level'
        AND EXISTS (SELECT 1 FROM link JOIN concept AS other ON other.node = link.subject
          WHERE other.publication = publication.id AND other.kind = 'level' AND \(Self.saysWhere))
        AND NOT EXISTS (SELECT 1 FROM link WHERE subject = concept.node AND \(Self.saysWhere))
        AND NOT EXISTS (SELECT 1 FROM note WHERE node = concept.node)
      """
    ).map { row in
      let level: String = row["level"]
      return .warning(
        "unreferenced-level", at: Self.place(row),
        "level '\(level)' says nothing of where it stands, and others here do",
        hint:
          "write 'referencedTo' with the level that the source names, or 'notReferenced' where it "
          + "names none; where it is meant, a note says why")
    }
  }

  /// The links that say where a level stands against a reference framework, or that it does not.
  private static let saysWhere = """
    relation IN ('referencedTo', 'comparedTo', 'belowScale', 'noneAgreed', 'notReferenced', \
    'notUsable')
    """

  /// A level whose referencing no authority has published.
  func unofficialReferencing() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.file, link.line, link."column", node.code AS level, document."key"
      FROM link
      JOIN publication ON publication.id = link.publication
      JOIN concept ON concept.node = link.subject AND concept.kind = 'level'
      JOIN node ON node.id = concept.node
      JOIN document ON document.id = link.document
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND link.relation = 'referencedTo'
      GROUP BY concept.node HAVING max(document.is_official) = 0
      ORDER BY publication.id, concept.position
      """
    ).map { row in
      let (level, key): (String, String) = (row["level"], row["key"])
      return .warning(
        "unofficial-referencing", at: Self.place(row),
        "the referencing of level '\(level)' rests on '\(key)', which is not official",
        hint:
          "write 'comparedTo' for a comparison that is no authority's; referencing rests on an "
          + "authority's report, whose source says 'official: true'")
    }
  }

  /// A report that is older than ten years, where the referencing of a level rests on nothing newer.
  func oldReports(on day: Day) throws -> [Diagnostic] {
    let limit = day.years(before: 10)
    let rows = try rows(
      """
      SELECT publication.file, document.line, document."column", document."key", document.date,
        link.subject
      FROM link
      JOIN publication ON publication.id = link.publication
      JOIN concept ON concept.node = link.subject AND concept.kind = 'level'
      JOIN document ON document.id = link.document
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND coalesce(publication.valid_to, '9999') >= ? AND link.relation = 'referencedTo'
      ORDER BY document.id
      """, day.description)
    func isOld(_ row: StoredRow) -> Bool {
      CalendarDate(row["date"] ?? "").map { $0.lastDay < limit } ?? false
    }
    let upToDate = Set(rows.filter { !isOld($0) }.map { $0["subject"] as Int64 })
    let old = rows.filter { isOld($0) && !upToDate.contains($0["subject"]) }
    let documents = Dictionary(grouping: old) { Self.place($0) }
    return documents.sorted { $0.key.line < $1.key.line }.compactMap { place, links in
      guard let row = links.first else { return nil }
      let (key, date): (String, String) = (row["key"], row["date"])
      let levels = Set(links.map { $0["subject"] as Int64 }).count
      return .warning(
        "old-report", at: place,
        "the source '\(key)' is of \(date), and the referencing of \(levels) "
          + "\(levels == 1 ? "level" : "levels") rests on nothing newer",
        hint: "look for a newer report, and state what it says beside this one")
    }
  }
}
