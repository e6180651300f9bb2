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

  /// The names of the columns, without spaces around them, and with one where there is white space
  /// within: a line break in a name is the publisher's, not the reader's.
  public let header: [String]
  /// Where the header stands.
  public let headerPosition: SourcePosition
  /// The YAML in the comment lines before the header, or in the file beside the table, where there is any.
  public let preamble: SourceNode?

  private let scanner: TableScanner

  /// Opens a table and reads its head and its header.
  ///
  /// - Parameters:
  ///   - part: The table.
  ///   - head: The file beside it that has its head, where there is one.
  /// - Throws: A diagnostic where there is no header, or it names a column twice.
  init(_ part: SourcePart, head: SourcePart? = nil) throws(Diagnostic) {
    let scanner = TableScanner(part)
    self.scanner = scanner
    let comments = try scanner.preamble().map { text throws(Diagnostic) in
      var reader = YAMLReader(part, text: text)
      return try reader.root()
    }
    if let head, comments != nil {
      throw .error(
        .twoHeads, at: head.position,
        "the comment lines of '\(part.name)' already say what this file says",
        hint: "keep one of them")
    }
    if comments == nil, let head { preamble = try head.yaml() } else { preamble = comments }
    try scanner.detectDelimiter()
    guard try scanner.nextRow() else {
      throw .error(.empty, at: part.position, "the table has no header")
    }
    headerPosition = scanner.position(ofField: 0)
    header = (0..<scanner.fieldCount).map { scanner.string($0).words.joined(separator: " ") }
    try checkHeader(part.limits)
  }

  /// Opens the start of a table for a look at whose it is, whatever is wrong with it.
  ///
  /// - Parameters:
  ///   - part: The table.
  ///   - head: The file beside it that has its head, where there is one.
  /// - Throws: A diagnostic where there is neither a head nor a header.
  init(sampleOf part: SourcePart, head: SourcePart?) throws(Diagnostic) {
    let scanner = TableScanner(part)
    self.scanner = scanner
    let comments = try scanner.preamble()
    preamble =
      comments.flatMap { Self.sketch(of: $0, in: part) }
      ?? head.flatMap { head in
        (try? TextStream.whole(head, limit: part.limits.documentBytes))
          .flatMap { Self.sketch(of: $0, in: head) }
      }
    try? scanner.detectDelimiter()
    let hasHeader = (try? scanner.nextRow()) == true
    guard hasHeader || preamble != nil else {
      throw .error(.empty, at: part.position, "the table has no header")
    }
    headerPosition = hasHeader ? scanner.position(ofField: 0) : part.position
    header = (0..<(hasHeader ? scanner.fieldCount : 0)).map { index in
      let name = scanner.string(index).words.joined(separator: " ")
      return name.utf8.count <= part.limits.keyBytes ? name : ""
    }
  }

  /// What a head says, or as much of it as its lines show.
  private static func sketch(of yaml: [UInt8], in part: SourcePart) -> SourceNode? {
    var reader = YAMLReader(part, text: yaml)
    return (try? reader.root()) ?? HeadSketch.node(of: yaml, in: part)
  }

  /// Returns the column with the first of these names that the header has.
  ///
  /// Case does not matter.
  ///
  /// - Throws: A `missing-column` diagnostic where it has none of them.
  public func column(_ names: String...) throws(Diagnostic) -> Column {
    if let column = names.lazy.compactMap({ self.optionalColumn($0) }).first { return column }
    throw .error(
      .missingColumn, at: headerPosition,
      "the table has no column \(names.map { "'\($0)'" }.joined(separator: " or "))",
      hint: "it has \(header.map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// Returns the column that a head names.
  ///
  /// - Throws: A `missing-column` diagnostic at the name where the table has none of it.
  public func column(namedBy node: SourceNode) throws(Diagnostic) -> Column {
    let name = try node.scalar()
    if let column = optionalColumn(name) { return column }
    let near = name.utf8.count > 64 ? [] : nearNames(to: name, in: header)
    throw .error(
      .missingColumn, at: node.position,
      "the table has no column '\(name.prefix(60).printable)'",
      hint: "it has \((near.isEmpty ? header : near).map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// Returns the column with this name, where there is one.
  ///
  /// Case does not matter.
  public func optionalColumn(_ name: String) -> Column? {
    let name = name.words.joined(separator: " ").lowercased()
    return header.firstIndex { $0.lowercased() == name }.map(Column.init)
  }

  /// Returns whether the table has all the columns of these names.
  ///
  /// Case does not matter.
  public func hasColumns(_ names: [String]) -> Bool {
    names.allSatisfy { optionalColumn($0) != nil }
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

  /// Reads the rows that are left, calls the body with each, and goes on where something is wrong with
  /// one: a row of another length than the header, or what the body throws.
  ///
  /// Rows in which nothing stands are passed over. The row is good until the body returns.
  ///
  /// - Throws: A problem of the file that cannot be read past, or that the host has ended the read.
  public func forEachRow(
    reportingTo graph: GraphWriter, _ body: (TableRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    while let row = try nextRow(reportingTo: graph) {
      _ = try graph.attempt { () throws(Diagnostic) in try body(row) }
    }
  }

  /// Reads the next row; nothing where none is left. It lets several tables be read side by side.
  ///
  /// A row of another length than the header is reported and passed over, a row in which nothing stands
  /// is passed over. The row is good until the next one is read.
  ///
  /// - Throws: A problem of the file that cannot be read past.
  public func nextRow(reportingTo graph: GraphWriter) throws(Diagnostic) -> TableRow? {
    while try scanner.nextRow() {
      guard scanner.fieldCount == header.count else {
        graph.report(raggedRow)
        continue
      }
      let row = TableRow(scanner: scanner)
      if !row.isBlank { return row }
    }
    return nil
  }

  private func checkHeader(_ limits: SourceLimits) throws(Diagnostic) {
    if header.count > limits.columns {
      throw .error(
        .tooManyColumns, at: headerPosition,
        "the table has more than \(limits.columns) columns")
    }
    var seen: Set<String> = []
    for (index, name) in header.enumerated() where !name.isEmpty {
      // Before any comparison: Unicode's takes long over a name that is made to be long.
      guard name.utf8.count <= limits.keyBytes else {
        throw .error(
          .nameTooLong, at: scanner.position(ofField: index),
          "the name of the column is longer than \(limits.keyBytes) bytes")
      }
      guard seen.insert(name.lowercased()).inserted else {
        throw .error(
          .duplicateColumn, at: scanner.position(ofField: index),
          "the column '\(name)' appears twice")
      }
    }
  }

  private var raggedRow: Diagnostic {
    let (found, expected) = (scanner.fieldCount, header.count)
    return .error(
      .rowLength, at: scanner.position(ofField: 0),
      "the row has \(found) \(found == 1 ? "field" : "fields"), the header has \(expected)",
      hint: found > expected
        ? "put fields that contain the delimiter in quotes" : "add the missing fields")
  }
}

/// A row of a table: a view of the bytes that are being read.
///
/// It is good until the body that it is given to returns; kept longer, it shows another row.
public struct TableRow {
  let scanner: TableScanner

  /// The field's text without the quotes, as the source gave it.
  public subscript(_ column: Table.Column) -> String { scanner.string(column.index) }

  /// The field as a value, or nothing where it is empty.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit.
  public func value<Value: TextValue>(
    _ column: Table.Column?, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value? {
    guard let column, text(column) != nil else { return nil }
    return try require(column)
  }

  /// The field as a value.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit, or there is none.
  public func require<Value: TextValue>(
    _ column: Table.Column, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value {
    guard let value = Value(text(column) ?? "") else {
      throw .error(
        Value.diagnosticID, at: position(column),
        "'\(self[column].prefix(60).printable)' is not \(Value.expectation)", hint: Value.hint)
    }
    return value
  }

  /// The field's text without spaces around it, or nothing where that leaves nothing.
  public func text(_ column: Table.Column?) -> String? {
    guard let column else { return nil }
    let text = self[column].trimmed
    return text.isEmpty ? nil : text
  }

  /// The field's text as the source gave it, or nothing where not even quotes stand there.
  ///
  /// It is how databases tell in CSV what is null from what is an empty text.
  public func given(_ column: Table.Column?) -> String? {
    guard let column, scanner.isGiven(column.index) else { return nil }
    return self[column]
  }

  /// Whether nothing stands in any field.
  public var isBlank: Bool {
    (0..<scanner.fieldCount).allSatisfy { scanner.string($0).trimmed.isEmpty }
  }

  /// Whether the field has white space at its ends, which `text` leaves out.
  public func hasStraySpace(_ column: Table.Column) -> Bool {
    let text = self[column]
    return text.utf8.count != text.trimmed.utf8.count
  }

  /// What a tally calls such a field, where it is a code.
  public static let straySpace = "a code with white space at either end, which was removed"

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
