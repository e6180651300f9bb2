public import PasserelleModel

/// A table in CSV or TSV (RFC 4180), read row by row in memory that does not grow with the file.
///
/// The delimiter is the comma, semicolon or tab that the header has most of. Comment lines with `#`
/// before the header are YAML that says where the table comes from. Rows must be as long as the
/// header; blank lines are passed over.
public final class Table {
  /// A column, found once by its name.
  public struct Column: Hashable, Sendable {
    /// The index, from 0.
    public let index: Int
  }

  /// The names of the columns, without spaces around them.
  public let header: [String]
  /// Where the header stands.
  public let headerPosition: SourcePosition
  /// The YAML in the comment lines before the header, where there is any.
  public let preamble: SourceNode?

  private let scanner: TableScanner

  /// Opens a table and reads its header.
  ///
  /// - Throws: A diagnostic where there is no header, or it names a column twice.
  init(_ part: SourcePart) throws(Diagnostic) {
    let scanner = TableScanner(part)
    self.scanner = scanner
    preamble = try scanner.preamble()
    try scanner.detectDelimiter()
    guard try scanner.nextRow() else {
      throw .error("empty", at: part.position, "the table has no header")
    }
    headerPosition = scanner.position(ofField: 0)
    header = (0..<scanner.fieldCount).map { scanner.string($0).trimmed }
    try checkHeader(part.limits)
  }

  /// Returns the column with the first of these names that the header has.
  ///
  /// Case does not matter.
  ///
  /// - Throws: A `missing-column` diagnostic where it has none of them.
  public func column(_ names: String...) throws(Diagnostic) -> Column {
    if let column = names.lazy.compactMap({ self.optionalColumn($0) }).first { return column }
    throw .error(
      "missing-column", at: headerPosition,
      "the table has no column \(names.map { "'\($0)'" }.joined(separator: " or "))",
      hint: "it has \(header.map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// Returns the column with this name, where there is one.
  ///
  /// Case does not matter.
  public func optionalColumn(_ name: String) -> Column? {
    let name = name.lowercased()
    return header.firstIndex { $0.lowercased() == name }.map(Column.init)
  }

  /// Reads the rows that are left and calls the body with each.
  ///
  /// The row is good until the body returns.
  public func forEachRow(
    _ body: (TableRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    while try scanner.nextRow() {
      guard scanner.fieldCount == header.count else { throw raggedRow }
      try body(TableRow(scanner: scanner))
    }
  }

  private func checkHeader(_ limits: SourceLimits) throws(Diagnostic) {
    if header.count > limits.columns {
      throw .error(
        "too-many-columns", at: headerPosition,
        "the table has more than \(limits.columns) columns")
    }
    var seen: Set<String> = []
    for (index, name) in header.enumerated() where !name.isEmpty {
      // Before any comparison: Unicode's takes long over a name that is made to be long.
      guard name.utf8.count <= limits.keyBytes else {
        throw .error(
          "name-too-long", at: scanner.position(ofField: index),
          "the name of the column is longer than \(limits.keyBytes) bytes")
      }
      guard seen.insert(name.lowercased()).inserted else {
        throw .error(
          "duplicate-column", at: scanner.position(ofField: index),
          "the column '\(name)' stands here twice")
      }
    }
  }

  private var raggedRow: Diagnostic {
    let (found, expected) = (scanner.fieldCount, header.count)
    return .error(
      "row-length", at: scanner.position(ofField: 0),
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header has \(expected)",
      hint: found > expected
        ? "put a field that holds the delimiter in quotes" : "add the fields that are missing")
  }
}

/// A row of a table: a view of the bytes that are being read.
///
/// It is good until the body that it is given to returns; kept longer, it shows another row.
public struct TableRow {
  let scanner: TableScanner

  /// The field's text without the quotes, as the source gave it.
  public subscript(_ column: Table.Column) -> String { scanner.string(column.index) }

  /// The field's text without spaces around it, or nothing where that leaves nothing.
  public func text(_ column: Table.Column?) -> String? {
    guard let column else { return nil }
    let text = self[column].trimmed
    return text.isEmpty ? nil : text
  }

  /// Looks the field's text up by its bytes, which are good until the body returns.
  public func index(
    of column: Table.Column, by body: (UnsafeBufferPointer<UInt8>) -> Int?
  ) -> Int? {
    scanner.index(column.index, by: body)
  }

  /// Where the field starts.
  public func position(_ column: Table.Column) -> SourcePosition {
    scanner.position(ofField: column.index)
  }

  /// Where the row starts.
  public var position: SourcePosition { scanner.position(ofField: 0) }
}
