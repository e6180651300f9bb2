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
    let needsQuotes =
      text.isEmpty || text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}
