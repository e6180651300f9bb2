/// Splits the text of a table into rows and fields.
///
/// The fields of the current row are ranges of one buffer, which is moved on row by row.
final class TableScanner {
  struct Field {
    var start: Int
    var end: Int
    /// Whether the field has doubled quotes in it.
    var hasEscapes: Bool
  }

  private(set) var fields: [Field] = []

  private let part: SourcePart
  private var stream: TextStream
  private var chunk: [UInt8] = []
  private var buffer: [UInt8] = []
  /// Where the current row starts in the buffer, and the next one.
  private var rowStart = 0
  private var next = 0
  private var rowLine = 1
  private var nextLine = 1
  private var isAtEnd = false
  private var delimiter = UInt8(ascii: ",")
  /// For each byte, whether a bare field may not simply go on with it.
  private var special = [Bool](repeating: false, count: 256)

  init(_ part: SourcePart) {
    self.part = part
    stream = TextStream(part, limit: part.limits.streamBytes)
    use(delimiter: UInt8(ascii: ","))
  }

  // MARK: - The head

  /// Reads the comment lines at the start as YAML: each `#` becomes a space, so that places stay.
  func preamble() throws(Diagnostic) -> SourceNode? {
    var yaml: [UInt8] = []
    while try fill(to: next + 1), buffer[next] == UInt8(ascii: "#") {
      let end = try lineEnd()
      yaml.append(UInt8(ascii: " "))
      yaml += buffer[next + 1..<end]
      next = end
      nextLine += 1
      if yaml.count > part.limits.documentBytes { throw tooLong(from: next) }
    }
    guard !yaml.isEmpty else { return nil }
    var reader = YAMLReader(part, text: yaml)
    return try reader.root()
  }

  /// Chooses the delimiter that the next line has most of, outside quotes.
  func detectDelimiter() throws(Diagnostic) {
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
    if let best, counts[best] != nil { use(delimiter: best) }
  }

  /// The end of the line at `next`, behind its line break.
  private func lineEnd() throws(Diagnostic) -> Int {
    var at = next
    while try fill(to: at + 1) {
      at += 1
      if buffer[at - 1] == 0x0A { return at }
      if buffer[at - 1] == 0x0D {
        let isPair = try fill(to: at + 1) && buffer[at] == 0x0A
        return isPair ? at + 1 : at
      }
      if at - next > part.limits.rowBytes { throw tooLong(from: next) }
    }
    return at
  }

  private func use(delimiter: UInt8) {
    self.delimiter = delimiter
    special = [Bool](repeating: false, count: 256)
    for byte in [delimiter, 0x0A, 0x0D, 0x00] { special[Int(byte)] = true }
    if delimiter != UInt8(ascii: "\t") { special[Int(UInt8(ascii: "\""))] = true }
  }

  // MARK: - Rows

  /// Moves to the next row that is not blank. Returns whether there is one.
  func nextRow() throws(Diagnostic) -> Bool {
    repeat {
      rowStart = next
      rowLine = nextLine
      guard try fill(to: next + 1) else { return false }
      while try !scanRow() {
        if buffer.count - rowStart > part.limits.rowBytes { throw tooLong(from: rowStart) }
        try more()
      }
    } while fields.count == 1 && fields[0].start == fields[0].end && fields[0].start == rowStart
    return true
  }

  /// Scans the row at `rowStart`. Returns whether its end is in the buffer.
  private func scanRow() throws(Diagnostic) -> Bool {
    fields.removeAll(keepingCapacity: true)
    var scan = Scan(at: rowStart, line: rowLine)
    let isComplete = buffer.withUnsafeBufferPointer { bytes in
      special.withUnsafeBufferPointer { special in
        while scan.problem == nil {
          let goesOn =
            scan.at < bytes.count && bytes[scan.at] == UInt8(ascii: "\"")
            ? scanQuoted(&scan, bytes) : scanBare(&scan, bytes, special)
          guard goesOn else { break }
        }
        return scan.isComplete
      }
    }
    if let problem = scan.problem { throw diagnostic(problem, at: scan) }
    guard isComplete else { return false }
    if scan.high >= 0x80 { try checkUTF8(upTo: scan.at) }
    (next, nextLine) = (scan.at, scan.line)
    return true
  }

  private enum Problem { case unclosedQuote, afterQuote, quoteInField, control, tooLong }

  /// How far the scan of a row has come.
  private struct Scan {
    var at: Int
    var line: Int
    /// All bytes of the row in one: at least 0x80 where one of them is.
    var high: UInt8 = 0
    var isComplete = false
    var problem: Problem?
    /// Where the problem is.
    var place = 0
  }

  /// Scans a field without quotes and what ends it. Returns whether another field follows.
  private func scanBare(
    _ scan: inout Scan, _ bytes: UnsafeBufferPointer<UInt8>, _ special: UnsafeBufferPointer<Bool>
  ) -> Bool {
    let start = scan.at
    var at = start
    var high: UInt8 = 0
    while at < bytes.count, !special[Int(bytes[at])] {
      high |= bytes[at]
      at += 1
    }
    scan.at = at
    scan.high |= high
    if at < bytes.count {
      if bytes[at] == UInt8(ascii: "\"") {
        (scan.problem, scan.place) = (.quoteInField, at)
        return false
      }
      if bytes[at] == 0 {
        (scan.problem, scan.place) = (.control, at)
        return false
      }
    }
    return endField(Field(start: start, end: at, hasEscapes: false), &scan, bytes)
  }

  /// Scans a field in quotes and what ends it. Returns whether another field follows.
  private func scanQuoted(_ scan: inout Scan, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let quote = UInt8(ascii: "\"")
    let start = scan.at + 1
    var at = start
    var hasEscapes = false
    while at < bytes.count {
      let byte = bytes[at]
      scan.high |= byte
      if byte == quote {
        if at + 1 < bytes.count, bytes[at + 1] == quote {
          hasEscapes = true
          at += 1
        } else {
          break
        }
      } else if byte == 0x0A || (byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)) {
        scan.line += 1
      } else if byte == 0 {
        (scan.problem, scan.place) = (.control, at)
        return false
      }
      at += 1
    }
    guard at < bytes.count, at + 1 < bytes.count || isAtEnd else {
      // The closing quote, or what follows it, is not there yet.
      if isAtEnd { (scan.problem, scan.place) = (.unclosedQuote, start - 1) }
      return false
    }
    scan.at = at + 1
    return endField(Field(start: start, end: at, hasEscapes: hasEscapes), &scan, bytes)
  }

  private func endField(
    _ field: Field, _ scan: inout Scan, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard scan.at < bytes.count else {
      guard isAtEnd else { return false }
      fields.append(field)
      scan.isComplete = true
      return false
    }
    let byte = bytes[scan.at]
    if byte == delimiter {
      fields.append(field)
      if fields.count > part.limits.columns {
        (scan.problem, scan.place) = (.tooLong, scan.at)
        return false
      }
      scan.at += 1
      return true
    }
    guard byte == 0x0A || byte == 0x0D else {
      (scan.problem, scan.place) = (.afterQuote, scan.at)
      return false
    }
    if byte == 0x0D {
      guard scan.at + 1 < bytes.count || isAtEnd else { return false }
      if scan.at + 1 < bytes.count, bytes[scan.at + 1] == 0x0A { scan.at += 1 }
    }
    fields.append(field)
    scan.at += 1
    scan.line += 1
    scan.isComplete = true
    return false
  }

  // MARK: - The buffer

  /// Reads on until the buffer reaches this index. Returns whether it does.
  private func fill(to count: Int) throws(Diagnostic) -> Bool {
    while buffer.count < count, !isAtEnd { try append() }
    return buffer.count >= count
  }

  /// Forgets the rows that were read, and doubles what is left of the buffer.
  private func more() throws(Diagnostic) {
    if rowStart > 0 {
      buffer.removeSubrange(0..<rowStart)
      next -= rowStart
      rowStart = 0
    }
    let goal = max(buffer.count * 2, TextStream.chunk)
    while buffer.count < goal, !isAtEnd { try append() }
  }

  private func append() throws(Diagnostic) {
    isAtEnd = try !stream.next(&chunk)
    buffer.append(contentsOf: chunk)
  }

  // MARK: - Fields

  /// The text of a field of the current row.
  func string(_ index: Int) -> String {
    let field = fields[index]
    let text = buffer.withUnsafeBufferPointer {
      String(decoding: UnsafeBufferPointer(rebasing: $0[field.start..<field.end]), as: UTF8.self)
    }
    guard field.hasEscapes else { return text }
    var result = ""
    var isSecond = false
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond || scalar != "\"" { result.unicodeScalars.append(scalar) }
    }
    return result
  }

  /// Where a field of the current row starts; the quote before it belongs to it.
  func position(ofField index: Int) -> SourcePosition {
    var start = fields[index].start
    if start > rowStart, buffer[start - 1] == UInt8(ascii: "\"") { start -= 1 }
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
    for index in fields.indices {
      let field = buffer[fields[index].start..<fields[index].end]
      guard String(validating: field, as: UTF8.self) == nil else { continue }
      throw .error(
        "encoding", at: position(ofField: index), "the text is not proper UTF-8",
        hint: "save the file as UTF-8")
    }
  }

  // MARK: - Messages

  private func tooLong(from index: Int) -> Diagnostic {
    .error(
      "row-too-long", at: position(at: index),
      "the row is longer than \(part.limits.rowBytes) bytes",
      hint: "a quote that is never closed takes the rest of the file into one field")
  }

  private func diagnostic(_ problem: Problem, at scan: Scan) -> Diagnostic {
    let place = position(at: scan.place)
    return switch problem {
    case .unclosedQuote:
      .error("unclosed-quote", at: place, "this quote is never closed")
    case .afterQuote:
      .error(
        "text-after-quote", at: place, "text follows the closing quote of a field",
        hint: "a quote inside a field is written twice")
    case .quoteInField:
      .error(
        "quote-in-field", at: place, "a quote stands inside a field without quotes",
        hint: "put the field in quotes and write the quote twice")
    case .control:
      .error("control-character", at: place, "the text holds a NUL character")
    case .tooLong:
      .error(
        "too-many-columns", at: place, "the row has more than \(part.limits.columns) fields")
    }
  }
}

extension String {
  /// The text without white space at its ends.
  public var trimmed: String {
    guard let first = unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(unicodeScalars[first...last])
  }
}
