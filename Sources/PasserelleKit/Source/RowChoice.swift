internal import PasserelleModel

/// Which lines of a table are its header, and which of its rows are read, as its head says.
///
/// `header: [3, 4]` and `skip: [5, 700-]` name lines, `header: Code` the first that has this name; `only` and `except` choose rows by what a column
/// says: `only: {Scale ID: IM}`.
final class RowChoice {
  /// The keys of a head that choose rows.
  static let keys = ["sheet", "header", "skip", "only", "except"]

  /// The lines of the header, where the head names them.
  let header: LineNumbers?
  /// A column that the header is known by, where offices write more or less above it.
  let headerColumn: (name: String, position: SourcePosition)?
  private let skipped: LineNumbers?
  private let head: SourceNode
  private let empty: Set<String>
  private var conditions: [RowCondition] = []

  init?(_ head: SourceNode?) throws(Diagnostic) {
    guard let head, Self.keys.contains(where: { head.child($0) != nil }) else { return nil }
    self.head = head
    headerColumn = Self.column(of: head.child("header"))
    header = headerColumn == nil ? try LineNumbers("header", of: head) : nil
    if let header, header.last - header.first >= Self.mostHeaderLines {
      throw .error(
        .badNumber, at: header.position,
        "a header cannot have more than \(Self.mostHeaderLines) lines",
        hint: "write the line on which the names of the columns are")
    }
    skipped = try LineNumbers("skip", of: head)
    empty = Set(head.all("empty").map(\.text.trimmed))
  }

  private static let mostHeaderLines = 16

  private static func column(of node: SourceNode?) -> (name: String, position: SourcePosition)? {
    guard let node, node.kind == .scalar, node.text.contains(where: \.isLetter) else { return nil }
    return (node.text.words.joined(separator: " "), node.position)
  }

  /// Finds the columns that `only` and `except` name.
  func find(in table: Table) throws(Diagnostic) {
    for (key, isWanted) in [("only", true), ("except", false)] {
      guard let list = head.child(key) else { continue }
      guard list.kind == .mapping else {
        throw .error(
          .wrongType, at: list.position, "'\(key)' takes columns with values",
          hint: "write '\(key): {Column: value}'")
      }
      for node in list.children {
        let column = try table.column(named: node.name, at: node.keyPosition)
        conditions.append(RowCondition(node, column: column, isWanted: isWanted))
      }
    }
  }

  /// Whether the current row is not to be read.
  func passesOver(_ scanner: TableScanner) -> Bool {
    if let skipped, skipped.contains(scanner.rowLine) { return true }
    var isPassedOver = false
    for index in conditions.indices {
      let column = conditions[index].column.index
      // A row may be shorter than the header: a remark below the table.
      var text = column < scanner.fieldCount ? scanner.string(column).trimmed : ""
      if empty.contains(text) { text = "" }
      if conditions[index].matches(text) != conditions[index].isWanted { isPassedOver = true }
    }
    return isPassedOver
  }

  /// Says which values no row has: they are misspelt, as a rule.
  func reportUnmatched(to graph: GraphWriter) {
    for condition in conditions {
      for value in condition.unmatched {
        graph.report(
          .warning(
            .noSuchRow, at: value.position,
            "no row has '\(value.text.prefix(60).printable)' in the column '\(condition.name)'",
            hint: "write the value as the table does, or leave it out"))
      }
    }
  }
}

/// A column, and the values that choose a row.
private struct RowCondition {
  let column: Table.Column
  let name: String
  /// Whether rows with one of the values are read, or passed over.
  let isWanted: Bool
  private let values: [SourceNode]
  private var isMatched: [Bool]

  init(_ node: SourceNode, column: Table.Column, isWanted: Bool) {
    name = node.name
    self.column = column
    self.isWanted = isWanted
    values = node.kind == .sequence ? node.children : [node]
    isMatched = values.map { _ in false }
    texts = values.map(\.text.trimmed)
  }

  private let texts: [String]

  /// The values that no row has had.
  var unmatched: [(text: String, position: SourcePosition)] {
    zip(values, isMatched).filter { !$1 && !$0.text.trimmed.isEmpty }
      .map { ($0.0.text.trimmed, $0.0.position) }
  }

  /// Whether a field has one of the values: `*` at the end of one stands for any text.
  mutating func matches(_ text: String) -> Bool {
    for (index, value) in texts.enumerated() {
      let isMatch =
        value.hasSuffix("*") ? !text.isEmpty && text.hasPrefix(value.dropLast()) : text == value
      guard isMatch else { continue }
      isMatched[index] = true
      return true
    }
    return false
  }
}
