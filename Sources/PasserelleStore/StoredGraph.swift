internal import GRDB
package import PasserelleGraph
package import PasserelleModel

/// The graph as one state of the store has it.
package struct StoredGraph {
  let db: Database
  /// Frameworks, documents and agreements are asked for at every turn, and do not change within one
  /// state.
  let cache = Cache()

  final class Cache {
    var frameworks: [Framework]?
    var named: [FrameworkName: Framework?] = [:]
    var documents: [Int64: Document] = [:]
    var agreements: [AgreementRecord]?
  }

  init(_ db: Database) {
    self.db = db
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
  private func evidence(_ row: StoredRow, isVerified: Bool) throws -> Evidence {
    let document = try document(row["document"])
    return Evidence(
      document: document,
      position: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
      isVerified: isVerified && (document?.isVerified ?? true))
  }

  private func document(_ id: Int64?) throws -> Document? {
    guard let id else { return nil }
    if let known = cache.documents[id] { return known }
    let select = try db.cachedStatement(sql: "SELECT * FROM document WHERE id = ?")
    let document = try StoredRow.fetchOne(select, arguments: [id]).map(Document.init)
    cache.documents[id] = document
    return document
  }

  // MARK: - Concepts

  package func concept(_ id: Identifier) throws -> ConceptRecord? {
    try concepts(
      where: "node.hash = ? AND node.framework = ? AND node.code = ?",
      [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ]
    ).first
  }

  package func concepts(of framework: FrameworkName) throws -> [ConceptRecord] {
    try concepts(where: "publication.name = ?", [framework.description])
  }

  package func concepts(titled title: String) throws -> [ConceptRecord] {
    let folded = title.folded
    // Its words lead to it; a title without any, such as '+', is looked for among all.
    let isOfWords = !SearchPattern.split(folded).isEmpty
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
          """), arguments: [SearchPattern.phrase(folded), folded])
    return try rows.compactMap { try Identifier($0).flatMap(concept) }
  }

  func concepts(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [ConceptRecord] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT concept.node, node.framework, node.code, concept.position, concept.kind,
            concept.tier, concept.uri, concept.status, concept.valid_from, concept.valid_to,
            concept.workload, coalesce(part.file, publication.file) AS file, concept.line,
            concept."column",
            concept.document, label.role, label.language, label.text
          FROM node
          JOIN concept ON concept.node = node.id
          JOIN publication ON publication.id = concept.publication
          LEFT JOIN publication_part AS part
            ON part.publication = concept.publication AND part.part = concept.part
          LEFT JOIN label ON label.node = node.id
          WHERE \(condition)
          ORDER BY node.framework, concept.position, label.role, label.position
          """), arguments: arguments)
    return try rows.grouped(by: "node").compactMap(concept)
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
    concept.tier = row["tier"]
    concept.uri = row["uri"]
    concept.status = row["status"]
    concept.validity = Validity(row)
    concept.workloads = [Workload](column: row["workload"])
    let evidence = try evidence(row, isVerified: true)
    concept.source = evidence.document?.key
    return ConceptRecord(concept: concept, order: row["position"], evidence: evidence)
  }

  // MARK: - Links and notes

  package func links() throws -> [LinkRecord] {
    try links(of: "link", where: "TRUE", [])
  }

  package func links(from id: Identifier) throws -> [LinkRecord] {
    try links(at: "subject", of: id)
  }

  package func links(to id: Identifier) throws -> [LinkRecord] {
    try links(at: "object", of: id)
  }

  package func links(
    to id: Identifier, from framework: FrameworkName
  ) throws -> [LinkRecord] {
    try links(at: "object", of: id, from: framework.description)
  }

  /// One text for all questions: to compile a second takes longer than to run it.
  private func links(
    at end: String, of id: Identifier, from framework: String? = nil
  ) throws -> [LinkRecord] {
    try links(
      of: "node JOIN link ON link.\(end) = node.id",
      where: """
        node.hash = ? AND node.framework = ? AND node.code = ?
          AND subject.framework = coalesce(?, subject.framework)
        """,
      [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
        framework,
      ])
  }

  func links(
    of table: String, where condition: String, _ arguments: StatementArguments
  ) throws -> [LinkRecord] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT link.id, link.relation, link.confidence, link.outcome, link.date, link.valid_from, link.valid_to,
            link.is_verified AS link_verified, publication.name, coalesce(part.file, publication.file) AS file, link.line, link."column",
            subject.framework, subject.code, object.framework AS object_framework,
            object.code AS object_code, link.document, link_word.role, link_word.language,
            link_word.value
          FROM \(table)
          JOIN publication ON publication.id = link.publication
          LEFT JOIN publication_part AS part
            ON part.publication = link.publication AND part.part = link.part
          JOIN node AS subject ON subject.id = link.subject
          JOIN node AS object ON object.id = link.object
          LEFT JOIN link_word ON link_word.link = link.id
          WHERE \(condition)
          ORDER BY link.id, link_word.position
          """), arguments: arguments)
    return try rows.grouped(by: "id").compactMap(link).sortedByContent
  }

  /// Makes a link of its rows, one for each of its words.
  func link(_ rows: [StoredRow]) throws -> LinkRecord? {
    guard let row = rows.first, let from = Identifier(row),
      let relation = Relation(row["relation"]),
      let to = Identifier(framework: row["object_framework"], code: row["object_code"])
    else { return nil }
    var link = Link(from: from, relation, to: to)
    link.validity = Validity(row)
    link.isVerified = row["link_verified"]
    link.confidence = (row["confidence"] as String?).flatMap(Confidence.init)
    link.outcome = (row["outcome"] as String?).flatMap { Outcome($0) }
    link.date = (row["date"] as String?).flatMap(CalendarDate.init)
    for word in rows {
      guard let value = word["value"] as String? else { continue }
      switch word["role"] as String {
      case "party": link.parties.append(value)
      case "purpose": link.purposes.append(value)
      case "condition": link.conditions.append(value)
      case "compensation": link.compensation.append(value)
      default: link.note.entries += LocalizedText.Entry(word, text: value).map { [$0] } ?? []
      }
    }
    let evidence = try evidence(row, isVerified: link.isVerified)
    link.source = evidence.document?.key
    return LinkRecord(
      link: link, evidence: evidence, publication: FrameworkName(row["name"]))
  }

  package func notes(about id: Identifier) throws -> [NoteRecord] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT note.id, note.is_verified AS note_verified, note.is_background,
            coalesce(part.file, publication.file) AS file, note.line, note."column", note.document,
            node.framework, node.code, note_word.language, note_word.value
          FROM node
          JOIN note ON note.node = node.id
          JOIN publication ON publication.id = note.publication
          LEFT JOIN publication_part AS part
            ON part.publication = note.publication AND part.part = note.part
          JOIN note_word ON note_word.note = note.id
          WHERE node.hash = ? AND node.framework = ? AND node.code = ?
          ORDER BY publication.name, note.line, note.id, note_word.position
          """),
      arguments: [
        NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
      ])
    return try rows.grouped(by: "id").compactMap(note)
  }

  /// Makes a note of its rows, one for each language.
  func note(_ rows: [StoredRow]) throws -> NoteRecord? {
    guard let row = rows.first, let id = Identifier(row) else { return nil }
    let text = LocalizedText(rows.compactMap { LocalizedText.Entry($0, text: $0["value"]) })
    var note = Note(about: id, text: text)
    note.isVerified = row["note_verified"]
    note.isBackground = row["is_background"]
    let evidence = try evidence(row, isVerified: note.isVerified)
    note.source = evidence.document?.key
    return NoteRecord(note: note, evidence: evidence)
  }

  package func procedures(of framework: FrameworkName) throws -> [ProcedureRecord] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT procedure.id, procedure.purpose, procedure.is_binding,
          procedure.is_verified AS procedure_verified, procedure.document, publication.file,
          procedure.line, procedure."column", word.role, word.language, word.value
        FROM procedure
        JOIN publication ON publication.id = procedure.publication
        LEFT JOIN procedure_word AS word ON word.procedure = procedure.id
        WHERE publication.name = ?
        ORDER BY procedure.id, word.role, word.position
        """, arguments: [framework.description])
    return try rows.grouped(by: "id").compactMap { rows in
      guard let row = rows.first, let purpose = Purpose(row["purpose"]) else { return nil }
      var procedure = Procedure(for: purpose)
      rows.forEach { procedure.add($0) }
      procedure.isBinding = row["is_binding"]
      procedure.isVerified = row["procedure_verified"]
      let evidence = try evidence(row, isVerified: procedure.isVerified)
      procedure.source = evidence.document?.key
      return ProcedureRecord(procedure: procedure, framework: framework, evidence: evidence)
    }
  }
}
