import PasserelleKit

/// The occupations, skills and groups of a taxonomy by the IDs of its files.
struct Entities {
  let framework: FrameworkName
  private var byID: [String: Identifier] = [:]
  /// Where each ID, and each of the identifiers that they name, was first.
  private var places: [String: SourcePosition] = [:]

  init(framework: FrameworkName) {
    self.framework = framework
  }

  subscript(id: String) -> Identifier? { byID[id] }

  /// Adds what a file's ID names; returns the place of an earlier one, if there is one with the ID, or
  /// one that names the same.
  mutating func add(
    _ id: Identifier, as key: String, at place: SourcePosition
  ) -> SourcePosition? {
    if let earlier = places["ID \(key)"] ?? places[id.description] { return earlier }
    byID[key] = id
    (places["ID \(key)"], places[id.description]) = (place, place)
    return nil
  }

  /// Adds a group of another framework, which several IDs may name.
  mutating func add(group id: Identifier, as key: String) {
    byID[key] = id
  }
}

/// Reads a file of occupations, skills or groups.
struct EntityReader {
  private let table: Table
  private let graph: GraphWriter
  private let language: LanguageTag
  private let id: Table.Column
  private let label: Table.Column
  private let history: Table.Column
  private let kind: ConceptKind

  init(_ file: TaxonomyFile, language: LanguageTag, graph: GraphWriter) throws(Diagnostic) {
    table = file.table
    self.language = language
    self.graph = graph
    id = try table.column("ID")
    label = try table.column("PREFERREDLABEL")
    history = try table.column("UUIDHISTORY")
    kind =
      if table.optionalColumn("OCCUPATIONTYPE") != nil {
        .occupation
      } else if table.optionalColumn("SKILLTYPE") != nil {
        .competence
      } else if table.optionalColumn("SCOPENOTE") == nil {
        .occupationGroup
      } else {
        .competenceGroup
      }
  }

  func read(into entities: inout Entities) throws(Diagnostic) {
    let code = table.optionalColumn("CODE")
    let groupType = table.optionalColumn("GROUPTYPE")
    try table.forEachRow { row throws(Diagnostic) in
      let notation = row.text(code)
      // Without a column of types, all groups are those of ISCO-08.
      if kind == .occupationGroup, row.text(groupType) ?? "iscogroup" == "iscogroup",
        let group = notation.flatMap(Code.init)
      {
        entities.add(group: Identifier(FrameworkName(series: "isco-08"), group), as: row[id])
        return
      }
      try state(row, notation, &entities)
    }
    table.reportCorrections(to: graph)
  }

  private func state(
    _ row: TableRow, _ notation: String?, _ entities: inout Entities
  ) throws(Diagnostic) {
    guard let title = row.text(label) else {
      return graph.report(
        .error(.missingTitle, at: row.position, "'\(row[id].printable)' has no preferred label"))
    }
    // Outside its files an entity is known by its current UUID, the first of the list.
    let uuid = row.text(history)?.split(whereSeparator: \.isNewline).first.map(String.init)
    guard let code = Code(uuid ?? row[id]) else {
      return graph.report(
        .error(
          Code.diagnosticID, at: row.position(id),
          "'\(row[id].prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint))
    }
    let identifier = Identifier(entities.framework, code)
    if let earlier = entities.add(identifier, as: row[id], at: row.position(id)) {
      return graph.report(
        .error(
          .duplicateCode, at: row.position(id),
          "'\(row[id].prefix(60).printable)' or its UUID appears twice",
          hint: "the first is \(earlier.phrase(from: row.position(id)))"))
    }
    var concept = Concept(
      id: identifier, kind: kind, title: LocalizedText([LocalizedText.Entry(language, title)]))
    concept.tier = row.text(
      table.optionalColumn("SKILLTYPE") ?? table.optionalColumn("OCCUPATIONTYPE"))
    concept.uri = row.text(table.optionalColumn("ORIGINURI"))
    concept.source = Taxonomy.source
    concept.alternatives = alternatives(of: row, beside: title, notation)
    try graph.add(.concept(concept), at: row.position)
    for column in ["DESCRIPTION", "DEFINITION", "SCOPENOTE"] {
      guard let text = row.text(table.optionalColumn(column)) else { continue }
      var note = Note(
        about: identifier, text: LocalizedText([LocalizedText.Entry(language, text)]),
        source: Taxonomy.source)
      note.isBackground = true
      try graph.add(.note(note), at: row.position)
    }
  }

  /// The alternative labels, and the code as a label of no language to be found by.
  private func alternatives(
    of row: TableRow, beside title: String, _ notation: String?
  ) -> LocalizedText {
    var seen: Set<String> = [title]
    let labels = row.text(table.optionalColumn("ALTLABELS"))?.split(whereSeparator: \.isNewline)
    var text = LocalizedText(
      (labels ?? []).map { String($0).trimmed }
        .filter { !$0.isEmpty && seen.insert($0).inserted }
        .map { LocalizedText.Entry(language, $0) })
    if let notation, let none = LanguageTag("zxx") {
      text.entries.append(LocalizedText.Entry(none, notation))
    }
    return text
  }
}
