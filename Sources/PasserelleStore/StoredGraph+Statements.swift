internal import GRDB
internal import PasserelleGraph
package import PasserelleModel

// What the store holds, as the statements that it was made of.
extension StoredGraph {
  /// The names of all that was published: frameworks, mapping sets, agreements, in order.
  package func publications() throws -> [FrameworkName] {
    try String.fetchAll(db, sql: "SELECT name FROM publication ORDER BY is_mapping_set, name")
      .compactMap { FrameworkName($0) }
  }

  /// The licences that a publication and its documents name.
  package func licences(of name: FrameworkName) throws -> [String] {
    try String.fetchAll(
      db,
      sql: """
        SELECT licence FROM publication WHERE name = :name AND licence IS NOT NULL
        UNION SELECT document.licence FROM document
          JOIN publication ON publication.id = document.publication
          WHERE name = :name AND document.licence IS NOT NULL
        ORDER BY 1
        """, arguments: ["name": name.description])
  }

  /// All that a publication says, as statements in the order of the contract.
  ///
  /// Concepts come by kind, each followed by its links, names and notes; what is about none of them comes
  /// last. What is held does not grow with the publication.
  ///
  /// - Parameters:
  ///   - name: The framework, mapping set or agreement.
  ///   - body: Takes each statement.
  /// - Throws: What the body throws, and errors of the store.
  package func statements(
    of name: FrameworkName, _ body: (PasserelleModel.Statement) throws -> Void
  ) throws {
    guard
      let id = try Int64.fetchOne(
        db, sql: "SELECT id FROM publication WHERE name = ?", arguments: [name.description])
    else { return }
    try head(of: name).map(body)
    for document in try documents(of: name) { try body(.document(document)) }
    var links = try RowRuns(of: db, sql: Self.linkRows, arguments: [id])
    var names = try RowRuns(of: db, sql: Self.nameRows, arguments: [id])
    var notes = try RowRuns(of: db, sql: Self.noteRows, arguments: [id])
    var concepts = try RowRuns(of: db, sql: Self.conceptRows, arguments: [id])
    while let place = concepts.place {
      guard let concept = try concept(concepts.run(at: place)) else { continue }
      try body(.concept(concept.concept))
      while links.place == place { try link(links.runOfOne()).map { try body(.link($0.link)) } }
      while names.place == place {
        try nameRecord(names.runOfOne()).map { try body(.name($0.name)) }
      }
      while notes.place == place { try note(notes.runOfOne()).map { try body(.note($0.note)) } }
    }
    while links.place != nil { try link(links.runOfOne()).map { try body(.link($0.link)) } }
    while names.place != nil { try nameRecord(names.runOfOne()).map { try body(.name($0.name)) } }
    while notes.place != nil { try note(notes.runOfOne()).map { try body(.note($0.note)) } }
    for procedure in try procedures(of: name) { try body(.procedure(procedure.procedure)) }
  }

  /// The statement that opens a publication.
  func head(of name: FrameworkName) throws -> PasserelleModel.Statement? {
    if let framework = try framework(name) { return .framework(framework) }
    if let agreement = try agreements().first(where: { $0.agreement.name == name }) {
      return .agreement(agreement.agreement)
    }
    return try mappingSet(name).map { .mappings($0) }
  }

  private func mappingSet(_ name: FrameworkName) throws -> MappingSet? {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.*, word.language, word.value
        FROM publication
        LEFT JOIN publication_word AS word ON word.publication = publication.id AND role = 'title'
        WHERE name = ? AND kind = 'mapping-set' ORDER BY word.position
        """, arguments: [name.description])
    guard let row = rows.first else { return nil }
    let title = rows.compactMap { row in
      (row["value"] as String?).flatMap { LocalizedText.Entry(row, text: $0) }
    }
    var mappings = MappingSet(name: name, title: LocalizedText(title))
    PublicationColumns.mappings.read(row, into: &mappings)
    return mappings
  }

  /// The documents of a publication, in its order.
  func documents(of name: FrameworkName) throws -> [Document] {
    try StoredRow.fetchAll(
      db,
      sql: """
        SELECT document.* FROM document JOIN publication ON publication.id = document.publication
        WHERE name = ? ORDER BY document.id
        """, arguments: [name.description]
    ).map(Document.init)
  }

  // MARK: - Rows

  /// A place orders concepts by kind, then as their framework has them.
  private static let place = """
    (CASE concept.kind \(ConceptKind.allCases.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
      .joined(separator: " ")) ELSE 99 END << 40) + concept.position
    """

  private static let conceptRows = """
    SELECT \(place) AS place, \(RecordQuery.concepts.columns) FROM concept
    \(RecordQuery.concepts.joins)
    WHERE concept.publication = ?
    ORDER BY place, label.role, label.position
    """

  private static let linkRows = """
    SELECT \(place) AS place, \(RecordQuery.links.columns) FROM link
    \(RecordQuery.links.joins)
    LEFT JOIN concept ON concept.node = link.subject AND concept.publication = link.publication
    WHERE link.publication = ?
    ORDER BY place NULLS LAST, link.id, link_word.position
    """

  private static let nameRows = """
    SELECT \(place) AS place, \(RecordQuery.names.columns) FROM name
    \(RecordQuery.names.joins)
    LEFT JOIN concept ON concept.node = name.node AND concept.publication = name.publication
    WHERE name.publication = ?
    ORDER BY place NULLS LAST, name.id, label.position
    """

  private static let noteRows = """
    SELECT \(place) AS place, \(RecordQuery.notes.columns) FROM note
    \(RecordQuery.notes.joins)
    LEFT JOIN concept ON concept.node = note.node AND concept.publication = note.publication
    WHERE note.publication = ?
    ORDER BY place NULLS LAST, note.id, note_word.position
    """
}

/// Rows in runs, one held at a time: those that share a place, in order, and those without one last.
private struct RowRuns {
  private let cursor: StoredRowCursor
  private var next: StoredRow?

  /// Where the next rows belong; the place after all others where they belong to none.
  var place: Int64? { next.map { $0["place"] ?? .max } }

  init(of db: Database, sql: String, arguments: StatementArguments) throws {
    cursor = try StoredRowCursor(db.makeStatement(sql: sql), arguments: arguments)
    next = try cursor.next()
  }

  /// Takes the rows at a place.
  mutating func run(at place: Int64) throws -> [StoredRow] {
    try run { $0["place"] == place }
  }

  /// Takes the next rows that have one `id`.
  mutating func runOfOne() throws -> [StoredRow] {
    let id = next?["id"] as Int64?
    return try run { $0["id"] == id }
  }

  private mutating func run(while belongs: (StoredRow) -> Bool) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    while let row = next, belongs(row) {
      rows.append(row)
      next = try cursor.next()
    }
    return rows
  }
}
