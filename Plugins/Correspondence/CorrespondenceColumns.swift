import PasserelleKit

/// The columns of a correspondence table, found by their names.
struct CorrespondenceColumns {
  /// One side of the table.
  struct Side {
    var framework: FrameworkName
    var code: Table.Column
    /// Where the table marks that only a part of the code is meant.
    var part: Table.Column?
  }

  let from: Side
  let to: Side
  let comment: Table.Column?
  /// Where the table says itself how the codes stand to each other.
  let relation: Table.Column?
  /// Where the table says how sure it is of a row.
  let confidence: Table.Column?
  /// Where each row names the source that it rests on.
  let source: Table.Column?
  /// What stands in a field that is empty: `NR`.
  let empty: Set<String>

  /// Finds the columns: as the head maps them, or by their names.
  init(of table: Table, head: SourceNode?, graph: GraphWriter) throws(Diagnostic) {
    if let head, let map = head.child("columns") {
      try self.init(of: table, mappedBy: map, of: head, graph: graph)
    } else {
      try self.init(named: head, in: table)
    }
  }

  private init(
    of table: Table, mappedBy map: SourceNode, of head: SourceNode, graph: GraphWriter
  ) throws(Diagnostic) {
    try map.checkKeys(
      ["from", "to", "from-part", "to-part", "relation", "confidence", "source", "comment"],
      to: graph)
    func column(_ key: String) throws(Diagnostic) -> Table.Column? {
      guard let node = map.child(key) else { return nil }
      return try table.column(namedBy: node)
    }
    from = Side(
      framework: try head.require("from").value(),
      code: try table.column(namedBy: try map.require("from")), part: try column("from-part"))
    to = Side(
      framework: try head.require("to").value(),
      code: try table.column(namedBy: try map.require("to")), part: try column("to-part"))
    relation = try column("relation")
    confidence = try column("confidence")
    source = try column("source")
    comment = try column("comment")
    empty = Set(head.all("empty").map(\.text.trimmed))
  }

  private init(named head: SourceNode?, in table: Table) throws(Diagnostic) {
    let codes = Self.codes(of: table)
    guard codes.count == 2 else {
      throw .error(
        .missingColumn, at: table.headerPosition,
        "the table has \(codes.count) columns of codes, a correspondence has two",
        hint: "name them after their classification and 'code': 'ISCO-88 code', 'ISCO 08 Code'")
    }
    let from: FrameworkName = try head?.value("from") ?? codes[0].framework
    let to: FrameworkName = try head?.value("to") ?? codes[1].framework
    // The head may name the sides in the other order, or by names of its own.
    let isSwapped = codes[0].framework == to || codes[1].framework == from
    let (first, second) = isSwapped ? (codes[1], codes[0]) : (codes[0], codes[1])
    self.from = Side(framework: from, code: first.column, part: Self.part(of: first, in: table))
    self.to = Side(framework: to, code: second.column, part: Self.part(of: second, in: table))
    relation = table.optionalColumn("Relation")
    confidence = table.optionalColumn("Confidence")
    empty = []
    source = table.optionalColumn("Source")
    comment = table.optionalColumn("Comments") ?? table.optionalColumn("Comment")
  }

  /// The columns of codes, each with the name of the classification that it makes.
  static func codes(of table: Table) -> [(framework: FrameworkName, column: Table.Column)] {
    table.header.compactMap { name in
      guard let stem = stem(of: name, before: "code"), let framework = FrameworkName(stem),
        let column = table.optionalColumn(name)
      else { return nil }
      return (framework, column)
    }
  }

  private static func part(
    of side: (framework: FrameworkName, column: Table.Column), in table: Table
  ) -> Table.Column? {
    table.header.first { stem(of: $0, before: "part") == side.framework.series }
      .flatMap { table.optionalColumn($0) }
  }

  /// `ISCO 08 Code` makes `isco-08`.
  private static func stem(of name: String, before word: String) -> String? {
    let words = name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" }
    guard words.count > 1, let last = words.last, last == word else { return nil }
    return words.dropLast().joined(separator: "-")
  }
}
