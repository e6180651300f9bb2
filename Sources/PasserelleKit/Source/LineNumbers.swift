internal import PasserelleModel

/// Lines of a table as its head names them: `3`, `[2, 3]`, `[4, 700-712]`, or `700-` for all from one on.
struct LineNumbers: Sendable {
  /// The first line.
  let first: Int
  /// The last line.
  let last: Int
  /// Where they are named.
  let position: SourcePosition
  private let ranges: [ClosedRange<Int>]

  /// Reads the lines under a key; `nil` if the head does not have the key.
  init?(_ key: String, of head: SourceNode?) throws(Diagnostic) {
    guard let node = head?.child(key), let items = head?.all(key), !items.isEmpty else {
      return nil
    }
    ranges = try items.map(Self.range)
    position = node.position
    first = ranges.map(\.lowerBound).min() ?? 1
    last = ranges.map(\.upperBound).max() ?? 1
  }

  func contains(_ line: Int) -> Bool { ranges.contains { $0.contains(line) } }

  private static func range(_ node: SourceNode) throws(Diagnostic) -> ClosedRange<Int> {
    let text = try node.scalar()
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      Int(String($0).trimmed)
    }
    if let start = ends.first ?? nil, start > 0 {
      if ends.count == 1 { return start...start }
      if text.hasSuffix("-"), ends.count == 2 { return start...Int.max }
      if ends.count == 2, let end = ends[1], end >= start { return start...end }
    }
    throw .error(
      .badNumber, at: node.position, "'\(text.prefix(20).printable)' is not the number of a line",
      hint: "write '3', '700-712', or '700-' for all lines from there on")
  }
}
