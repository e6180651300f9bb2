import PasserelleKit

/// Reads a file of concepts, and states each with its labels in all languages that are there.
struct ConceptReader {
  private let columns: ConceptColumns
  private let table: Table
  private let graph: GraphWriter
  private let language: LanguageTag
  private let translations: [Translation]

  init(_ file: ReleaseFile, others: [ReleaseFile], graph: GraphWriter) throws(Diagnostic) {
    guard let language = file.language else {
      throw .error(.noLanguage, at: file.part.position, "the file name does not say the language")
    }
    self.language = language
    self.graph = graph
    table = file.table
    columns = try ConceptColumns(file.table)
    var translations: [Translation] = []
    for other in others {
      if let translation = try Translation(other) { translations.append(translation) }
    }
    self.translations = translations
  }

  func read(into catalogue: Catalogue) throws(Diagnostic) {
    var passedOver = 0
    try table.forEachRow { row throws(Diagnostic) in
      switch row[columns.type] {
      case "Occupation": try state(row, .occupation, tier: "occupation", catalogue)
      case "KnowledgeSkillCompetence":
        try state(row, .competence, tier: row.text(columns.skillType), catalogue)
      case "SkillGroup": try state(row, .competenceGroup, tier: "skill group", catalogue)
      case "ISCOGroup": catalogue.addGroup(row[columns.uri])
      default: passedOver += 1
      }
    }
    table.reportCorrections(to: graph)
    if passedOver > 0 {
      graph.report(
        .warning(
          .passedOver, at: table.headerPosition,
          "\(passedOver) \(passedOver == 1 ? "row is" : "rows are") of a type that the adapter does not read"
        ))
    }
  }

  private func state(
    _ row: TableRow, _ kind: ConceptKind, tier: String?, _ catalogue: Catalogue
  ) throws(Diagnostic) {
    let uri = row[columns.uri]
    guard let code = Code(uri.lastComponent) else {
      graph.report(
        .error(
          Code.diagnosticID, at: row.position(columns.uri),
          "'\(uri.prefix(60).printable)' does not end in a code", hint: Code.hint))
      return
    }
    let id = Identifier(catalogue.framework, code)
    let place = row.position(columns.uri)
    guard let index = catalogue.add(id, kind, at: place) else {
      graph.report(
        .error(
          .duplicateCode, at: place, "the concept '\(code)' appears twice",
          hint: catalogue.position(code).map { "the first is \($0.phrase(from: place))" }))
      return
    }
    var concept = Concept(id: id, kind: kind, title: LocalizedText())
    var notes: [LocalizedText] = []
    columns.text(of: row, in: language).add(to: &concept, &notes)
    for translation in translations {
      translation.texts[code.description]?.add(to: &concept, &notes)
    }
    guard !concept.title.isEmpty else {
      graph.report(.error(.missingTitle, at: row.position, "'\(code)' has no preferred label"))
      return
    }
    concept.tier = tier
    concept.uri = uri
    concept.source = Release.source
    columns.addNotation(of: row, to: &concept)
    try graph.add(.concept(concept), at: row.position)
    if row.text(columns.regulated)?.lastComponent == "regulated" {
      notes.append(.english("ESCO lists this occupation as a regulated profession."))
    }
    for text in notes where !text.isEmpty {
      var note = Note(about: id, text: text, source: Release.source)
      note.isBackground = true
      try graph.add(.note(note), at: row.position)
    }
    if let column = columns.group, let group = row.text(column) {
      catalogue.place(index, in: group, at: row.position(column))
    }
    if let schemes = row.text(columns.schemes) {
      catalogue.add(index, to: schemes, at: row.position)
    }
  }
}

/// The labels of a file in another language, by the codes of their concepts.
struct Translation {
  private(set) var texts: [String: ConceptText] = [:]

  init?(_ file: ReleaseFile) throws(Diagnostic) {
    guard let language = file.language else { return nil }
    let columns = try ConceptColumns(file.table)
    try file.table.forEachRow { row throws(Diagnostic) in
      texts[row[columns.uri].lastComponent] = columns.text(of: row, in: language)
    }
  }
}
