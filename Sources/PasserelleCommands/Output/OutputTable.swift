internal import Foundation
internal import PasserelleModel

/// Rows under named columns, in the form that was asked for.
struct OutputTable {
  var columns: [String]
  var rows: [[String]] = []

  func rendered(as format: TableFormat) throws -> String {
    switch format {
    case .text: text
    case .json: try json
    case .csv: csv
    }
  }

  /// Aligned columns; the last one runs free.
  private var text: String {
    guard !rows.isEmpty else { return "" }
    let rows = rows.map { $0.map(\.printable) }
    let widths = columns.indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == columns.count - 1
          ? cell : cell.padding(toLength: widths[index], withPad: " ", startingAt: 0)
      }
      .joined(separator: "  ").trimmedEnd
    }.joined(separator: "\n")
  }

  private var json: String {
    get throws {
      try JSONText.encode(
        rows.map { row in
          Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first })
        })
    }
  }

  private var csv: String {
    ([columns] + rows).map { row in row.map(Self.field).joined(separator: ",") }
      .joined(separator: "\r\n")
  }

  /// A field as RFC 4180 has it.
  ///
  /// What a spreadsheet would take for a formula gets an apostrophe.
  static func field(_ text: String) -> String {
    let isFormula = text.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    var (needsQuotes, hasQuotes) = (false, false)
    for byte in safe.utf8 {
      switch byte {
      case UInt8(ascii: "\""): hasQuotes = true
      case UInt8(ascii: ","), 0x0A, 0x0D: needsQuotes = true
      default: break
      }
    }
    guard needsQuotes || hasQuotes else { return safe }
    return "\"\(hasQuotes ? safe.replacing("\"", with: "\"\"") : safe)\""
  }
}

/// JSON as every command writes it: keys in order, so that two equal answers are equal texts.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  /// The same on one line, without spaces: a record of JSON Lines.
  static func line(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
