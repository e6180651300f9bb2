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
    public var remarks: [LocalizedText] = []
    /// What helps to know it by: a description, its tasks.
    public var descriptions: [LocalizedText] = []
    /// The key of the source that has it, if that is not the source of the list.
    public var source: String?
    /// Its global name.
    public var uri: String?
    /// The codes of other wider concepts, where it belongs below several.
    public var otherBroader: [String] = []
    /// What to do if a wider concept is missing.
    public var orphanHint: String?
    /// How much learning it stands for.
    public var workload: Workload?
    /// What it is linked to in other frameworks, with the address where the source gives one.
    public var links: [(relation: Relation, to: Identifier, uri: String?)] = []
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
  /// Where the entry of each code is.
  private var indices: [String: Int] = [:]
  /// Rows whose code an earlier row has.
  private var repeated: [(entry: Entry, first: SourcePosition)] = []
  private var skipped = 0

  /// Creates an empty list.
  public init(graph: GraphWriter) {
    self.graph = graph
  }

  /// Reads the rows of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - entry: Makes an entry of a row; nothing of a row that is not a concept, which is counted.
  /// - Throws: The problem of the table that cannot be read past.
  public mutating func read(
    _ table: Table, _ entry: (TableRow) throws(Diagnostic) -> Entry?
  ) throws(Diagnostic) {
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      if let entry = try entry(row) { try add(entry) } else { skip() }
    }
  }

  /// Counts a row that is not part of the classification, or several.
  public mutating func skip(_ count: Int = 1) { skipped += count }

  /// Says how many rows are not part of the classification.
  public func reportSkipped(in table: Table) {
    guard skipped > 0 else { return }
    graph.report(
      .warning(
        .passedOver, at: table.headerPosition,
        "skipped \(skipped) \(skipped == 1 ? "row that is" : "rows that are") not part of the "
          + "classification itself (totals, aggregates, unknown)"))
  }

  /// The index of the entry with a code, where one was added.
  public func index(of code: String) -> Int? { indices[code] }

  /// Adds an entry; if there is one with its code, it is reported when the list is stated.
  ///
  /// - Throws: A diagnostic where the code is not a code, or the entry has no title.
  public mutating func add(_ entry: Entry) throws(Diagnostic) {
    guard Code(entry.place.code) != nil else {
      throw .error(
        Code.diagnosticID, at: entry.position,
        "'\(entry.place.code.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
    }
    if entry.title.isEmpty {
      throw .error(
        .missingTitle, at: entry.position, "'\(entry.place.code)' has no title")
    }
    if let index = indices[entry.place.code] {
      repeated.append((entry, entries[index].position))
      return
    }
    indices[entry.place.code] = entries.count
    entries.append(entry)
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
    var orphans = Orphans()
    for entry in entries {
      guard let code = Code(entry.place.code) else { continue }
      let id = Identifier(framework.name, code)
      let source = entry.source ?? head.source
      try state(entry, as: id, of: kind, source: source)
      for broader in [entry.place.broader].compactMap(\.self) + entry.otherBroader {
        guard let wider = Code(broader) else { continue }
        if indices[broader] != nil {
          let link = Link(
            from: id, .broader, to: Identifier(framework.name, wider), source: source)
          try graph.add(.link(link), at: entry.position)
        } else if isGap(broader) {
          orphans.add(entry, below: broader)
        }
      }
    }
    orphans.report(to: graph)
    for (entry, first) in repeated { graph.report(duplicate(entry, of: first)) }
    try head.scope.addNotes(of: head.node, about: Identifier(framework.name))
  }

  /// A code that two rows have: one of the two may have lost a zero.
  private func duplicate(_ entry: Entry, of first: SourcePosition) -> Diagnostic {
    let code = entry.place.code
    var hint = "the first is on line \(first.line)"
    if code.utf8.allSatisfy(\.isDigit) {
      hint += "; if one of them was '0\(code)', a spreadsheet has taken its zero"
    } else if code.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") }) {
      hint += "; if one of them was '\(code)0', a spreadsheet has taken its zero"
    }
    return .error(
      .duplicateCode, at: entry.position, "the code '\(code.printable)' appears twice", hint: hint)
  }

  private func state(
    _ entry: Entry, as id: Identifier, of kind: ConceptKind, source: String?
  ) throws(Diagnostic) {
    var concept = Concept(id: id, kind: kind, title: entry.title)
    concept.tier = entry.place.tier
    concept.alternatives = entry.alternatives
    concept.uri = entry.uri
    concept.workloads = [entry.workload].compactMap(\.self)
    concept.source = source
    try graph.add(.concept(concept), at: entry.position)
    for (text, isBackground) in entry.descriptions.map({ ($0, true) })
      + entry.remarks.map({ ($0, false) })
    {
      var note = Note(about: id, text: text, source: source)
      note.isBackground = isBackground
      try graph.add(.note(note), at: entry.position)
    }
    for (relation, target, uri) in entry.links {
      var link = Link(from: id, relation, to: target, source: source)
      link.toURI = uri
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
