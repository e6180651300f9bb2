internal import GRDB
internal import PasserelleModel

/// Reads what a publication says, row by row: its concepts, and what is said of each.
///
/// What is said of a concept is found by the number of its node, so nothing has to be sorted but the
/// concepts, and no more is held than what is said of one of them.
final class StatementReader {
  private let graph: StoredGraph
  private let publication: Int64
  private let names: NodeNames
  private let concepts: RowReader
  private let labels: RowReader
  private let links: OwnedRows
  private let notes: OwnedRows
  private let furtherNames: OwnedRows
  private var relations: [String: Relation] = [:]

  init(of publication: Int64, in graph: StoredGraph) throws {
    (self.graph, self.publication) = (graph, publication)
    names = try NodeNames(graph.db)
    concepts = try RowReader(graph.db, Self.conceptRows)
    labels = try RowReader(graph.db, Self.labelRows)
    func rows(_ question: OwnedRows.Question, _ span: OwnedRows.Span) throws -> OwnedRows {
      try OwnedRows(question, within: span, of: publication, in: graph.db)
    }
    links = try rows(Self.linkRows, graph.linkSpan(of: publication))
    notes = try rows(Self.noteRows, graph.span(of: publication, in: "note"))
    furtherNames = try rows(Self.nameRows, graph.span(of: publication, in: "name"))
  }

  /// Takes each statement: concepts by kind, each followed by its links, names and notes; what is about
  /// none of them comes last.
  func read(_ body: (PasserelleModel.Statement) throws -> Void) throws {
    concepts.ask(publication)
    while try concepts.next() {
      let node = concepts.number(Place.conceptNode)
      guard let concept = try concept(of: node) else { continue }
      try body(.concept(concept))
      try links.read(about: node) { try link(from: concept.id).map { try body(.link($0)) } }
      try furtherNames.read(about: node) { try name(of: concept.id).map { try body(.name($0)) } }
      try notes.read(about: node) { try note(about: concept.id).map { try body(.note($0)) } }
    }
    try links.readRest { node in
      try names.name(of: node).flatMap(link).map { try body(.link($0)) }
    }
    try furtherNames.readRest { node in
      try names.name(of: node).flatMap(name).map { try body(.name($0)) }
    }
    try notes.readRest { node in
      try names.name(of: node).flatMap(note).map { try body(.note($0)) }
    }
  }

  // MARK: - Records

  private func concept(of node: Int64) throws -> Concept? {
    let count = Int32(ConceptColumns.table.columns.count)
    guard let id = names.identifier(concepts, framework: count, code: count + 1),
      let kind = ConceptKind(concepts.text(Place.conceptKind))
    else { return nil }
    var concept = Concept(id: id, kind: kind, title: LocalizedText())
    ConceptColumns.table.read(concepts, into: &concept)
    concept.source = try source(concepts, Place.conceptDocument)
    labels.ask(node)
    while try labels.next() {
      guard let language = LanguageTag(labels.text(1)) else { continue }
      let entry = LocalizedText.Entry(language, labels.text(2))
      if labels.text(0) == "title" {
        concept.title.entries.append(entry)
      } else {
        concept.alternatives.entries.append(entry)
      }
    }
    return concept
  }

  private func link(from: Identifier) throws -> Link? {
    let row = links.row
    guard let relation = relation(row.text(Place.relation)),
      let to = try names.name(of: row.number(Place.object))
    else { return nil }
    var link = Link(from: from, relation, to: to)
    LinkColumns.table.read(row, into: &link)
    link.source = try source(row, Place.linkDocument)
    try links.forEachWord { language, text, role in
      link.add(text, as: role, in: language)
    }
    return link
  }

  private func note(about id: Identifier) throws -> Note? {
    var note = Note(about: id, text: LocalizedText())
    NoteColumns.table.read(notes.row, into: &note)
    note.source = try source(notes.row, Place.noteDocument)
    try notes.forEachWord { language, text, _ in
      LanguageTag(language).map { note.text.entries.append(LocalizedText.Entry($0, text)) }
    }
    return note
  }

  private func name(of id: Identifier) throws -> Name? {
    guard let kind = NameKind(furtherNames.row.text(Place.nameKind)) else { return nil }
    var name = Name(of: id, text: LocalizedText(), kind: kind)
    NameColumns.table.read(furtherNames.row, into: &name)
    name.source = try source(furtherNames.row, Place.nameDocument)
    try furtherNames.forEachWord { language, text, _ in
      LanguageTag(language).map { name.text.entries.append(LocalizedText.Entry($0, text)) }
    }
    return name
  }

  private func source(_ row: RowReader, _ column: Int32) throws -> String? {
    row.isNull(column) ? nil : try graph.document(row.number(column))?.key
  }

  private func relation(_ text: String) -> Relation? {
    if let known = relations[text] { return known }
    relations[text] = Relation(text)
    return relations[text]
  }
}

extension StatementReader {
  /// Concepts by kind, then as their framework has them.
  private static let conceptRows = """
    SELECT \(ConceptColumns.table.selection), node.framework, node.code
    FROM concept JOIN node ON node.id = concept.node
    WHERE concept.publication = ?
    ORDER BY (CASE concept.kind
      \(ConceptKind.allCases.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
        .joined(separator: " ")) ELSE 99 END << 40) + concept.position
    """

  private static let linkRows = OwnedRows.Question(
    table: "link", columns: LinkColumns.table.selection, count: LinkColumns.table.columns.count,
    owner: "subject",
    words: "SELECT language, value, role FROM link_word WHERE link = ? ORDER BY position")

  private static let noteRows = OwnedRows.Question(
    table: "note", columns: NoteColumns.table.selection, count: NoteColumns.table.columns.count,
    owner: "node",
    words: "SELECT language, value, '' FROM note_word WHERE note = ? ORDER BY position")

  private static let nameRows = OwnedRows.Question(
    table: "name", columns: NameColumns.table.selection, count: NameColumns.table.columns.count,
    owner: "node",
    words: "SELECT language, text, '' FROM label WHERE name = ? ORDER BY position")

  private static let labelRows = """
    SELECT role, language, text FROM label WHERE node = ? AND name IS NULL ORDER BY role, position
    """

  /// Where the columns are.
  private enum Place {
    static let conceptNode = ConceptColumns.table.place("node")
    static let conceptKind = ConceptColumns.table.place("kind")
    static let conceptDocument = ConceptColumns.table.place("document")
    static let relation = LinkColumns.table.place("relation")
    static let object = LinkColumns.table.place("object")
    static let linkDocument = LinkColumns.table.place("document")
    static let noteDocument = NoteColumns.table.place("document")
    static let nameKind = NameColumns.table.place("kind")
    static let nameDocument = NameColumns.table.place("document")
  }
}
