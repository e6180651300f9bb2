internal import Foundation
internal import PasserelleModel

/// Rows under named columns.
public struct Table: Hashable, Sendable {
  /// The names of the columns.
  public var columns: [String]
  /// The rows, a cell a column.
  public var rows: [[String]] = []

  /// Creates a table.
  public init(columns: [String], rows: [[String]] = []) {
    (self.columns, self.rows) = (columns, rows)
  }

  /// The rows in aligned columns, without a head; the last column runs free.
  public var text: String {
    guard !rows.isEmpty else { return "" }
    let rows = rows.map { $0.map(\.printable) }
    let widths = columns.indices.map { column in
      rows.map { $0[column].columns }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == columns.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.columns)
      }
      .joined(separator: "  ").trimmedEnd
    }.joined(separator: "\n")
  }

  /// The rows in aligned columns, or, where those are wider than the paper, each row as a block: its first
  /// cell, and the others below it, broken between cells and words only.
  func text(within width: Int?) -> String {
    let text = self.text
    guard let width, text.split(separator: "\n").contains(where: { $0.columns > width }) else {
      return text
    }
    return rows.map { row in
      let cells = row.map(\.printable).filter { !$0.isEmpty }
      return
        ([cells.first ?? ""] + Self.lines(of: cells.dropFirst(), width: width - 2).map { "  \($0)" })
        .joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Cells one after the other, on as many lines as they need.
  private static func lines(of cells: ArraySlice<String>, width: Int) -> [String] {
    var lines: [String] = []
    for cell in cells {
      var isFirst = true
      // A cell that has room on a line of its own is not broken.
      let parts = cell.columns <= width ? [cell] : cell.split(separator: " ").map(String.init)
      for part in parts {
        let gap = isFirst ? "  " : " "
        if let last = lines.last, last.columns + gap.count + part.columns <= width {
          lines[lines.count - 1] += gap + part
        } else {
          lines.append(part)
        }
        isFirst = false
      }
    }
    return lines
  }

  /// The table for spreadsheets: RFC 4180, with its line end after each row, the last one too.
  public var csv: String { ([columns] + rows).map { Self.record($0) }.joined() }

  /// A row of CSV with its line end: the one that all CSV of the program has.
  package static func record(
    _ cells: [String], at separator: UInt8 = UInt8(ascii: ",")
  ) -> String {
    fields(cells, at: separator) + "\r\n"
  }

  /// The fields of a row.
  static func fields(_ cells: [String], at separator: UInt8 = UInt8(ascii: ",")) -> String {
    var row = ""
    row.reserveCapacity(cells.reduce(0) { $0 + $1.utf8.count + 3 })
    for (index, cell) in cells.enumerated() {
      if index > 0 { row.unicodeScalars.append(Unicode.Scalar(separator)) }
      add(cell, at: separator, to: &row)
    }
    return row
  }

  /// A field as RFC 4180 has it; one that a spreadsheet would take for a formula gets an apostrophe.
  package static func field(
    _ text: String, at separator: UInt8 = UInt8(ascii: ",")
  ) -> String {
    var field = ""
    add(text, at: separator, to: &field)
    return field
  }

  private static func add(_ text: String, at separator: UInt8, to row: inout String) {
    let isFormula =
      (text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false) && !text.isSignedNumber
    let guarded = isFormula ? "'" : ""
    let (needsQuotes, hasQuotes) = text.signs(beside: separator)
    guard needsQuotes || hasQuotes else {
      row += guarded
      row += text
      return
    }
    row += "\""
    row += guarded
    var rest = Substring(text)
    while hasQuotes, let quote = rest.utf8.firstIndex(of: UInt8(ascii: "\"")) {
      row += rest[...quote]
      row += "\""
      rest = rest[rest.utf8.index(after: quote)...]
    }
    row += rest
    row += "\""
  }
}

extension String {
  /// Whether a field with the text needs quotes, and whether it has any itself.
  fileprivate func signs(beside separator: UInt8) -> (needsQuotes: Bool, hasQuotes: Bool) {
    var text = self
    return text.withUTF8 { bytes in
      // No early end and no branch: the processor then looks at many bytes at once.
      var (needed, quotes): (UInt8, UInt8) = (0, 0)
      for byte in bytes {
        needed |= (byte == separator ? 1 : 0) | (byte == 0x0A ? 1 : 0) | (byte == 0x0D ? 1 : 0)
        quotes |= byte == UInt8(ascii: "\"") ? 1 : 0
      }
      return (needed != 0, quotes != 0)
    }
  }
}

extension String {
  /// The text of a field that may have an apostrophe against being taken for a formula, without that.
  package var withoutGuard: String {
    guard hasPrefix("'"), let second = utf8.dropFirst().first, "=+-@\t\r".utf8.contains(second)
    else { return self }
    return String(dropFirst())
  }

  /// Whether it is a number with a sign, such as the `-9` that surveys write for no answer.
  fileprivate var isSignedNumber: Bool {
    let digits = utf8.dropFirst()
    return digits.first.map { (0x30...0x39).contains($0) } ?? false
      && digits.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
      && (hasPrefix("-") || hasPrefix("+"))
  }

  var trimmedEnd: String {
    guard utf8.last == UInt8(ascii: " ") else { return self }
    return String(
      self[..<(utf8.lastIndex { $0 != UInt8(ascii: " ") }.map(utf8.index(after:)) ?? startIndex)])
  }
}
