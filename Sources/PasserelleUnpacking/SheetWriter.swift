internal import PasserelleModel

/// Writes the rows of a sheet as a table in CSV whose lines are the rows of the sheet.
///
/// A line break within a cell becomes a space, so that this holds.
struct SheetWriter {
  let name: String
  /// How many columns each row is written with.
  private let width: Int
  /// How many columns have a value.
  private(set) var widest = 0
  private let archive: Archive
  private let receiver: any UnpackedReceiver
  private var merges: MergedCells
  /// The row that is written next.
  private var next = 1
  private var cells = 0
  private var hasBegun = false
  private var hasRows = false
  private var bytes: [UInt8] = []

  init(
    _ name: String, width: Int, merging ranges: [MergedRange] = [], in archive: Archive,
    into receiver: any UnpackedReceiver
  ) {
    (self.name, self.width, self.archive, self.receiver) = (name, width, archive, receiver)
    merges = MergedCells(ranges)
  }

  /// The place of a cell, or of the sheet as a whole.
  func position(_ cell: CellPlace? = nil) -> SourcePosition {
    SourcePosition(
      file: archive.part.name, part: archive.part.index, line: cell?.row ?? 0,
      column: cell.map { $0.column + 1 } ?? 0, sheet: name)
  }

  /// Merges cells of the row that is about to be written, and of those below it.
  mutating func merge(_ range: MergedRange) { merges.add(range) }

  /// Writes a row.
  ///
  /// - Parameters:
  ///   - row: Its number, from 1.
  ///   - values: What its cells show, from the first column on.
  /// - Throws: A diagnostic if the sheet has more than it may.
  mutating func write(row: Int, _ values: [String]) throws(Diagnostic) {
    guard row >= next else {
      throw .error(
        .brokenArchive, at: position(),
        "the rows of the sheet are not in their order: \(row) after \(next - 1)",
        hint: "open the workbook in a spreadsheet program, and save it again")
    }
    guard row <= archive.limits.rows else { throw tooMany("rows", archive.limits.rows) }
    guard let last = values.lastIndex(where: { !$0.isEmpty }) else { return }
    cells += values.count { !$0.isEmpty }
    guard cells <= archive.limits.cells else { throw tooMany("cells", archive.limits.cells) }
    guard last < archive.limits.columns else {
      throw .error(
        .tooManyColumns, at: position(CellPlace(column: last, row: row)),
        "the sheet has more than \(archive.limits.columns) columns",
        hint: "delete what is far to the right of the table")
    }
    widest = max(widest, last + 1)
    if !hasBegun { try begin() }
    let breaks = row - next
    bytes.append(contentsOf: repeatElement(0x0A, count: breaks))
    let isHead = !hasRows && last == 0 && values[0].hasPrefix("#") && breaks == 0
    if isHead {
      append(values[0])
    } else {
      hasRows = true
      let values = merges.fill(values, row: row, width: width)
      for column in 0..<max(width, values.count) {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        if column < values.count { appendField(values[column]) }
      }
    }
    bytes.append(0x0A)
    next = row + 1
    if bytes.count >= PartReader.chunk { try flush() }
  }

  /// Writes what is left.
  mutating func finish() throws(Diagnostic) { try flush() }

  /// Whether there was any row.
  var isEmpty: Bool { !hasBegun }

  private mutating func begin() throws(Diagnostic) {
    hasBegun = true
    try receiver.begin("\(name.fileName).csv", sheet: name)
  }

  private mutating func flush() throws(Diagnostic) {
    guard !bytes.isEmpty else { return }
    try receiver.append(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Puts a value into quotes where anything in it could be taken for more than a value.
  private mutating func appendField(_ value: String) {
    let needsQuotes = value.utf8.contains { $0 < 0x21 || Self.special.contains($0) }
    guard needsQuotes else { return bytes.append(contentsOf: value.utf8) }
    bytes.append(UInt8(ascii: "\""))
    append(value, doubling: true)
    bytes.append(UInt8(ascii: "\""))
  }

  private static let special = Array("\",;#".utf8)

  private mutating func append(_ value: String, doubling: Bool = false) {
    var wasReturn = false
    for byte in value.utf8 {
      if byte == UInt8(ascii: "\""), doubling { bytes.append(byte) }
      let isBreak = (0x0A...0x0D).contains(byte)
      if byte == 0x0A, wasReturn {
        wasReturn = false
        continue
      }
      wasReturn = byte == 0x0D
      bytes.append(isBreak || byte == 0 ? 0x20 : byte)
    }
  }

  private func tooMany(_ what: String, _ limit: Int) -> Diagnostic {
    .error(
      .tooManyCells, at: position(), "the sheet has more than \(limit) \(what)",
      hint: "delete what is far below or beside the table, or save the sheet as CSV")
  }
}

/// The merged cells of the rows that are being written.
private struct MergedCells {
  /// The ranges that are still to come, the last first.
  private var coming: [MergedRange]
  private var current: [(range: MergedRange, value: String)] = []

  init(_ ranges: [MergedRange]) {
    coming = ranges.sorted { $0.rows.lowerBound > $1.rows.lowerBound }
  }

  mutating func add(_ range: MergedRange) { coming.append(range) }

  /// The row with the values of the merged cells that it has a part of.
  mutating func fill(_ values: [String], row: Int, width: Int) -> [String] {
    current.removeAll { $0.range.rows.upperBound < row }
    while let range = coming.last, range.rows.lowerBound <= row {
      coming.removeLast()
      let first = range.columns.lowerBound
      guard range.rows.lowerBound == row, values.indices.contains(first), !values[first].isEmpty
      else {
        continue
      }
      // No honest ranges overlap; so many may be open as there are columns.
      guard !current.contains(where: { $0.range.columns.overlaps(range.columns) }) else { continue }
      current.append((range, values[first]))
    }
    guard !current.isEmpty else { return values }
    var values = values
    for (range, value) in current {
      for column in range.columns.prefix(while: { $0 < width }) {
        if column >= values.count {
          values += Array(repeating: "", count: column + 1 - values.count)
        }
        if values[column].isEmpty { values[column] = value }
      }
    }
    return values
  }
}

extension String {
  /// The name of a sheet as that of a file.
  fileprivate var fileName: String {
    String(
      unicodeScalars.map { scalar in
        scalar == "/" || scalar == "\\" || scalar.value < 0x20 ? "_" : Character(scalar)
      })
  }
}
