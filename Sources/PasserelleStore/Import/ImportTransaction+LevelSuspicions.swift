internal import GRDB
internal import PasserelleModel

/// What is suspicious in levels, and in what stands at them.
extension ImportTransaction {
  /// A qualification that stands at no level, in a framework that has levels.
  func unplacedQualifications() throws -> [Diagnostic] {
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

  /// Levels that their neighbours, or their own titles, contradict.
  func levelsOutOfLine() throws -> [Diagnostic] { try levels().flatMap(Self.suspicions) }

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
}
