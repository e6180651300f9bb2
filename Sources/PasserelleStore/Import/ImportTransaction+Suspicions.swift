internal import GRDB
package import PasserelleModel

/// What is legal and suspicious: the author of a framework should look at it, and may be right.
///
/// An import is not told of it, a check is.
extension ImportTransaction {
  /// Finds what is suspicious in the qualifications frameworks that this transaction has written.
  ///
  /// - Parameter day: The day of the check, as `2026-11-26`.
  /// - Returns: A warning for each.
  /// - Throws: The database's errors.
  package func suspicions(on day: String) throws -> [Diagnostic] {
    try unknownPredecessors() + siblings() + unlinkedFrameworks() + unlinkedLevels()
      + unofficialReferencing() + oldReports(on: day)
      + futureDates(after: day) + unseenSources() + unplacedQualifications()
      + levels().flatMap(Self.suspicions)
  }

  // MARK: - Versions

  /// A framework that takes the place of one that is not known.
  private func unknownPredecessors() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.* FROM publication
      WHERE \(Self.isWritten(placeholders)) AND supersedes IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM publication AS old WHERE old.name = publication.supersedes)
      """
    ).map { row in
      let (name, old): (String, String) = (row["name"], row["supersedes"])
      return .warning(
        "unknown-predecessor", at: Self.place(row),
        "'\(name)' takes the place of '\(old)', which is not known",
        hint: "mend the name, or import that version as well")
    }
  }

  /// A framework that is there with a version and without one: a question about it has two answers.
  private func siblings() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.*, other.name AS other FROM publication
      JOIN publication AS other ON NOT other.is_mapping_set
        AND (other.name LIKE publication.name || '@%' OR publication.name LIKE other.name || '@%')
      WHERE \(Self.isWritten(placeholders)) AND NOT publication.is_mapping_set
      GROUP BY publication.id
      """
    ).map { row in
      let (name, other): (String, String) = (row["name"], row["other"])
      return .warning(
        "two-names", at: Self.place(row),
        "'\(name)' and '\(other)' are two frameworks for the program: one has a version, one has not",
        hint: "give each a version; 'passerelle remove' takes out what was imported without one")
    }
  }

  // MARK: - Referencing

  /// A framework that says nothing of any reference framework, where no note says why.
  private func unlinkedFrameworks() throws -> [Diagnostic] {
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
  private func unlinkedLevels() throws -> [Diagnostic] {
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
  private func unofficialReferencing() throws -> [Diagnostic] {
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
          "referencing is an authority's: name its report, or write 'official: true' at the source "
          + "where an authority published it")
    }
  }

  /// A report that is older than ten years, where the referencing of a level rests on nothing newer.
  private func oldReports(on day: String) throws -> [Diagnostic] {
    let limit = Self.tenYears(before: day)
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
      """, day)
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

  // MARK: - Sources

  /// A source that is dated after the day of the check.
  private func futureDates(after day: String) throws -> [Diagnostic] {
    try documents().compactMap { row in
      let key: String = row["key"]
      guard let date = CalendarDate(row["date"] ?? ""), date.firstDay > day else { return nil }
      return .warning(
        "future-date", at: Self.place(row), "the source '\(key)' is of \(date), which is to come",
        hint: "write the date of its publication")
    }
  }

  /// A framework that rests on a source which nobody has seen.
  private func unseenSources() throws -> [Diagnostic] {
    try documents().compactMap { row in
      let (key, name): (String, String) = (row["key"], row["name"])
      let usual: String? = row["source"]
      guard usual == key, !row["is_verified"] else { return nil }
      return .warning(
        "unverified-framework", at: Self.place(row),
        "'\(name)' rests on the source '\(key)', which is not verified",
        hint: "declare the document that its levels stand in, and name that as the source")
    }
  }

  private func documents() throws -> [StoredRow] {
    try rows(
      """
      SELECT publication.file, publication.name, publication.source, document.*
      FROM document
      JOIN publication ON publication.id = document.publication
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
      ORDER BY document.id
      """)
  }

  // MARK: - Levels and qualifications

  /// A qualification that stands at no level, in a framework that has levels.
  private func unplacedQualifications() throws -> [Diagnostic] {
    try rows(
      """
      SELECT publication.file, concept.line, concept."column", node.code FROM concept
      JOIN publication ON publication.id = concept.publication
      JOIN node ON node.id = concept.node
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND concept.kind = 'qualification'
        AND EXISTS (SELECT 1 FROM concept AS other
          WHERE other.publication = publication.id AND other.kind = 'level')
        AND NOT EXISTS (SELECT 1 FROM link WHERE subject = concept.node AND relation = 'atLevel')
        AND NOT EXISTS (SELECT 1 FROM note WHERE node = concept.node)
      ORDER BY publication.id, concept.position
      """
    ).map { row in
      let code: String = row["code"]
      return .warning(
        "unplaced-qualification", at: Self.place(row), "'\(code)' stands at no level",
        hint: "write 'level'; where it is meant, a note says why")
    }
  }

  /// A level as a check looks at it.
  private struct Level {
    var code: String
    var titles: [String]
    var place: SourcePosition
  }

  /// The levels of each framework, in their order.
  private func levels() throws -> [[Level]] {
    let rows = try rows(
      """
      SELECT publication.id AS publication, publication.file, concept.line, concept."column",
        node.code, group_concat(label.text, char(10)) AS titles
      FROM concept
      JOIN publication ON publication.id = concept.publication
      JOIN node ON node.id = concept.node
      JOIN label ON label.node = concept.node AND label.role = 'title'
      WHERE publication.kind = 'qualifications-framework' AND \(Self.isWritten(placeholders))
        AND concept.kind = 'level'
      GROUP BY concept.node
      ORDER BY publication.id, concept.position
      """)
    let frameworks = Dictionary(grouping: rows) { $0["publication"] as Int64 }
    return frameworks.sorted { $0.key < $1.key }.map { _, rows in
      rows.map { row in
        let titles: String = row["titles"]
        return Level(
          code: row["code"], titles: titles.split(separator: "\n").map(String.init),
          place: Self.place(row))
      }
    }
  }

  private static func suspicions(in levels: [Level]) -> [Diagnostic] {
    zip(levels, levels.dropFirst()).compactMap(gap) + levels.compactMap(wrongNumber)
      + levels.indices.compactMap { repeatedTitle(of: levels[$0], after: levels[..<$0]) }
  }

  /// Two neighbours whose codes are numbers that do not follow each other.
  private static func gap(_ lower: Level, _ upper: Level) -> Diagnostic? {
    guard let low = Int(lower.code), let high = Int(upper.code), high > low + 1 else { return nil }
    let missing = low + 2 == high ? "'\(low + 1)' is" : "'\(low + 1)' to '\(high - 1)' are"
    return .warning(
      "level-gap", at: upper.place,
      "level '\(upper.code)' follows '\(lower.code)': \(missing) missing",
      hint: "add what is missing; where it is meant, nothing needs to be done")
  }

  /// A title with another number than the code: a line that was copied and not mended.
  private static func wrongNumber(_ level: Level) -> Diagnostic? {
    guard let code = Int(level.code) else { return nil }
    for title in level.titles {
      let numbers = title.split { !$0.isWholeNumber }.compactMap { Int($0) }
      guard numbers.count == 1, numbers != [code] else { continue }
      return .warning(
        "title-against-code", at: level.place,
        "the title '\(title.prefix(60).printable)' has another number than the code '\(level.code)'",
        hint: "mend the one or the other; where both are right, nothing needs to be done")
    }
    return nil
  }

  private static func repeatedTitle(
    of level: Level, after lower: some Collection<Level>
  ) -> Diagnostic? {
    guard let twin = lower.first(where: { $0.titles == level.titles }) else { return nil }
    return .warning(
      "same-title", at: level.place,
      "level '\(level.code)' has the title of level '\(twin.code)'",
      hint: "the other is in line \(twin.place.line); give each its own")
  }

  // MARK: - Rows

  private func rows(_ sql: String, _ more: String...) throws -> [StoredRow] {
    try StoredRow.fetchAll(db, sql: sql, arguments: StatementArguments(publications + more))
  }

  private static func isWritten(_ placeholders: String) -> String {
    "publication.name IN (\(placeholders))"
  }

  private static func place(_ row: StoredRow) -> SourcePosition {
    SourcePosition(file: row["file"], line: row["line"], column: row["column"])
  }

  private static func tenYears(before day: String) -> String {
    let year = Int(day.prefix(4)) ?? 0
    return "\(year - 10)\(day.dropFirst(4))"
  }
}
