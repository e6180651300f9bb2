/// A cell of a sheet, written `C7`.
struct CellPlace: Hashable {
  /// From 0.
  var column: Int
  /// From 1.
  var row: Int

  init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

  /// Reads `C7`; nothing if it is not written so.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var (column, row, at) = (0, 0, 0)
    while at < text.count, case let letter = text[at] & ~0x20, (0x41...0x5A).contains(letter) {
      column = column * 26 + Int(letter - 0x40)
      at += 1
    }
    guard (1...3).contains(at), (1...9).contains(text.count - at) else { return nil }
    for byte in text[at...] {
      guard (0x30...0x39).contains(byte) else { return nil }
      row = row * 10 + Int(byte - 0x30)
    }
    guard row > 0 else { return nil }
    (self.column, self.row) = (column - 1, row)
  }
}

/// Cells that are merged into one, which has the value of the first.
struct MergedRange {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    (self.columns, self.rows) = (columns, rows)
  }

  /// Reads `A2:A9`; nothing if it is not written so.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")),
      let first = CellPlace(UnsafeBufferPointer(rebasing: text[..<colon])),
      let last = CellPlace(UnsafeBufferPointer(rebasing: text[(colon + 1)...])),
      first.column <= last.column, first.row <= last.row
    else { return nil }
    self.init(columns: first.column...last.column, rows: first.row...last.row)
  }
}
