import PasserelleKit

// What a head says of columns besides their names.

extension ColumnMap {
  static func workload(
    _ node: SourceNode?, of table: Table, graph: GraphWriter
  ) throws(Diagnostic) -> (column: Table.Column, unit: Workload.Unit)? {
    guard let node else { return nil }
    try node.checkKeys(["column", "unit"], to: graph)
    let unit = try node.require("unit")
    guard let known = Workload.Unit(rawValue: try unit.scalar()) else {
      throw .error(
        Workload.diagnosticID, at: unit.position,
        "'\(unit.text.prefix(20).printable)' is not counted",
        hint: Workload.hint)
    }
    return (try table.column(namedBy: node.require("column")), known)
  }

  static func digits(
    _ node: SourceNode?, of table: Table
  ) throws(Diagnostic) -> [Table.Column: Int] {
    var digits: [Table.Column: Int] = [:]
    for child in node?.children ?? [] {
      guard let number = Int(child.text), (1...64).contains(number) else {
        throw .error(
          .badLength, at: child.position,
          "'\(child.text.prefix(20).printable)' is not a number of digits",
          hint: "write how many digits the codes of the column have: 'digits: {\(child.name): 3}'")
      }
      digits[try table.column(named: child.name, at: child.keyPosition)] = number
    }
    return digits
  }

  static func separators(_ head: SourceNode) throws(Diagnostic) -> [Character] {
    let nodes = head.all("separators")
    guard !nodes.isEmpty else { return [";"] }
    return try nodes.map { node throws(Diagnostic) in
      let text = node.text.count == 1 ? node.text : try node.scalar()
      guard text.count == 1, let separator = text.first else {
        throw .error(
          .badLength, at: node.position, "'\(text.prefix(20).printable)' is not one character",
          hint: "write the characters between two labels each by itself: '[\",\", \"|\"]'")
      }
      return separator
    }
  }

  /// What no one has thought of must not be lost without a word.
  static func tellOfOthers(
    than read: Set<Table.Column>, in table: Table, graph: GraphWriter
  ) {
    let others = table.columns.filter { !read.contains($0.column) && !$0.name.isEmpty }
    guard !others.isEmpty else { return }
    let names = others.map { "'\($0.name.prefix(60).printable)'" }.joined(separator: ", ")
    graph.report(
      .warning(
        .unmappedColumn, at: table.headerPosition, "nothing is read from \(names)",
        hint: "map them, or list them under 'ignored'"))
  }
}
