public import PasserelleModel

/// A table in CSV or TSV (RFC 4180), read row by row in memory that does not grow with the file.
///
/// The delimiter is the comma, semicolon or tab that the header has most of. Comment lines with `#`
/// before the header are YAML that says where the table comes from, and on which lines its header
/// and its rows are. Rows must be as long as the header; blank lines are passed over.
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
  /// The columns of each name, in lower case.
  private let indices: [String: [Int]]
  /// Where each field of the header starts.
  private let positions: [SourcePosition]
  private let choice: RowChoice?
  /// A name that was asked for, and that several columns have.
  private var ambiguity: Diagnostic?

  /// Opens a table and reads its head and its header.
  ///
  /// - Parameters:
  ///   - part: The table.
  ///   - head: The file beside it that has its head, where there is one.
  /// - Throws: A diagnostic where there is no header.
  init(_ part: SourcePart, head: SourcePart? = nil) throws(Diagnostic) {
    let scanner = TableScanner(part)
    self.scanner = scanner
    preamble = try Self.preamble(of: scanner, named: part.name, beside: head)
    choice = try RowChoice(preamble)
    let (rows, start) = try Self.headerRows(of: scanner, by: choice)
    headerPosition = start
    header = rows.joinedNames
    positions = (0..<scanner.fieldCount).map { scanner.position(ofField: $0) }
    try Self.check(header, from: start, at: positions, part.limits)
    indices = Dictionary(grouping: header.indices) { [header] in header[$0].lowercased() }
    try choice?.find(in: self)
  }

  /// The YAML in the comment lines of a table, or in the file beside it.
  static func preamble(
    of scanner: TableScanner, named name: String, beside head: SourcePart?
  ) throws(Diagnostic) -> SourceNode? {
    let comments = try scanner.preamble().map { text throws(Diagnostic) in
      var reader = YAMLReader(scanner.part, text: text)
      return try reader.root()
    }
    guard let head else { return comments }
    if comments != nil {
      throw .error(
        .twoHeads, at: head.position,
        "the comment lines of '\(name)' already say what this file says",
        hint: "keep one of them")
    }
    return try head.yaml()
  }

  /// The rows of the header, on the lines that the head names or on the first that is not blank.
  private static func headerRows(
    of scanner: TableScanner, by choice: RowChoice?
  ) throws(Diagnostic) -> (rows: [[String]], start: SourcePosition) {
    if let (name, place) = choice?.headerColumn {
      return try headerRow(of: scanner, with: name, at: place)
    }
    let lines = choice?.header
    if let first = lines?.first { try scanner.skip(toLine: first) }
    try scanner.detectDelimiter()
    var rows: [[String]] = []
    var start: SourcePosition?
    var isWhole = false
    while !isWhole, try scanner.nextRow() {
      let line = scanner.rowLine
      if let lines, line > lines.last { break }
      isWhole = lines.map { line == $0.last } ?? true
      guard lines?.contains(line) ?? true else { continue }
      start = start ?? scanner.position(ofField: 0)
      rows.append(names(in: scanner))
    }
    if isWhole, let start { return (rows, start) }
    if let lines {
      throw .error(
        .missingHeader, at: lines.position,
        "no row starts on line \(start == nil ? lines.first : lines.last)",
        hint:
          "'header' is the line on which the names of the columns are, as an editor counts lines")
    }
    throw .error(.empty, at: scanner.part.position, "the table has no header")
  }

  /// The first row that has a name among its fields, within the lines that an office writes above a table.
  private static func headerRow(
    of scanner: TableScanner, with name: String, at place: SourcePosition
  ) throws(Diagnostic) -> (rows: [[String]], start: SourcePosition) {
    try scanner.detectDelimiter()
    while try scanner.nextRow(), scanner.rowLine <= 100 {
      let names = names(in: scanner)
      if names.contains(name) { return ([names], scanner.position(ofField: 0)) }
    }
    throw .error(
      .missingHeader, at: place, "no row has the name '\(name.prefix(60).printable)'",
      hint: "write the name of a column as the header has it, or the number of the header's line")
  }

  /// The fields of the current row as names of columns.
  private static func names(in scanner: TableScanner) -> [String] {
    (0..<scanner.fieldCount).map { scanner.string($0).words.joined(separator: " ") }
  }

  /// Checks the size of a header before anything is made of it.
  private static func check(
    _ header: [String], from start: SourcePosition, at positions: [SourcePosition],
    _ limits: SourceLimits
  ) throws(Diagnostic) {
    if header.count > limits.columns {
      throw .error(
        .tooManyColumns, at: start, "the table has more than \(limits.columns) columns")
    }
    for (index, name) in header.enumerated() where name.utf8.count > limits.keyBytes {
      throw .error(
        .nameTooLong, at: positions.indices.contains(index) ? positions[index] : start,
        "the name of the column is longer than \(limits.keyBytes) bytes")
    }
  }

  private func position(ofHeader index: Int) -> SourcePosition {
    positions.indices.contains(index) ? positions[index] : headerPosition
  }

  // MARK: - Columns

  /// All columns, in their order, with their names.
  public var columns: [(name: String, column: Column)] {
    header.enumerated().map { ($1, Column(index: $0)) }
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
    let comments = (try? scanner.preamble()) ?? nil
    preamble =
      comments.flatMap { Self.sketch(of: $0, in: part) }
      ?? head.flatMap { head in
        (try? TextStream.whole(head, limit: part.limits.documentBytes))
          .flatMap { Self.sketch(of: $0, in: head) }
      }
    choice = (try? RowChoice(preamble)) ?? nil
    let found = try? Self.headerRows(of: scanner, by: choice)
    guard found != nil || preamble != nil else {
      throw .error(.empty, at: part.position, "the table has no header")
    }
    headerPosition = found?.start ?? part.position
    header = (found?.rows ?? []).joinedNames.map { name in
      name.utf8.count <= part.limits.keyBytes ? name : ""
    }
    positions = found == nil ? [] : (0..<scanner.fieldCount).map { scanner.position(ofField: $0) }
    indices = Dictionary(grouping: header.indices) { [header] in header[$0].lowercased() }
    try? choice?.find(in: self)
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

  /// Returns the column that a head names: `Code`, or `Code (2)` for the second of that name.
  ///
  /// - Throws: A `missing-column` diagnostic at the name where the table has none of it, and
  ///   `duplicate-column` where it has several.
  public func column(namedBy node: SourceNode) throws(Diagnostic) -> Column {
    try column(named: node.scalar(), at: node.position)
  }

  /// Returns the column that a head names as a key, or in a place of its own.
  ///
  /// - Throws: As `column(namedBy:)`.
  public func column(named name: String, at place: SourcePosition) throws(Diagnostic) -> Column {
    let found = columns(named: name)
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw .error(
        .duplicateColumn, at: place,
        "the table has \(found.count) columns '\(name.prefix(60).printable)'",
        hint: "write '\(name) (1)' for the first, '\(name) (2)' for the second")
    }
    let near = name.utf8.count > 64 ? [] : nearNames(to: name, in: header)
    throw .error(
      .missingColumn, at: place,
      "the table has no column '\(name.prefix(60).printable)'",
      hint: "it has \((near.isEmpty ? header : near).map { "'\($0)'" }.joined(separator: ", "))")
  }

  /// Returns all columns that a head names, where it does not matter how many have the name.
  ///
  /// - Throws: A `missing-column` diagnostic at the name where the table has none of it.
  public func columns(namedBy node: SourceNode) throws(Diagnostic) -> [Column] {
    let found = columns(named: try node.scalar())
    return found.isEmpty ? [try column(namedBy: node)] : found
  }

  /// Returns the column with this name, where there is one.
  ///
  /// Case does not matter. If several columns have the name, the first is returned, and reading the
  /// rows is an error: nobody can know which is meant.
  public func optionalColumn(_ name: String) -> Column? {
    let found = columns(named: name)
    if found.count > 1 {
      ambiguity = .error(
        .duplicateColumn, at: position(ofHeader: found[1].index),
        "the column '\(header[found[1].index].printable)' appears twice",
        hint: "delete one of the two, or give it another name")
    }
    return found.first
  }

  /// The columns of a name, or the one that is meant by it: `Code (2)`.
  func columns(named name: String) -> [Column] {
    let name = name.words.joined(separator: " ").lowercased()
    if let found = indices[name] { return found.map(Column.init) }
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "("),
      let number = Int(name[name.index(after: open)...].dropLast()),
      let found = indices[String(name[..<open]).trimmed], found.indices.contains(number - 1)
    else { return [] }
    return [Column(index: found[number - 1])]
  }

  /// Returns whether the table has all the columns of these names.
  ///
  /// Case does not matter.
  public func hasColumns(_ names: [String]) -> Bool {
    names.allSatisfy { optionalColumn($0) != nil }
  }

  // MARK: - Rows

  /// Reads the rows that are left and calls the body with each.
  ///
  /// The row is good until the body returns.
  public func forEachRow(
    _ body: (TableRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    if let ambiguity { throw ambiguity }
    while try scanner.nextRow() {
      if choice?.passesOver(scanner) == true { continue }
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
    reportCorrections(to: graph)
    choice?.reportUnmatched(to: graph)
  }

  /// Reads the next row; nothing where none is left.
  ///
  /// It lets several tables be read side by side. A row of another length than the header is reported and
  /// passed over, a row in which nothing stands is passed over. The row is good until the next one is read.
  ///
  /// - Throws: A problem of the file that cannot be read past.
  public func nextRow(reportingTo graph: GraphWriter) throws(Diagnostic) -> TableRow? {
    if let ambiguity { throw ambiguity }
    while try scanner.nextRow() {
      if choice?.passesOver(scanner) == true { continue }
      guard scanner.fieldCount == header.count else {
        graph.report(raggedRow)
        continue
      }
      let row = TableRow(scanner: scanner)
      if !row.isBlank { return row }
    }
    return nil
  }

  /// Takes what looks like a spreadsheet's guard, such as `="0110"`, for the text that it is: no
  /// spreadsheet wrote this table.
  public func keepGuards() { scanner.keepsGuards = true }

  /// Says how many fields a spreadsheet's guard was taken off.
  ///
  /// `forEachRow(reportingTo:)` does so itself.
  public func reportCorrections(to graph: GraphWriter) {
    guard let (first, count) = scanner.guarded else { return }
    var tally = Tally(of: "corrected", as: .mended)
    tally.count(
      "a field that a spreadsheet reads as text only, such as '=\"0110\"', which was read as its text",
      times: count, at: first)
    tally.report(to: graph)
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

extension [[String]] {
  /// The names of columns whose header is on several rows.
  ///
  /// A name above several columns is above each, up to the next. One that is on several rows, as merged
  /// cells have it, is one.
  fileprivate var joinedNames: [String] {
    guard let last else { return [] }
    return last.indices.map { column in
      let above = dropLast().compactMap { row -> String? in
        let name = row.prefix(column + 1).last { !$0.isEmpty }
        return name?.isEmpty == false ? name : nil
      }
      let names = (above + [last[column]]).filter { !$0.isEmpty }
      return names.enumerated().filter { $0 == 0 || names[$0 - 1] != $1 }.map(\.element)
        .joined(separator: " ")
    }
  }
}
