/// The lines that the statements of a file of Turtle stand in.
///
/// Raptor names the line in which a statement ends; its author looks for where it begins.
struct StatementLines {
  private var statements: [(start: Int, end: Int)] = []

  /// Adds the next statement, by its first and last line.
  mutating func add(_ start: Int, _ end: Int) {
    statements.append((start, end))
  }

  /// The first line of the statement that a line is in; the line itself where no statement is known.
  func start(of line: Int) -> Int {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].end < line { low = middle + 1 } else { high = middle }
    }
    return low < statements.count ? min(statements[low].start, line) : line
  }
}
