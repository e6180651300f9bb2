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
  /// What a code was before a spreadsheet changed it; `nil` if it is a code of the classification, or
  /// nobody can know.
  public var original: @Sendable (String) -> Original? = { _ in nil }

  /// A code as it was before a spreadsheet changed it.
  public struct Original: Sendable {
    /// The code, where it can be known.
    public var code: String?
    /// What the spreadsheet did, after 'the codes': `have lost their leading zeros`.
    public var deed: String

    /// Creates one.
    public init(_ code: String?, deed: String) {
      self.code = code
      self.deed = deed
    }
  }

  /// Where a concept stands in the classification.
  public struct Place: Sendable {
    /// The code, as the classification itself writes it.
    public var code: String
    /// Its step in the hierarchy, where the classification names it: `minor group`.
    public var tier: String?
    /// The code of the next wider concept, where there is one.
    public var broader: String?

    /// Creates a place.
    public init(code: String, tier: String?, broader: String? = nil) {
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

  /// Returns what a code of digits was before a spreadsheet saved it as a decimal number or a date:
  /// `111` for `111.0`.
  ///
  /// - Parameters:
  ///   - text: The code as the table writes it.
  ///   - lost: What it was if it is digits alone, where the classification knows.
  /// - Returns: What it was; `nil` if a spreadsheet has not changed it.
  public static func original(
    of text: String, digits lost: (String) -> Original?
  ) -> Original? {
    if text.utf8.allSatisfy(\.isDigit) { return lost(text) }
    switch SpreadsheetTrace(in: text) {
    case .decimal:
      let whole = String(text.dropLast(2))
      return Original(lost(whole)?.code ?? whole, deed: "were saved as decimal numbers")
    case .namedDay, .date, .exponent:
      return Original(nil, deed: "were taken for dates or numbers by a spreadsheet")
    case nil: return nil
    }
  }

  /// What a spreadsheet did to codes without their zeros in front.
  public static let lostZeros =
    "have lost their leading zeros (a spreadsheet took them for numbers)"

  /// Reads the rows of a table, and states the classification.
  ///
  /// Rows whose code is no concept of the classification (totals, aggregates) are passed over and
  /// counted in a warning.
  public func read(
    _ table: Table, head: TableHead, into graph: GraphWriter
  ) throws(Diagnostic) {
    var framework = framework
    framework.licence = try head.node?.text("licence")
    let codeColumn = try codeColumn(of: table)
    let titles = try titleColumns(of: table)
    let (remarks, sources) = (table.optionalColumn("Remark"), table.optionalColumn("Source"))
    var damage: Damage?
    var list = ClassificationList(graph: graph)
    try list.read(table) { row throws(Diagnostic) in
      guard let text = row.text(codeColumn) else { return nil }
      if let original = original(text) {
        damage = damage ?? Damage(text, original, at: row.position(codeColumn))
        damage?.count += 1
      }
      guard let place = place(text) else { return nil }
      var entry = ClassificationList.Entry(
        place: place, title: row.text(in: titles), position: row.position(codeColumn))
      entry.remarks = [row.text(remarks).map { .english($0) }].compactMap(\.self)
      if let sources, let key = row.text(sources) {
        entry.source = try head.scope.declared(key, at: row.position(sources))
      }
      return entry
    }
    // Where codes are not what they were, each other problem is one that they make.
    if let damage { throw damage.diagnostic }
    list.reportSkipped(in: table)
    // A list of the finest groups alone is complete in itself; a gap in a hierarchy is not.
    let tiers = Set(list.entries.compactMap(\.place.tier))
    try list.state(framework, of: kind, head: head, table) { code in
      place(code)?.tier.map(tiers.contains) ?? false
    }
  }

  /// What a spreadsheet has done to the codes of a table.
  private struct Damage {
    let code: String
    let original: Original
    let position: SourcePosition
    var count = 0

    init(_ code: String, _ original: Original, at position: SourcePosition) {
      self.code = code
      self.original = original
      self.position = position
    }

    var diagnostic: Diagnostic {
      .error(
        .spreadsheet, at: position,
        "the codes \(original.deed): '\(code.printable)' "
          + (original.code.map { "is '\($0.printable)'" } ?? "was a code")
          + (count == 1 ? "" : ", and \(count - 1) more \(count == 2 ? "is" : "are") like it"),
        hint: CodeColumn.repair)
    }
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
      table.columns.compactMap { name, column in
        let words = name.lowercased().split(separator: " ").map(String.init)
        let base = names.contains(name.lowercased()) ? name.lowercased() : words.first ?? ""
        let language = base == name.lowercased() ? "en" : words.last ?? ""
        guard names.contains(base), words.count <= 2 || base == name.lowercased() else {
          return nil
        }
        return LanguageTag(language).map { (column, $0) }
      } as [(Table.Column, LanguageTag)]
    guard found.isEmpty else { return found }
    return [(try table.column(titleColumns.first ?? "title"), LanguageTag("en"))].compactMap {
      column, language in language.map { (column, $0) }
    }
  }
}
