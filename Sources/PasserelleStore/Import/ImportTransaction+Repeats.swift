internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// Takes out what a publication says a second time, in the same words and with the same evidence, and
  /// says where both are.
  func removeRepeats() throws -> [Diagnostic] {
    try removeRepeats(
      at: repeats.linked, of: .links,
      WarningList(.duplicatePair, others: "more links are stated twice; each is kept once"))
      + removeRepeats(
        at: repeats.noted, of: .notes,
        WarningList(.duplicateStatement, others: "more notes are stated twice; each is kept once"))
      + removeRepeats(
        at: repeats.named, of: .names,
        WarningList(.duplicateStatement, others: "more names are stated twice; each is kept once"))
      + repeats.warnings
  }

  private func removeRepeats(
    at nodes: NodeSet, of kind: RepeatQuery, _ told: WarningList
  ) throws -> [Diagnostic] {
    var told = told
    for node in nodes.nodes {
      for (row, first) in try repeats(among: kind, at: node) {
        let place = Self.place(of: row)
        try told.add(at: place) {
          ("\(kind.words(row)) is stated twice", try hint(kind, first, seenFrom: place))
        }
        let id: Int64 = row["id"]
        for deletion in kind.deletions {
          try db.cachedStatement(sql: deletion).execute(arguments: [id])
        }
      }
    }
    return told.warnings
  }

  /// The rows at a node that say what a row before them says, each with the number of that one.
  private func repeats(
    among kind: RepeatQuery, at node: Int64
  ) throws -> [(row: StoredRow, first: Int64)] {
    var firsts: [String: Int64] = [:]
    var found: [(StoredRow, Int64)] = []
    let cursor = try StoredRowCursor(db.cachedStatement(sql: kind.atNode), arguments: [node])
    while let row = try cursor.next() {
      guard names.contains(row["name"]) else { continue }
      let content: String = row["content"]
      if let first = firsts[content] {
        found.append((row, first))
      } else {
        firsts[content] = row["id"]
      }
    }
    return found
  }

  private func hint(
    _ kind: RepeatQuery, _ first: Int64, seenFrom place: SourcePosition
  ) throws -> String? {
    try StoredRow.fetchOne(db.cachedStatement(sql: kind.byNumber), arguments: [first]).map {
      "the first is \(Self.place(of: $0).phrase(from: place)), and is kept"
    }
  }

  private static func place(of row: StoredRow) -> SourcePosition {
    SourcePosition(file: row["file"], line: row["line"], column: row["column"])
  }
}

/// How links, names or notes that say the same are found and taken out.
private struct RepeatQuery: Sendable {
  /// The rows at a node, in the order in which they were written.
  let atNode: String
  /// One row.
  let byNumber: String
  let deletions: [String]
  /// Names what a row says.
  let words: @Sendable (StoredRow) -> String

  /// Asks for rows with their places and, as one text, all that they say.
  private init(
    of table: String, columns: [String], word: String, in wordTable: String, joins: String,
    names: String, node: String,
    words: @escaping @Sendable (StoredRow) -> String
  ) {
    let said = columns.filter { !["line", "column", "part"].contains($0) }
      .map { "quote(\(table).\"\($0)\")" }.joined(separator: " || ',' || ")
    let select = """
      SELECT \(table).id, \(table).line, \(table)."column", publication.name,
        coalesce(part.file, publication.file) AS file, \(names), \(said) || coalesce(
          (SELECT group_concat(\(word)) FROM \(wordTable) WHERE \(table) = \(table).id), '')
          AS content
      FROM \(table)
      JOIN publication ON publication.id = \(table).publication
      LEFT JOIN publication_part AS part
        ON part.publication = \(table).publication AND part.part = \(table).part
      \(joins)
      """
    atNode = "\(select) WHERE \(table).\(node) = ? ORDER BY \(table).id"
    byNumber = "\(select) WHERE \(table).id = ?"
    deletions = [
      "DELETE FROM \(wordTable) WHERE \(table) = ?", "DELETE FROM \(table) WHERE id = ?",
    ]
    self.words = words
  }

  static let links = RepeatQuery(
    of: "link", columns: LinkColumns.table.columns.map(\.name),
    word: "role || quote(language) || quote(value)", in: "link_word",
    joins: """
      JOIN node AS subject ON subject.id = link.subject
      JOIN node AS object ON object.id = link.object
      """,
    names: """
      link.relation, subject.framework, subject.code, object.framework AS object_framework,
      object.code AS object_code
      """, node: "subject"
  ) { row in
    let relation: String = row["relation"]
    let (from, to) = (
      name(row["framework"], row["code"]), name(row["object_framework"], row["object_code"])
    )
    return "the link '\(relation)' from '\(from)' to '\(to)'"
  }

  static let notes = RepeatQuery(
    of: "note", columns: NoteColumns.table.columns.map(\.name),
    word: "quote(language) || quote(value)", in: "note_word",
    joins: "JOIN node ON node.id = note.node", names: "node.framework, node.code", node: "node"
  ) { "the note on '\(name($0["framework"], $0["code"]))'" }

  static let names = RepeatQuery(
    of: "name", columns: NameColumns.table.columns.map(\.name),
    word: "quote(language) || quote(text)", in: "label",
    joins: "JOIN node ON node.id = name.node", names: "node.framework, node.code", node: "node"
  ) { "a name of '\(name($0["framework"], $0["code"]))'" }

  private static func name(_ framework: String, _ code: String) -> String {
    code.isEmpty ? framework : "\(framework):\(code)"
  }
}
