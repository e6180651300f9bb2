internal import GRDB
package import PasserelleGraph
package import PasserelleModel

/// The graph as one state of the store has it.
package struct StoredGraph {
  let db: Database
  /// What is asked for at every turn, and does not change within one state.
  let cache: Cache
  /// When the question must be answered, if it has not all the time there is.
  let deadline: Deadline?

  /// What is known of a state.
  struct Known: Sendable {
    var frameworks: [Framework]?
    var named: [FrameworkName: Framework?] = [:]
    var called: [String: [Framework]] = [:]
    var documents: [Int64: Document] = [:]
    var agreements: [AgreementRecord]?
    var hasMeanings: Bool?
    /// Where the links of each publication are.
    var linkSpans: [Int64: OwnedRows.Span]?
    /// When frameworks are in force, those that others are referenced to apart.
    var days: (metaFrameworks: [FrameworkName: Validity], versions: [FrameworkName: Validity])?
    /// The concepts that were asked for last, and the links from them: one answer asks several times.
    var concepts: [Identifier: ConceptRecord] = [:]
    var linksFrom: [Identifier: [LinkRecord]] = [:]

    /// What is the same whatever is asked: no name that anybody has typed, and no more than the store has.
    var lasting: Known {
      var lasting = Known()
      (lasting.frameworks, lasting.documents) = (frameworks, documents)
      (lasting.agreements, lasting.hasMeanings, lasting.days) = (agreements, hasMeanings, days)
      return lasting
    }
  }

  final class Cache {
    var known: Known
    /// A batch of nothing but different concepts must not fill the memory.
    private static let most = 64

    init(_ known: Known = Known()) {
      self.known = known
    }

    func remember(_ concept: ConceptRecord) {
      if known.concepts.count == Self.most { known.concepts.removeAll(keepingCapacity: true) }
      known.concepts[concept.id] = concept
    }

    func remember(_ links: [LinkRecord], from id: Identifier) {
      if known.linksFrom.count == Self.most { known.linksFrom.removeAll(keepingCapacity: true) }
      known.linksFrom[id] = links
    }
  }

  init(_ db: Database, knowing known: Known = Known(), within deadline: Deadline? = nil) {
    (self.db, self.deadline) = (db, deadline)
    cache = Cache(known)
  }

  package func meta(_ name: String) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = ?", arguments: [name])
  }
}

extension StoredGraph: GraphReading {
  package func evidence(of framework: FrameworkName) throws -> Evidence? {
    try StoredRow.fetchOne(
      db,
      sql: """
        SELECT publication.file, publication.line, publication."column", document.id AS document
        FROM publication
        LEFT JOIN document ON document.publication = publication.id
          AND document."key" = publication.source
        WHERE name = ?
        """, arguments: [framework.description]
    ).map { try evidence($0, isVerified: true) }
  }

  /// The document and the place of a row; a claim is verified when its document is, too.
  func evidence(_ row: StoredRow, isVerified: Bool) throws -> Evidence {
    let document = try document(row["document"])
    return Evidence(
      document: document,
      position: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
      isVerified: isVerified && (document?.isVerified ?? true))
  }

  func document(_ id: Int64?) throws -> Document? {
    guard let id else { return nil }
    if let known = cache.known.documents[id] { return known }
    let select = try db.cachedStatement(sql: "SELECT * FROM document WHERE id = ?")
    let document = try StoredRow.fetchOne(select, arguments: [id]).map(Document.init)
    cache.known.documents[id] = document
    return document
  }

  // MARK: - Concepts

  package func concept(_ id: Identifier) throws -> ConceptRecord? {
    if let known = cache.known.concepts[id] { return known }
    let found = try concepts(
      where: "node.hash = ? AND node.framework = ? AND node.code = ?",
      [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ]
    ).first
    if let found { cache.remember(found) }
    return found
  }

  package func concepts(of framework: FrameworkName) throws -> [ConceptRecord] {
    try concepts(where: "publication.name = ?", [framework.description])
  }

  package func titles(of framework: FrameworkName) throws -> [Concept] {
    let concepts = try RowReader(
      db,
      """
      SELECT concept.node, concept.kind, concept.tier, node.framework, node.code
      FROM concept JOIN node ON node.id = concept.node
      WHERE concept.publication = ? ORDER BY concept.position
      """)
    let titles = try RowReader(
      db,
      """
      SELECT language, text FROM label WHERE node = ? AND name IS NULL AND role = 'title'
      ORDER BY position
      """)
    guard
      let publication = try Int64.fetchOne(
        db, sql: "SELECT id FROM publication WHERE name = ?", arguments: [framework.description])
    else { return [] }
    let names = try NodeNames(db)
    var found: [Concept] = []
    concepts.ask(publication)
    while try concepts.next() {
      guard let id = names.identifier(concepts, framework: 3, code: 4),
        let kind = ConceptKind(concepts.text(1))
      else { continue }
      var concept = Concept(id: id, kind: kind, title: LocalizedText())
      concept.tier = concepts.isNull(2) ? nil : concepts.text(2)
      titles.ask(concepts.number(0))
      while try titles.next() {
        guard let language = LanguageTag(titles.text(0)) else { continue }
        concept.title.entries.append(LocalizedText.Entry(language, titles.text(1)))
      }
      found.append(concept)
    }
    return found
  }

  package func concepts(titled title: String) throws -> [ConceptRecord] {
    let folded = title.folded
    // Its words lead to it; a title without any, such as '+', is looked for among all.
    let isOfWords = !folded.words.isEmpty
    let labels =
      isOfWords
      ? "label_search JOIN label ON label.id = label_search.rowid AND label_search MATCH ?"
      : "label JOIN (SELECT ?)"
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT node.framework, node.code FROM \(labels)
          JOIN node ON node.id = label.node
          WHERE iif(label.folded = '', lower(label.text), label.folded) = ? ORDER BY node.framework, node.code
          """), arguments: [Self.phrase(folded), folded])
    return try rows.compactMap { try Identifier($0).flatMap(concept) }
  }

  /// The very words in their order, as a pattern of the full-text search, which ends at a NUL.
  private static func phrase(_ folded: String) -> String {
    "folded : \"\(folded.replacing("\"", with: "\"\"").replacing("\0", with: " "))\""
  }

  func concepts(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [ConceptRecord] {
    try deadline?.check()
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(RecordQuery.concepts.columns) FROM concept
          \(RecordQuery.concepts.joins)
          WHERE \(condition)
          ORDER BY node.framework, concept.position, label.role, label.position
          """), arguments: arguments)
    return try rows.grouped(by: ["node"]).compactMap(concept)
  }

  /// Makes a concept of its rows, one for each of its labels.
  func concept(_ rows: [StoredRow]) throws -> ConceptRecord? {
    guard let row = rows.first, let id = Identifier(row), let kind = ConceptKind(row["kind"])
    else { return nil }
    func labels(_ role: String) -> LocalizedText {
      LocalizedText(
        rows.filter { $0["role"] == role }.compactMap {
          LocalizedText.Entry($0, text: $0["text"])
        })
    }
    var concept = Concept(id: id, kind: kind, title: labels("title"))
    concept.alternatives = labels("alternative")
    ConceptColumns.table.read(row, into: &concept)
    let evidence = try evidence(row, isVerified: true)
    concept.source = evidence.document?.key
    return ConceptRecord(concept: concept, order: row["position"], evidence: evidence)
  }

  // MARK: - Notes and procedures

  package func notes(about id: Identifier) throws -> [NoteRecord] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(RecordQuery.notes.columns) FROM note
          \(RecordQuery.notes.joins)
          WHERE node.hash = ? AND node.framework = ? AND node.code = ?
          ORDER BY publication.name, note.line, note.id, note_word.position
          """),
      arguments: [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ])
    return try rows.grouped(by: ["id"]).compactMap(note)
  }

  /// Makes a note of its rows, one for each language.
  func note(_ rows: [StoredRow]) throws -> NoteRecord? {
    guard let row = rows.first, let id = Identifier(row) else { return nil }
    let text = LocalizedText(rows.compactMap { LocalizedText.Entry($0, text: $0["value"]) })
    var note = Note(about: id, text: text)
    NoteColumns.table.read(row, into: &note)
    let evidence = try evidence(row, isVerified: note.isVerified)
    note.source = evidence.document?.key
    return NoteRecord(note: note, evidence: evidence)
  }

  package func procedures(of framework: FrameworkName) throws -> [ProcedureRecord] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT procedure.id, \(ProcedureColumns.table.selection), publication.file,
          word.role, word.language, word.value
        FROM procedure
        JOIN publication ON publication.id = procedure.publication
        LEFT JOIN procedure_word AS word ON word.procedure = procedure.id
        WHERE publication.name = ?
        ORDER BY procedure.id, word.role, word.position
        """, arguments: [framework.description])
    return try rows.grouped(by: ["id"]).compactMap { rows in
      guard let row = rows.first, let purpose = Purpose(row["purpose"]) else { return nil }
      var procedure = Procedure(for: purpose)
      rows.forEach { procedure.add($0) }
      ProcedureColumns.table.read(row, into: &procedure)
      let evidence = try evidence(row, isVerified: procedure.isVerified)
      procedure.source = evidence.document?.key
      return ProcedureRecord(procedure: procedure, framework: framework, evidence: evidence)
    }
  }
}
