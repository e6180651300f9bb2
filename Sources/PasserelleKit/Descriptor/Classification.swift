public import PasserelleModel

/// A classification in a table: one row a concept, its place in the hierarchy in its code.
///
/// It is what classifications of occupations and of education have in common, so that an adapter
/// says only what is special about its own.
public struct Classification: Sendable {
  /// What the classification is, where the table's head does not say otherwise.
  public var framework: Framework
  /// What its concepts are.
  public var kind: ConceptKind
  /// The names that the column of codes may have.
  public var codeColumns: [String]
  /// The names that the column of titles may have before the language: `Title EN`.
  public var titleColumns: [String]
  /// What the classification makes of a code as the table writes it.
  public var place: @Sendable (String) -> Place?

  /// Where a concept stands in the classification.
  public struct Place: Sendable {
    /// The code, as the classification itself writes it.
    public var code: String
    /// Its step in the hierarchy: `minor group`.
    public var tier: String
    /// The code of the next wider concept, where there is one.
    public var broader: String?

    /// Creates a place.
    public init(code: String, tier: String, broader: String? = nil) {
      self.code = code
      self.tier = tier
      self.broader = broader
    }
  }

  /// Creates a classification.
  public init(
    framework: Framework, kind: ConceptKind, codeColumns: [String], titleColumns: [String],
    place: @escaping @Sendable (String) -> Place?
  ) {
    self.framework = framework
    self.kind = kind
    self.codeColumns = codeColumns
    self.titleColumns = titleColumns
    self.place = place
  }

  /// The keys that the head of such a table may have.
  public static let headKeys = ["framework", "licence"]

  /// Reads the rows of a table, and states the classification.
  ///
  /// Rows whose code is no concept of the classification (totals, aggregates) are passed over and
  /// counted in a warning.
  public func read(
    _ table: Table, head: TableHead, into graph: GraphWriter
  ) throws(Diagnostic) {
    var framework = framework
    framework.source = head.source
    framework.licence = try head.node?.text("licence")
    try graph.add(.framework(framework), at: table.headerPosition)
    try head.scope.addDocuments()
    let rows = try rows(of: table, graph: graph)
    let codes = Set(rows.map(\.place.code))
    let tiers = Set(rows.map(\.place.tier))
    for row in rows {
      let id = Identifier(framework.name, row.code)
      var concept = Concept(id: id, kind: kind, title: row.title)
      concept.tier = row.place.tier
      concept.source = head.source
      try graph.add(.concept(concept), at: row.position)
      if let remark = row.remark {
        var note = Note(about: id, text: remark)
        note.source = head.source
        try graph.add(.note(note), at: row.position)
      }
      guard let broader = row.place.broader, let code = Code(broader) else { continue }
      guard codes.contains(broader) else {
        // A list of the finest groups alone is complete in itself; a gap in a hierarchy is not.
        if tiers.contains(place(broader)?.tier ?? "") {
          graph.report(
            .error(
              "orphan", at: row.position,
              "'\(row.code)' belongs below '\(broader)', which is missing"))
        }
        continue
      }
      let link = Link(from: id, .broader, to: Identifier(framework.name, code), source: head.source)
      try graph.add(.link(link), at: row.position)
    }
    try head.scope.addNotes(of: head.node, about: Identifier(framework.name))
  }

  private struct Row {
    var place: Place
    var code: Code
    var title: LocalizedText
    var remark: LocalizedText?
    var position: SourcePosition
  }

  private func rows(of table: Table, graph: GraphWriter) throws(Diagnostic) -> [Row] {
    let codeColumn = try codeColumn(of: table)
    let titles = try titleColumns(of: table)
    let remarks = table.optionalColumn("Remark")
    var rows: [Row] = []
    var passedOver = 0
    try table.forEachRow { row throws(Diagnostic) in
      guard let text = row.text(codeColumn), let place = place(text) else {
        passedOver += 1
        return
      }
      guard let code = Code(place.code) else {
        graph.report(
          .error(
            Code.diagnosticID, at: row.position(codeColumn),
            "'\(text.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint))
        return
      }
      let title = LocalizedText(
        titles.compactMap { column, language in
          row.text(column).map { LocalizedText.Entry(language, $0) }
        })
      if title.isEmpty {
        graph.report(.error("missing-title", at: row.position, "'\(code)' has no title"))
        return
      }
      rows.append(
        Row(
          place: place, code: code, title: title, remark: remark(row.text(remarks)),
          position: row.position(codeColumn)))
    }
    if passedOver > 0 {
      graph.report(
        .warning(
          "passed-over", at: table.headerPosition,
          "\(passedOver) \(passedOver == 1 ? "row is" : "rows are") no part of the classification "
            + "itself (totals, aggregates, unknown) and passed over"))
    }
    return rows
  }

  private func remark(_ text: String?) -> LocalizedText? {
    text.map { .english($0) }
  }

  private func codeColumn(of table: Table) throws(Diagnostic) -> Table.Column {
    for name in codeColumns {
      if let column = table.optionalColumn(name) { return column }
    }
    return try table.column(codeColumns.first ?? "code")
  }

  private func titleColumns(of table: Table) throws(Diagnostic) -> [(Table.Column, LanguageTag)] {
    let names = titleColumns.map { $0.lowercased() }
    let found =
      table.header.enumerated().compactMap { index, name in
        let words = name.lowercased().split(separator: " ").map(String.init)
        let base = names.contains(name.lowercased()) ? name.lowercased() : words.first ?? ""
        let language = base == name.lowercased() ? "en" : words.last ?? ""
        guard names.contains(base), words.count <= 2 || base == name.lowercased() else {
          return nil
        }
        return LanguageTag(language).map { (Table.Column(index: index), $0) }
      } as [(Table.Column, LanguageTag)]
    guard found.isEmpty else { return found }
    return [(try table.column(titleColumns.first ?? "title"), LanguageTag("en"))].compactMap {
      column, language in language.map { (column, $0) }
    }
  }
}
