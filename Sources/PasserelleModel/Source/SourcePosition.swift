/// A place in a source: the file, and the line and column in it.
///
/// Lines and columns count from 1. A column counts Unicode code points, as editors do, not bytes.
/// Line 0 stands for the file as a whole. In a sheet of a workbook, they are the row and the column.
public struct SourcePosition: Hashable, Sendable {
  /// The name of the file, as the host knows it: relative, with `/`.
  public var file: String
  /// The index of the file among the parts of the source.
  public var part: Int
  /// The line, from 1.
  public var line: Int
  /// The column, from 1.
  public var column: Int
  /// The sheet, if the file is a workbook.
  public var sheet: String?

  /// Creates the place at a line and column, by default the file as a whole.
  public init(
    file: String, part: Int = 0, line: Int = 0, column: Int = 0, sheet: String? = nil
  ) {
    self.file = file
    self.part = part
    self.line = line
    self.column = column
    self.sheet = sheet
  }
}

extension SourcePosition: CustomStringConvertible {
  /// The place as compilers print it, `ie-nqf.yaml:12:5`; in a workbook, `codes.xlsx:Sheet1!C7`.
  public var description: String {
    guard let sheet else { return line > 0 ? "\(file):\(line):\(column)" : file }
    return cell.map { "\(file):\(sheet)!\($0)" } ?? "\(file):\(sheet)"
  }

  /// The cell as a workbook names it, `C7`; nothing elsewhere.
  public var cell: String? {
    guard sheet != nil, line > 0 else { return nil }
    var (letters, rest) = ("", max(1, column))
    while rest > 0 {
      letters = "\(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))" + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(line)"
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
