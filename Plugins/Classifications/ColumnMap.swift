import PasserelleKit

/// Which column of a table is what, as its head says.
struct ColumnMap {
  /// A column of codes or addresses of another framework.
  struct LinkColumn {
    let relation: Relation
    let code: Table.Column?
    let uri: Table.Column?
    let framework: FrameworkName
  }

  /// A language, and its column of titles, or one for each tier.
  typealias Titles = (language: LanguageTag, columns: [Table.Column])

  /// The columns of codes: one, or one for each tier, the widest first.
  let codes: [Table.Column]
  let titles: [Titles]
  let alternatives: [(Table.Column, LanguageTag)]
  /// The columns of titles and other labels of a table whose rows say their language.
  let long: (language: Table.Column, title: Table.Column, alternatives: [Table.Column])?
  let notes: [(name: String, column: Table.Column)]
  let broader: Table.Column?
  let broaderURI: Table.Column?
  let tier: Table.Column?
  let uri: Table.Column?
  let links: [LinkColumn]
  /// The column that says how much learning a concept stands for, and what it counts.
  let workload: (column: Table.Column, unit: Workload.Unit)?
  /// Whether the table has no codes, so that they are made of the titles.
  let namesCodes: Bool
  /// How many digits the codes of a column have, where some have lost zeros.
  private let digits: [Table.Column: Int]
  /// Columns that say the same more and less finely: each code of the first begins with that of the second.
  let agreeing: [(finer: Table.Column, wider: Table.Column)]
  /// What stands in a field that is empty: `<blank>`, `NA`.
  private let empty: Set<String>
  /// What parts the labels and codes of one cell.
  private let separators: [Character]

  private static let keys = [
    "code", "title", "alternatives", "notes", "broader", "broader-uri", "tier", "language", "uri",
    "links", "workload", "ignored",
  ]

  init(_ head: SourceNode, of table: Table, graph: GraphWriter) throws(Diagnostic) {
    let map = try head.require("columns")
    try map.checkKeys(Self.keys, to: graph)
    func all(_ key: String) throws(Diagnostic) -> [Table.Column] {
      try map.all(key).map { node throws(Diagnostic) in try table.column(namedBy: node) }
    }
    func optional(_ key: String) throws(Diagnostic) -> Table.Column? {
      guard let node = map.child(key) else { return nil }
      return try table.column(namedBy: node)
    }
    let title = try map.require("title")
    uri = try optional("uri")
    namesCodes = try head.text("codes") == "titles"
    if uri == nil, !namesCodes { _ = try map.require("code") }
    codes = try all("code")
    if let language = try optional("language") {
      long = (language, try table.column(namedBy: title), try all("alternatives"))
      (titles, alternatives) = ([], [])
    } else {
      long = nil
      titles = try Self.titles(map, of: table, tiers: codes.count)
      alternatives = try Self.byLanguage("alternatives", in: map, of: table)
    }
    notes = try map.all("notes").map { node throws(Diagnostic) in
      (try node.scalar(), try table.column(namedBy: node))
    }
    broader = try optional("broader")
    broaderURI = try optional("broader-uri")
    tier = try optional("tier")
    links = try Self.links(map.child("links"), of: table, graph: graph)
    workload = try Self.workload(map.child("workload"), of: table, graph: graph)
    digits = try Self.digits(head.child("digits"), of: table)
    agreeing = try (head.child("agree")?.children ?? []).map { node throws(Diagnostic) in
      (
        try table.column(named: node.name, at: node.keyPosition),
        try table.column(namedBy: node)
      )
    }
    empty = Set(head.all("empty").map(\.text.trimmed))
    separators = try Self.separators(head)
    let ignored = try map.all("ignored").map { node throws(Diagnostic) in
      try table.columns(namedBy: node)
    }
    let read = codes + titles.flatMap(\.columns) + alternatives.map(\.0) + notes.map(\.column)
    let others =
      links.flatMap { [$0.code, $0.uri] } + [broader, broaderURI, tier, uri, workload?.column]
    let compared = agreeing.flatMap { [$0.finer, $0.wider] }
    let labels = long.map { [$0.language, $0.title] + $0.alternatives } ?? []
    Self.tellOfOthers(
      than: Set(read + compared + others.compactMap(\.self) + labels + ignored.joined()), in: table,
      graph: graph)
  }

  /// The language of the notes: that of the titles, if they have one; `nil` where each row says its own.
  var languageOfNotes: LanguageTag? {
    guard long == nil else { return nil }
    let languages = Set(titles.map(\.language))
    return languages.count == 1 ? languages.first : LanguageTag("und")
  }

  /// Whether a title is in the column of the next tier's codes, as in an outline: the first field has the code.
  var titlesFollowCodes: Bool {
    titles.contains { titles in
      titles.columns.count > 1 && titles.columns.contains(where: codes.contains)
    }
  }

  /// The field's text, or nothing where that is empty in the words of the table.
  func text(_ row: TableRow, _ column: Table.Column?) -> String? {
    row.text(column).flatMap { empty.contains($0) ? nil : $0 }
  }

  /// The field's code, with the zeros that it has lost.
  func code(_ row: TableRow, _ column: Table.Column?) -> String? {
    guard let column, let text = text(row, column) else { return nil }
    return whole(text, in: column)
  }

  /// A code of a column with the zeros that it has lost.
  func whole(_ code: String, in column: Table.Column) -> String {
    guard let count = digits[column], code.utf8.count < count,
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return code }
    return String(repeating: "0", count: count - code.utf8.count) + code
  }

  /// The titles in a row of the concept of a tier.
  func title(_ row: TableRow, ofTier index: Int) -> LocalizedText {
    if let long {
      guard let text = text(row, long.title), let language = LanguageTag(row[long.language].trimmed)
      else { return LocalizedText() }
      return LocalizedText([.init(language, text)])
    }
    return LocalizedText(
      titles.compactMap { language, columns in
        let column = columns.count == 1 ? columns[0] : columns[index]
        return text(row, column).map { .init(language, $0) }
      })
  }

  /// The items of a cell that has several: each on a line, or between separators, with a mark before them or
  /// without.
  func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    return text.split { $0.isNewline || separators.contains($0) }
      .map { String($0.drop { "~•*–- \t".contains($0) }).trimmed }.filter { !$0.isEmpty }
  }

  // MARK: - The head

  /// The columns of titles by language: one each, or a list with one for each tier.
  private static func titles(
    _ map: SourceNode, of table: Table, tiers: Int
  ) throws(Diagnostic) -> [Titles] {
    // The languages are checked there, the names here.
    let languages = try map.localizedLists("title", each: "title").entries.map(\.language)
    var titles: [Titles] = []
    var index = 0
    for node in map.child("title")?.children ?? [] {
      let names = node.kind == .sequence ? node.children : [node]
      guard languages.indices.contains(index), !names.isEmpty else { continue }
      let columns = try names.map { name throws(Diagnostic) in try table.column(namedBy: name) }
      if columns.count > 1, columns.count != tiers {
        throw .error(
          .wrongType, at: node.position,
          "\(columns.count) columns of titles do not go with \(tiers) "
            + "\(tiers == 1 ? "column" : "columns") of codes",
          hint: "list one column of titles for each column of codes, in the same order")
      }
      titles.append((languages[index], columns))
      index += names.count
    }
    return titles
  }

  private static func byLanguage(
    _ key: String, in map: SourceNode, of table: Table
  ) throws(Diagnostic) -> [(Table.Column, LanguageTag)] {
    let languages = try map.localizedLists(key, each: key).entries.map(\.language)
    let nodes = (map.child(key)?.children ?? []).flatMap {
      $0.kind == .sequence ? $0.children : [$0]
    }
    return try zip(nodes, languages).map { node, language throws(Diagnostic) in
      (try table.column(namedBy: node), language)
    }
  }

  private static func links(
    _ node: SourceNode?, of table: Table, graph: GraphWriter
  ) throws(Diagnostic) -> [LinkColumn] {
    var links: [LinkColumn] = []
    for item in node?.children ?? [] {
      guard let relation = Relation(item.name) else {
        throw .error(
          Relation.diagnosticID, at: item.keyPosition,
          "'\(item.name.prefix(60).printable)' is not \(Relation.expectation)", hint: Relation.hint)
      }
      let columns = item.kind == .sequence ? item.children : [item]
      links += try columns.map { item throws(Diagnostic) in
        try item.checkKeys(["column", "uri", "to"], to: graph)
        func column(_ key: String) throws(Diagnostic) -> Table.Column? {
          guard let node = item.child(key) else { return nil }
          return try table.column(namedBy: node)
        }
        let (code, uri) = (try column("column"), try column("uri"))
        if uri == nil { _ = try item.require("column") }
        return LinkColumn(
          relation: relation, code: code, uri: uri, framework: try item.require("to").value())
      }
    }
    return links
  }
}
