/// The lines that the statements of a file of Turtle stand in.
///
/// Raptor names the line in which a statement ends; its author looks for where it begins, and where each
/// thing in it stands.
struct StatementLines {
  private struct Statement {
    var start: Int
    var end: Int
    /// Where the lines of its objects are; nothing if all are in one line, or if it has brackets, within
    /// which triples do not come in the order of the text.
    var objects: Range<Int>
  }

  private var statements: [Statement] = []
  private var objects: [Int] = []
  /// The statement whose triples come, and how many have come.
  private var current = (statement: 0, triples: 0)

  /// Adds the next statement, by its first and last line and the lines of its objects.
  mutating func add(_ start: Int, _ end: Int, objects lines: [Int]) {
    let first = objects.count
    if start < end { objects += lines }
    statements.append(Statement(start: start, end: end, objects: first..<objects.count))
  }

  /// Where the next triple stands, whose statement ends in a line.
  ///
  /// - Parameter line: The line that Raptor names.
  /// - Returns: The first line of the statement, and that of the object; the line itself where no statement
  ///   is known.
  mutating func next(endingIn line: Int) -> (start: Int, object: Int) {
    while let statement = self[current.statement], statement.end < line || isDone(line) {
      current = (current.statement + 1, 0)
    }
    guard let statement = self[current.statement], statement.start <= line else {
      return (line, line)
    }
    current.triples += 1
    let index = statement.objects.lowerBound + current.triples - 1
    return (
      statement.start, statement.objects.contains(index) ? objects[index] : statement.start
    )
  }

  /// Whether all triples of the statement have come, and another one ends in the line.
  private func isDone(_ line: Int) -> Bool {
    guard let statement = self[current.statement], !statement.objects.isEmpty,
      current.triples >= statement.objects.count
    else { return false }
    return self[current.statement + 1]?.end == line
  }

  private subscript(index: Int) -> Statement? {
    statements.indices.contains(index) ? statements[index] : nil
  }
}
