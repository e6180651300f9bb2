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
  package func suspicions(on day: Day) throws -> [Diagnostic] {
    try unknownPredecessors() + siblings() + unlinkedFrameworks() + unlinkedLevels()
      + unofficialReferencing() + oldReports(on: day)
      + futureDates(after: day) + unseenSources() + unplacedQualifications()
      + levelsOutOfLine()
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
        hint: "mend the name, or check or import that version together with this one")
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

  // MARK: - Sources

  /// A source that is dated after the day of the check.
  private func futureDates(after day: Day) throws -> [Diagnostic] {
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

  // MARK: - Rows

  func rows(_ sql: String, _ more: String...) throws -> [StoredRow] {
    try StoredRow.fetchAll(db, sql: sql, arguments: StatementArguments(publications + more))
  }

  static func isWritten(_ placeholders: String) -> String {
    "publication.name IN (\(placeholders))"
  }

  static func place(_ row: StoredRow) -> SourcePosition {
    SourcePosition(file: row["file"], line: row["line"], column: row["column"])
  }
}
