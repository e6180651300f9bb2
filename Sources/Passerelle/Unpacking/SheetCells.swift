internal import PasserelleModel

/// Finds the cells of problems in tables that were made of sheets: the line is the row of the sheet, and the
/// place in the line tells the column.
struct SheetCells {
  /// The lines that problems are on, by the name of the table.
  private var tables: [String: (sheet: String, lines: [Int: [UInt8]])] = [:]

  init(of problems: [Diagnostic], in files: [SourceFile]) {
    for file in files {
      guard let content = file.content, let sheet = content.sheet else { continue }
      let names: Set = [file.name, file.nameInRelease]
      let wanted = Set(problems.lazy.map(\.position).filter { names.contains($0.file) }.map(\.line))
      let lines = wanted.isEmpty ? [:] : content.lines(wanted)
      for name in names { tables[name] = (sheet, lines) }
    }
  }

  /// The problem with its cell.
  func placed(_ problem: Diagnostic) -> Diagnostic {
    guard let table = tables[problem.position.file] else { return problem }
    var problem = problem
    problem.position.sheet = table.sheet
    if let line = table.lines[problem.position.line] {
      problem.position.column = Self.column(in: line, at: problem.position.column)
    }
    return problem
  }

  /// The number of the field that a column of code points is in.
  private static func column(in line: [UInt8], at place: Int) -> Int {
    var (field, scalars, isQuoted) = (1, 0, false)
    for byte in line {
      if byte & 0xC0 != 0x80 { scalars += 1 }
      if scalars >= place { break }
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { field += 1 }
    }
    return field
  }
}

extension UnpackedFile {
  /// The bytes of some lines.
  fileprivate func lines(_ wanted: Set<Int>) -> [Int: [UInt8]] {
    var (lines, number, offset) = ([Int: [UInt8]](), 1, 0)
    let last = wanted.max() ?? 0
    while number <= last {
      let block = file.read(1 << 20, at: offset)
      guard !block.isEmpty else { break }
      offset += block.count
      for piece in block.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
        if piece.offset > 0 { number += 1 }
        if wanted.contains(number) { lines[number, default: []] += piece.element }
      }
    }
    return lines
  }
}
