/// A place in a source: the file, and the line and column in it.
///
/// Lines and columns count from 1. A column counts Unicode code points, as editors do, not bytes.
/// Line 0 stands for the file as a whole.
public struct SourcePosition: Hashable, Sendable {
  /// The name of the file, as the host knows it: relative, with `/`.
  public var file: String
  /// The index of the file among the parts of the source.
  public var part: Int
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int

  /// Creates the place at a line and column, by default the file as a whole.
  public init(file: String, part: Int = 0, line: Int = 0, column: Int = 0) {
    self.file = file
    self.part = part
    self.line = line
    self.column = column
  }
}

extension SourcePosition: CustomStringConvertible {
  /// The place as compilers print it: `ie-nqf.yaml:12:5`.
  public var description: String {
    line > 0 ? "\(file):\(line):\(column)" : file
  }
}

extension SourcePosition {
  /// Where the place is for someone who looks at another one: `on line 3`, `in 'b.csv', on line 3`.
  public func phrase(from other: SourcePosition) -> String {
    guard file == other.file else {
      return line > 0 ? "in '\(file)', on line \(line)" : "in '\(file)'"
    }
    guard line == other.line else { return "on line \(line)" }
    return column == other.column ? "at the same place" : "on the same line, at column \(column)"
  }
}
