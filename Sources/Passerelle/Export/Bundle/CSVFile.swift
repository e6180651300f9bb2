/// A table in CSV (RFC 4180) as PostgreSQL reads it: nothing at all is null, and an empty text is
/// quoted.
///
/// Its line ends are those of all CSV of the program: CR LF.
final class CSVFile {
  private let file: ExportFile

  init(_ path: String, columns: [String], sparing inputs: [String]) throws {
    file = try ExportFile(path, sparing: inputs)
    try file.write(columns.joined(separator: ",") + "\r\n")
  }

  func add(_ cells: [String?]) throws {
    try file.write(cells.map { $0.map(Self.field) ?? "" }.joined(separator: ",") + "\r\n")
  }

  func close() throws { try file.close() }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D: true
      default: false
      }
    }
    guard needsQuotes || text.isEmpty else { return text }
    return "\"\(text.escaping { $0 == UInt8(ascii: "\"") ? "\"\"" : nil })\""
  }
}
