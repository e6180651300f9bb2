internal import PasserelleModel

/// Reads a JSON document (RFC 8259) into a tree.
///
/// Numbers and the three words stay text.
struct JSONReader {
  private let part: SourcePart
  private let text: [UInt8]
  private var builder: SourceTreeBuilder
  private var at = 0
  private var values = 0
  private var place = (at: 0, line: 1, column: 1)
  /// Where the value stands that the text was made of: all of the text is there.
  private let container: SourcePosition?

  /// Creates a reader of a part, or of a text that is the value of something else.
  ///
  /// - Parameters:
  ///   - part: The text.
  ///   - container: Where the value stands that the text was made of, where it was.
  /// - Throws: A diagnostic where the text cannot be read.
  init(_ part: SourcePart, in container: SourcePosition? = nil) throws(Diagnostic) {
    self.part = part
    self.container = container
    text = try TextStream.whole(
      part, limit: part.limits.jsonBytes, remedy: "ask its publisher for it in parts")
    builder = SourceTreeBuilder(file: part.name, part: part.index)
  }

  /// Returns the root of the document.
  mutating func root() throws(Diagnostic) -> SourceNode {
    skipSpace()
    try value(name: [], depth: 0)
    skipSpace()
    guard at == text.count else { throw error(.json, "text follows the end of the document") }
    return SourceNode(tree: builder.finish(), index: 0)
  }

  private mutating func value(name: [UInt8], depth: Int) throws(Diagnostic) {
    values += 1
    if values > part.limits.events {
      throw error(
        .tooManyValues, "the document has more than \(part.limits.events) values")
    }
    switch peek {
    case UInt8(ascii: "{"): try object(name: name, depth: depth + 1)
    case UInt8(ascii: "["): try array(name: name, depth: depth + 1)
    case UInt8(ascii: "\""):
      let (line, column) = mark()
      add(.quoted, name: name, text: try string(), line: line, column: column)
    default: try word(name: name)
    }
  }

  // MARK: - Collections

  private mutating func object(name: [UInt8], depth: Int) throws(Diagnostic) {
    try open(.mapping, name: name, depth: depth)
    var keys: [String: Int] = [:]
    while try !closes(with: UInt8(ascii: "}"), isFirst: keys.isEmpty) {
      guard peek == UInt8(ascii: "\"") else { throw error(.json, "a key in quotes is missing") }
      let place = mark()
      let start = at
      let key = try string()
      if key.count > part.limits.keyBytes {
        at = start
        throw error(.nameTooLong, "the key is longer than \(part.limits.keyBytes) bytes")
      }
      if let first = keys.updateValue(Int(place.line), forKey: String(decoding: key, as: UTF8.self))
      {
        at = start
        throw error(
          .duplicateKey, "'\(String(decoding: key.prefix(60), as: UTF8.self))' appears twice",
          hint: "the first is on line \(first)")
      }
      skipSpace()
      guard peek == UInt8(ascii: ":") else { throw error(.json, "a ':' is missing") }
      at += 1
      skipSpace()
      builder.keyPlace = place
      try value(name: key, depth: depth)
    }
    builder.close()
  }

  private mutating func array(name: [UInt8], depth: Int) throws(Diagnostic) {
    try open(.sequence, name: name, depth: depth)
    var isFirst = true
    while try !closes(with: UInt8(ascii: "]"), isFirst: isFirst) {
      isFirst = false
      try value(name: [], depth: depth)
    }
    builder.close()
  }

  private mutating func open(
    _ kind: SourceTree.Kind, name: [UInt8], depth: Int
  ) throws(Diagnostic) {
    if depth > part.limits.collectionDepth {
      throw error(
        .tooDeep, "collections are nested more than \(part.limits.collectionDepth) deep")
    }
    let (line, column) = mark()
    name.withUnsafeBufferPointer { builder.open(kind, name: $0, line: line, column: column) }
    at += 1
  }

  /// Whether the collection ends here; otherwise passes the comma before the next item.
  private mutating func closes(with end: UInt8, isFirst: Bool) throws(Diagnostic) -> Bool {
    skipSpace()
    if peek == end {
      at += 1
      return true
    }
    guard !isFirst else { return false }
    guard peek == UInt8(ascii: ",") else {
      throw error(.json, "a ',' or '\(Character(Unicode.Scalar(end)))' is missing")
    }
    at += 1
    skipSpace()
    return false
  }

  // MARK: - Scalars

  private mutating func word(name: [UInt8]) throws(Diagnostic) {
    let (line, column) = mark()
    let word = text[at...].prefix { Self.wordBytes.contains($0) }
    guard Self.isWord(word) else { throw error(.json, "a value is missing or misspelt here") }
    add(.plain, name: name, text: Array(word), line: line, column: column)
    at = word.endIndex
  }

  private static let wordBytes = Set("+-.0123456789Eaeflnrstu".utf8)

  private static func isWord(_ word: ArraySlice<UInt8>) -> Bool {
    if ["true", "false", "null"].contains(String(decoding: word, as: UTF8.self)) { return true }
    var rest = word.drop { $0 == UInt8(ascii: "-") }
    guard word.count - rest.count <= 1 else { return false }
    func digits() -> Int {
      let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits.count
    }
    let startsWithZero = rest.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !(startsWithZero && whole > 1) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  private mutating func string() throws(Diagnostic) -> [UInt8] {
    at += 1
    var result: [UInt8] = []
    while let byte = peek {
      switch byte {
      case UInt8(ascii: "\""):
        at += 1
        guard String(validating: result, as: UTF8.self) != nil else {
          throw error(.encoding, "the text is not valid UTF-8", hint: "save the file as UTF-8")
        }
        return result
      case UInt8(ascii: "\\"):
        at += 1
        try escape(into: &result)
      case 0..<0x20:
        throw error(.json, "a text contains a control character", hint: "write it as '\\u00…'")
      default:
        result.append(byte)
        at += 1
      }
      if result.count > part.limits.textBytes {
        throw error(.textTooLong, "the text is longer than \(part.limits.textBytes) bytes")
      }
    }
    throw error(.json, "the text has no closing quote")
  }

  private mutating func escape(into result: inout [UInt8]) throws(Diagnostic) {
    guard let byte = peek else { throw error(.json, "the text has no closing quote") }
    at += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      let scalar = try unicodeEscape()
      result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      at -= 2
      throw error(.json, "this escape is unknown")
    }
  }

  private mutating func unicodeEscape() throws(Diagnostic) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, text[at...].starts(with: Array("\\u".utf8)) else {
      throw error(.json, "half of a surrogate pair is missing")
    }
    at += 2
    let second = try fourHexDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw error(.json, "half of a surrogate pair is missing") }
    return scalar
  }

  private mutating func fourHexDigits() throws(Diagnostic) -> UInt32 {
    let digits = text[at...].prefix(4)
    guard digits.count == 4, digits.first != UInt8(ascii: "+"), digits.first != UInt8(ascii: "-"),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error(.json, "four hexadecimal digits are missing") }
    at += 4
    return value
  }

  // MARK: - Places

  private var peek: UInt8? { at < text.count ? text[at] : nil }

  private mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
  }

  /// The line and column here, counted on from the last time.
  private mutating func mark() -> (line: UInt32, column: UInt32) {
    if let container {
      return (UInt32(clamping: container.line), UInt32(clamping: container.column))
    }
    let (lines, columns) = text[place.at..<at].lineAndColumn
    place = (at, place.line + lines - 1, lines > 1 ? columns : place.column + columns - 1)
    return (UInt32(place.line), UInt32(place.column))
  }

  private mutating func add(
    _ kind: SourceTree.Kind, name: [UInt8], text: [UInt8], line: UInt32, column: UInt32
  ) {
    name.withUnsafeBufferPointer { name in
      text.withUnsafeBufferPointer { text in
        builder.leaf(kind, name: name, text: text, line: line, column: column)
      }
    }
  }

  private func error(_ id: Diagnostic.ID, _ summary: String, hint: String? = nil) -> Diagnostic {
    let (line, column) = text.prefix(at).lineAndColumn
    if let container {
      return .error(
        id, at: container, "in the JSON that this text holds, at \(line):\(column): \(summary)",
        hint: hint)
    }
    return .error(
      id, at: SourcePosition(file: part.name, part: part.index, line: line, column: column),
      summary, hint: hint)
  }
}
