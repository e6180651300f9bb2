public import PasserelleModel

/// The concepts of a classification as the rows of its table have them.
public struct ClassificationList: Sendable {
  /// A concept.
  public struct Entry: Sendable {
    /// Where it stands.
    public var place: Classification.Place
    /// Its title by language.
    public var title: LocalizedText
    /// Its other labels by language.
    public var alternatives = LocalizedText()
    /// What a reader of answers must know of it.
    public var remark: LocalizedText?
    /// What helps to know it by: a description, its tasks.
    public var descriptions: [LocalizedText] = []
    /// Its global name.
    public var uri: String?
    /// What it is linked to in other frameworks.
    public var links: [(relation: Relation, to: Identifier)] = []
    /// Where its code stands.
    public var position: SourcePosition

    /// Creates an entry with what it cannot do without.
    public init(place: Classification.Place, title: LocalizedText, position: SourcePosition) {
      self.place = place
      self.title = title
      self.position = position
    }
  }

  /// The entries, in the order of the rows.
  public var entries: [Entry] = []
  private let graph: GraphWriter

  /// Reads the rows of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - graph: Where problems are reported.
  ///   - read: Makes an entry of a row; nothing of a row that is no concept, which is counted.
  /// - Throws: The problem of the table that cannot be read past.
  public init(
    of table: Table, graph: GraphWriter, read: (TableRow) throws(Diagnostic) -> Entry?
  ) throws(Diagnostic) {
    self.graph = graph
    var passedOver = 0
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      guard let entry = try read(row) else {
        passedOver += 1
        return
      }
      guard Code(entry.place.code) != nil else {
        throw .error(
          Code.diagnosticID, at: entry.position,
          "'\(entry.place.code.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
      }
      if entry.title.isEmpty {
        throw .error(.missingTitle, at: row.position, "'\(entry.place.code)' has no title")
      }
      entries.append(entry)
    }
    if passedOver > 0 {
      graph.report(
        .warning(
          .passedOver, at: table.headerPosition,
          "skipped \(passedOver) \(passedOver == 1 ? "row that is" : "rows that are") not part of the "
            + "classification itself (totals, aggregates, unknown)"))
    }
  }

  /// States the classification and its concepts.
  ///
  /// - Parameters:
  ///   - framework: The classification.
  ///   - kind: What its concepts are.
  ///   - head: What it rests on.
  ///   - table: The table.
  ///   - isGap: Whether it is a mistake that the table lacks a code that another one belongs below.
  /// - Throws: A `stopped` diagnostic when the host has asked to end.
  public func state(
    _ framework: Framework, of kind: ConceptKind, head: TableHead, _ table: Table,
    isGap: (String) -> Bool
  ) throws(Diagnostic) {
    var framework = framework
    framework.source = head.source
    try graph.add(.framework(framework), at: table.headerPosition)
    try head.scope.addDocuments()
    let codes = Set(entries.map(\.place.code))
    for entry in entries {
      guard let code = Code(entry.place.code) else { continue }
      let id = Identifier(framework.name, code)
      try state(entry, as: id, of: kind, source: head.source)
      guard let broader = entry.place.broader, let wider = Code(broader) else { continue }
      if codes.contains(broader) {
        let link = Link(
          from: id, .broader, to: Identifier(framework.name, wider), source: head.source)
        try graph.add(.link(link), at: entry.position)
      } else if isGap(broader) {
        graph.report(
          .error(
            .orphan, at: entry.position, "'\(code)' belongs below '\(broader)', which is missing")
        )
      }
    }
    try head.scope.addNotes(of: head.node, about: Identifier(framework.name))
  }

  private func state(
    _ entry: Entry, as id: Identifier, of kind: ConceptKind, source: String?
  ) throws(Diagnostic) {
    var concept = Concept(id: id, kind: kind, title: entry.title)
    concept.tier = entry.place.tier
    concept.alternatives = entry.alternatives
    concept.uri = entry.uri
    concept.source = source
    try graph.add(.concept(concept), at: entry.position)
    for (text, isBackground) in entry.descriptions.map({ ($0, true) })
      + [entry.remark].compactMap({ $0.map { ($0, false) } })
    {
      var note = Note(about: id, text: text, source: source)
      note.isBackground = isBackground
      try graph.add(.note(note), at: entry.position)
    }
    for (relation, target) in entry.links {
      let link = Link(from: id, relation, to: target, source: source)
      try graph.add(.link(link), at: entry.position)
    }
  }
}

extension TableRow {
  /// The text by language of columns that each have one.
  public func text(in columns: [(Table.Column, LanguageTag)]) -> LocalizedText {
    LocalizedText(
      columns.compactMap { column, language in
        text(column).map { LocalizedText.Entry(language, $0) }
      })
  }
}
