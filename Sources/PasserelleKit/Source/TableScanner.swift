internal import PasserelleModel

/// Splits the text of a table into rows and fields.
///
/// The fields of the current row are ranges of one buffer, which is moved on row by row.
final class TableScanner {
  /// How many fields the current row has.
  private(set) var fieldCount = 0
  /// Whether all bytes of the current row are ASCII.
  private var isASCII = true

  let part: SourcePart
  private let maxColumns: Int
  private var stream: TextStream
  private var chunk: [UInt8] = []
  private let buffer: RowStorage
  /// Where the current row starts in the buffer, and the next one.
  private var rowStart = 0
  private var next = 0
  /// The line that the current row starts on, and the next one.
  private(set) var rowLine = 1
  private(set) var nextLine = 1
  /// Whether a spreadsheet's guard is left on its field.
  var keepsGuards = false
  /// Where the first guard was taken off a field, and how many were.
  private(set) var guarded: (first: SourcePosition, count: Int)?
  private var isAtEnd = false
  private var delimiter = UInt8(ascii: ",")

  init(_ part: SourcePart) {
    self.part = part
    maxColumns = part.limits.columns
    buffer = RowStorage(columns: maxColumns)
    stream = TextStream(part, limit: part.limits.streamBytes)
  }

  // MARK: - The head

  /// Reads the comment lines at the start, which are YAML: each `#` becomes a space, so that places stay.
  func preamble() throws(Diagnostic) -> [UInt8]? {
    var yaml: [UInt8] = []
    while try fill(to: next + 1), buffer.bytes[next] == UInt8(ascii: "#") {
      let end = try lineEnd()
      yaml.append(UInt8(ascii: " "))
      yaml += buffer[next + 1..<end]
      next = end
      nextLine += 1
      if yaml.count > part.limits.documentBytes { throw tooLong(from: next) }
    }
    return yaml.isEmpty ? nil : yaml
  }

  /// Passes over the lines before another, whatever they say.
  func skip(toLine line: Int) throws(Diagnostic) {
    while nextLine < line, try fill(to: next + 1) {
      next = try lineEnd()
      nextLine += 1
      if next > TextStream.chunk {
        buffer.removeFirst(next)
        next = 0
      }
    }
  }

  /// Chooses the delimiter that the next line has most of, outside quotes.
  func detectDelimiter() throws(Diagnostic) {
    while try fill(to: next + 1), buffer.bytes[next] == 0x0A || buffer.bytes[next] == 0x0D {
      next = try lineEnd()
      nextLine += 1
    }
    guard try fill(to: next + 1) else { return }
    let end = try lineEnd()
    var isQuoted = false
    var counts: [UInt8: Int] = [:]
    for byte in buffer[next..<end] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let candidates = Array(",;\t".utf8)
    let best = candidates.max { counts[$0, default: 0] < counts[$1, default: 0] }
    if let best, counts[best] != nil { delimiter = best }
  }

  /// The end of the line at `next`, behind its line break.
  private func lineEnd() throws(Diagnostic) -> Int {
    var at = next
    while try fill(to: at + 1) {
      at += 1
      if buffer.bytes[at - 1] == 0x0A { return at }
      if buffer.bytes[at - 1] == 0x0D {
        let isPair = try fill(to: at + 1) && buffer.bytes[at] == 0x0A
        return isPair ? at + 1 : at
      }
      if at - next > part.limits.rowBytes { throw tooLong(from: next) }
    }
    return at
  }

  // MARK: - Rows

  /// Moves to the next row that is not blank.
  ///
  /// Returns whether there is one.
  func nextRow() throws(Diagnostic) -> Bool {
    repeat {
      if next == buffer.count {
        buffer.removeFirst(next)
        next = 0
      }
      rowStart = next
      rowLine = nextLine
      guard try fill(to: next + 1) else { return false }
      while try !scanRow() {
        if buffer.count - rowStart > part.limits.rowBytes { throw tooLong(from: rowStart) }
        try more()
      }
    } while isBlank
    return true
  }

  /// Whether the current row is one bare field with nothing in it.
  private var isBlank: Bool {
    fieldCount == 1 && buffer.fields[0].start == rowStart && buffer.fields[0].end == rowStart
  }

  /// Scans the row at `rowStart`.
  ///
  /// Returns whether its end is in the buffer.
  private func scanRow() throws(Diagnostic) -> Bool {
    var scan = RowScan(
      at: rowStart, line: rowLine, delimiter: delimiter, isAtEnd: isAtEnd, columns: maxColumns,
      into: buffer.fields)
    scan.keepsGuards = keepsGuards
    scan.run(buffer[0..<buffer.count])
    (fieldCount, isASCII) = (scan.count, scan.isASCII)
    if let problem = scan.problem { throw diagnostic(problem, at: scan.place) }
    guard scan.isComplete else { return false }
    if scan.at - rowStart > part.limits.rowBytes { throw tooLong(from: rowStart) }
    if !isASCII { try checkUTF8(upTo: scan.at) }
    (next, nextLine) = (scan.at, scan.line)
    if scan.guarded.count > 0 {
      let first = guarded?.first ?? position(ofField: scan.guarded.first)
      guarded = (first, (guarded?.count ?? 0) + scan.guarded.count)
    }
    return true
  }

  // MARK: - The buffer

  /// Reads on until the buffer reaches this index.
  ///
  /// Returns whether it does.
  private func fill(to count: Int) throws(Diagnostic) -> Bool {
    while buffer.count < count, !isAtEnd { try append() }
    return buffer.count >= count
  }

  /// Forgets the rows that were read, and doubles what is left of the buffer.
  private func more() throws(Diagnostic) {
    if rowStart > 0 {
      buffer.removeFirst(rowStart)
      next -= rowStart
      rowStart = 0
    }
    let most = part.limits.rowBytes + TextStream.chunk
    let goal = min(max(buffer.count * 2, TextStream.chunk), most)
    while buffer.count < goal, !isAtEnd { try append() }
  }

  private func append() throws(Diagnostic) {
    isAtEnd = try !stream.next(&chunk)
    buffer.append(chunk)
  }

  // MARK: - Fields

  /// The text of a field of the current row.
  func string(_ index: Int) -> String {
    buffer.fields[index].text(in: buffer.bytes, isASCII: isASCII)
  }

  /// Whether a field of the current row has a text, or quotes around none.
  func isGiven(_ index: Int) -> Bool {
    let field = buffer.fields[index]
    return field.end > field.start
      || (field.start > rowStart && buffer.bytes[field.start - 1] == UInt8(ascii: "\""))
  }

  /// Calls the body with the bytes of a field of the current row, a doubled quote as one.
  func index(_ index: Int, by body: (UnsafeBufferPointer<UInt8>) -> Int?) -> Int? {
    let field = buffer.fields[index]
    guard field.hasEscapes else { return body(buffer[field.start..<field.end]) }
    var text = string(index)
    return text.withUTF8(body)
  }

  /// Where a field of the current row starts; the quote before it belongs to it.
  func position(ofField index: Int) -> SourcePosition {
    var start = buffer.fields[index].start - Int(buffer.fields[index].lead)
    if start > rowStart, buffer.bytes[start - 1] == UInt8(ascii: "\"") { start -= 1 }
    return position(at: start)
  }

  private func position(at index: Int) -> SourcePosition {
    let (line, column) = buffer[rowStart..<min(index, buffer.count)].lineAndColumn
    return SourcePosition(
      file: part.name, part: part.index, line: rowLine + line - 1, column: column)
  }

  private func checkUTF8(upTo end: Int) throws(Diagnostic) {
    let row = buffer[rowStart..<end]
    guard String(validating: row, as: UTF8.self) == nil else { return }
    for index in 0..<fieldCount {
      let field = buffer[buffer.fields[index].start..<buffer.fields[index].end]
      guard String(validating: field, as: UTF8.self) == nil else { continue }
      throw .error(
        .encoding, at: position(ofField: index), "the text is not valid UTF-8",
        hint: "save the file as UTF-8")
    }
  }

  // MARK: - Messages

  private func tooLong(from index: Int) -> Diagnostic {
    .error(
      .rowTooLong, at: position(at: index),
      "the row is longer than \(part.limits.rowBytes) bytes",
      hint: "an unclosed quote turns the rest of the file into one field")
  }

  private func diagnostic(_ problem: RowScan.Problem, at index: Int) -> Diagnostic {
    let place = position(at: index)
    return switch problem {
    case .unclosedQuote:
      .error(.unclosedQuote, at: place, "this quote is never closed")
    case .afterQuote:
      .error(
        .textAfterQuote, at: place, "text follows the closing quote of a field",
        hint: "a quote inside a field is written twice")
    case .control:
      .error(.controlCharacter, at: place, "the text contains a NUL character")
    case .tooManyFields:
      .error(
        .tooManyColumns, at: place, "the row has more than \(part.limits.columns) fields")
    }
  }
}
