import PasserelleKit

/// Which column of a table is what, as its head says.
struct ColumnMap {
  /// The columns of codes: one, or one for each tier, the widest first.
  let codes: [Table.Column]
  /// The names of the tiers of these columns.
  let tiers: [String]
  /// Where the codes of one column show the hierarchy themselves.
  let scheme: CodeScheme?
  let titles: [(Table.Column, LanguageTag)]
  let alternatives: [(Table.Column, LanguageTag)]
  let notes: [(name: String, column: Table.Column)]
  let broader: Table.Column?
  let uri: Table.Column?
  let links: [(relation: Relation, column: Table.Column, framework: FrameworkName)]
  /// What stands in a field that is empty: `<blank>`, `NA`.
  private let empty: Set<String>

  init(_ head: SourceNode, of table: Table, graph: GraphWriter) throws(Diagnostic) {
    let map = try head.require("columns")
    try map.checkKeys(
      ["code", "title", "alternatives", "notes", "broader", "uri", "links", "ignored"], to: graph)
    func optional(_ key: String) throws(Diagnostic) -> Table.Column? {
      guard let node = map.child(key) else { return nil }
      return try table.column(namedBy: node)
    }
    _ = try map.require("title")
    _ = try map.require("code")
    let codes = try map.all("code").map { node throws(Diagnostic) in
      try table.column(namedBy: node)
    }
    self.codes = codes
    titles = try Self.byLanguage("title", in: map, of: table)
    alternatives = try Self.byLanguage("alternatives", in: map, of: table)
    notes = try map.all("notes").map { node throws(Diagnostic) in
      (try node.scalar(), try table.column(namedBy: node))
    }
    broader = try optional("broader")
    uri = try optional("uri")
    links = try Self.links(map.child("links"), of: table, graph: graph)
    empty = Set(head.all("empty").map(\.text.trimmed))
    let scheme = try CodeScheme(head, graph: graph)
    self.scheme = codes.count == 1 ? scheme : nil
    let names = scheme?.tiers.map(\.name) ?? []
    tiers = codes.enumerated().map { index, column in
      names.indices.contains(index) ? names[index] : table.header[column.index]
    }
    let ignored = try map.all("ignored").map { node throws(Diagnostic) in
      try table.column(namedBy: node)
    }
    let read =
      codes + titles.map(\.0) + alternatives.map(\.0) + notes.map(\.column)
      + links.map(\.column) + [broader, uri].compactMap(\.self) + ignored
    Self.tellOfOthers(than: Set(read), in: table, graph: graph)
  }

  /// The field's text, or nothing where that is empty in the words of the table.
  func text(_ row: TableRow, _ column: Table.Column?) -> String? {
    row.text(column).flatMap { empty.contains($0) ? nil : $0 }
  }

  private static func byLanguage(
    _ key: String, in map: SourceNode, of table: Table
  ) throws(Diagnostic) -> [(Table.Column, LanguageTag)] {
    // The languages are checked there, the names here.
    let languages = try map.localized(key).entries.map(\.language)
    let nodes = map.child(key)?.children ?? []
    return try zip(nodes, languages).map { node, language throws(Diagnostic) in
      (try table.column(namedBy: node), language)
    }
  }

  private static func links(
    _ node: SourceNode?, of table: Table, graph: GraphWriter
  ) throws(Diagnostic) -> [(relation: Relation, column: Table.Column, framework: FrameworkName)] {
    try (node?.children ?? []).map { item throws(Diagnostic) in
      guard let relation = Relation(item.name) else {
        throw .error(
          Relation.diagnosticID, at: item.keyPosition,
          "'\(item.name.prefix(60).printable)' is not \(Relation.expectation)", hint: Relation.hint)
      }
      try item.checkKeys(["column", "to"], to: graph)
      return (
        relation, try table.column(namedBy: try item.require("column")),
        try item.require("to").value()
      )
    }
  }

  /// What no one has thought of must not be lost without a word.
  private static func tellOfOthers(
    than read: Set<Table.Column>, in table: Table, graph: GraphWriter
  ) {
    let others = table.header.filter { name in
      table.optionalColumn(name).map { !read.contains($0) } ?? false
    }
    guard !others.isEmpty else { return }
    graph.report(
      .warning(
        .unmappedColumn, at: table.headerPosition,
        "nothing is read from \(others.map { "'\($0.prefix(60).printable)'" }.joined(separator: ", "))",
        hint: "map them, or list them under 'ignored'"))
  }
}
