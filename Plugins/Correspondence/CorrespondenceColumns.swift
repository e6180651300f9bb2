import PasserelleKit

/// The columns of a correspondence table, found by their names.
struct CorrespondenceColumns {
  /// One side of the table.
  struct Side {
    var framework: FrameworkName
    /// The column of codes, and that of addresses: there is one of them at least.
    var code: Table.Column?
    var uri: Table.Column?
    /// Where the table marks that only a part of the code is meant.
    var part: Table.Column?
    /// The name of the column, for messages.
    var name: String
    /// How many digits its codes have, if some have lost the zeros before them.
    var digits: Int?
  }

  let from: Side
  let to: Side
  let comment: Table.Column?
  /// What the table itself says of how the codes are related.
  let relation: RelationWords
  /// How much a row means.
  let score: Score?
  /// The marks of footnotes beside codes.
  let marks: FootnoteMarks
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
      try self.init(named: head, in: table, graph: graph)
    }
  }

  private init(
    of table: Table, mappedBy map: SourceNode, of head: SourceNode, graph: GraphWriter
  ) throws(Diagnostic) {
    try map.checkKeys(
      [
        "from", "to", "from-uri", "to-uri", "from-part", "to-part", "relation", "score",
        "confidence", "source", "comment", "ignored",
      ], to: graph)
    func column(_ key: String) throws(Diagnostic) -> Table.Column? {
      guard let node = map.child(key) else { return nil }
      return try table.column(namedBy: node)
    }
    func side(_ key: String) throws(Diagnostic) -> Side {
      let (code, uri) = (try column(key), try column("\(key)-uri"))
      guard let named = code ?? uri else {
        throw .error(
          .missingKey, at: map.position, "'columns' has neither '\(key)' nor '\(key)-uri'",
          hint: "name the column of codes with '\(key)', or that of addresses with '\(key)-uri'")
      }
      return Side(
        framework: try head.require(key).value(), code: code, uri: uri,
        part: try column("\(key)-part"), name: table.header[named.index],
        digits: try Self.digits(of: head.child("pad")?.child(key)))
    }
    from = try side("from")
    to = try side("to")
    relation = try RelationWords(head, column: try column("relation"))
    score = try Score(map.child("score"), of: table, graph: graph)
    marks = try FootnoteMarks(head)
    confidence = try column("confidence")
    source = try column("source")
    comment = try column("comment")
    empty = Set(head.all("empty").map(\.text.trimmed))
  }

  private init(
    named head: SourceNode?, in table: Table, graph: GraphWriter
  ) throws(Diagnostic) {
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
    func side(_ name: FrameworkName, _ code: (framework: FrameworkName, column: Table.Column))
      -> Side
    {
      Side(
        framework: name, code: code.column, part: Self.part(of: code, in: table),
        name: table.header[code.column.index])
    }
    self.from = side(from, first)
    self.to = side(to, second)
    relation = try RelationWords(head, column: table.optionalColumn("Relation"))
    score = nil
    marks = try FootnoteMarks(head)
    confidence = table.optionalColumn("Confidence")
    empty = Set(head?.all("empty").map(\.text.trimmed) ?? [])
    source = table.optionalColumn("Source")
    comment = table.optionalColumn("Comments") ?? table.optionalColumn("Comment")
  }

  private static func digits(of node: SourceNode?) throws(Diagnostic) -> Int? {
    guard let node else { return nil }
    let text = try node.scalar()
    if let number = Int(text), (1...64).contains(number) { return number }
    throw .error(
      .badNumber, at: node.position, "'\(text.prefix(20).printable)' is not a number of digits",
      hint: "write how many digits the codes have: 'pad: {from: 4, to: 5}'")
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
