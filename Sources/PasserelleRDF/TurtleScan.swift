import PasserelleKit

/// Looks for where statements of Turtle and N-Triples, and the objects in them, begin and end, without
/// understanding more.
///
/// Raptor holds a file of Turtle until its end, and a statement with all that its prefixes stand for:
/// what is too long, and a language that is none, must not come to it.
struct TurtleScan {
  private enum State: Equatable {
    case plain, address, comment
    case text(quote: UInt8, isLong: Bool)
  }

  private let part: SourcePart
  private var state = State.plain
  private var line = 1
  private var start = (offset: 0, line: 1)
  /// The line of the first thing in the statement at hand.
  private var first: Int?
  /// The line of the last thing that stands there, until a mark ends it.
  private var last: Int?
  private var isInThing = false
  /// The lines of the objects in the statement at hand.
  private var objects: [Int] = []
  private var hasBrackets = false
  /// Whether it is a `PREFIX` or `BASE`, which ends without a dot.
  private var isDirective = false
  private var lines = StatementLines()
  /// Where the address starts that is open.
  private var address = 0
  /// How many bytes of a name, a number or a keyword have been met.
  private var word = 0
  /// Whether a text has ended here, which may have a language.
  private var isBehindText = false

  /// The lines of the statements.
  ///
  /// - Throws: A `statement-too-long` diagnostic at the line where the statement starts.
  static func statements(
    of bytes: [UInt8], in part: SourcePart
  ) throws(Diagnostic) -> StatementLines {
    var scan = TurtleScan(part: part)
    var offset = 0
    while offset < bytes.count {
      let isTag = scan.isBehindText && bytes[offset] == UInt8(ascii: "@")
      if isTag { try scan.checkLanguage(bytes, offset + 1) }
      scan.isBehindText = false
      offset += scan.step(bytes, offset)
      guard scan.word <= RDFLimits.nameBytes else {
        throw scan.error(
          .nameTooLong, "a name is longer than \(RDFLimits.nameBytes) bytes",
          hint: "text stands in quotes, and an address between '<' and '>'")
      }
      guard offset - scan.start.offset <= RDFLimits.statementBytes else { throw scan.tooLong }
      guard scan.state != .address || offset - scan.address <= RDFLimits.addressBytes else {
        throw scan.error(
          .iriTooLong, "an address is longer than \(RDFLimits.addressBytes) bytes",
          hint: "a '<' may not be closed")
      }
    }
    return scan.lines
  }

  private init(part: SourcePart) {
    self.part = part
  }

  /// Takes the byte at an offset, and what belongs to it; returns how many that were.
  private mutating func step(_ bytes: [UInt8], _ offset: Int) -> Int {
    let byte = bytes[offset]
    if byte == UInt8(ascii: "\n") {
      line += 1
      word = 0
      // Only a long text goes over the end of a line, and an address that is not closed.
      if case .text(_, isLong: true) = state { return 1 }
      if state == .address { return 1 }
      (state, isInThing) = (.plain, false)
      return 1
    }
    switch state {
    case .comment: return 1
    case .address:
      if byte == UInt8(ascii: ">") { endAddress(offset) }
      return 1
    case .text(let quote, let isLong):
      if byte == UInt8(ascii: "\\") { return Self.escape(bytes, offset) }
      guard byte == quote, !isLong || Self.isTriple(bytes, offset) else { return 1 }
      (state, isBehindText) = (.plain, true)
      return isLong ? 3 : 1
    case .plain:
      word = Self.isPartOfWord(byte) ? word + 1 : 0
      return begin(byte, bytes, offset)
    }
  }

  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "#"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "@"):
      false
    default: true
    }
  }

  /// Sees to it that what stands behind a text is a language that is no longer than one is.
  private func checkLanguage(_ bytes: [UInt8], _ start: Int) throws(Diagnostic) {
    let tag = bytes[start...].prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    }
    guard tag.isEmpty || tag.count > RDFLimits.languageBytes else { return }
    throw error(
      .badLanguage,
      tag.isEmpty
        ? "there is no language behind '@'"
        : "a language is longer than \(RDFLimits.languageBytes) bytes",
      hint: LanguageTag.hint)
  }

  private func error(_ id: Diagnostic.ID, _ summary: String, hint: String) -> Diagnostic {
    .error(
      id, at: SourcePosition(file: part.name, part: part.index, line: line, column: 1), summary,
      hint: hint)
  }

  private mutating func begin(_ byte: UInt8, _ bytes: [UInt8], _ offset: Int) -> Int {
    guard byte > 0x20 else {
      isInThing = false
      return 1
    }
    switch byte {
    case UInt8(ascii: "#"): state = .comment
    case UInt8(ascii: ","), UInt8(ascii: ";"): endObject()
    case UInt8(ascii: ".") where offset + 1 == bytes.count || bytes[offset + 1] <= 0x20:
      endStatement(offset)
    default: return take(byte, bytes, offset)
    }
    return 1
  }

  /// Takes what is part of a thing: a name, an address, a text, a bracket.
  private mutating func take(_ byte: UInt8, _ bytes: [UInt8], _ offset: Int) -> Int {
    if first == nil {
      first = line
      isDirective = Self.isDirective(bytes[offset...])
    }
    if !isInThing { (last, isInThing) = (line, true) }
    switch byte {
    case UInt8(ascii: "\\"): return Self.escape(bytes, offset)
    case UInt8(ascii: "<"): (state, address) = (.address, offset)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let isLong = Self.isTriple(bytes, offset)
      state = .text(quote: byte, isLong: isLong)
      return isLong ? 3 : 1
    case UInt8(ascii: "["), UInt8(ascii: "("): hasBrackets = true
    default: break
    }
    return 1
  }

  private mutating func endAddress(_ offset: Int) {
    state = .plain
    if isDirective { startStatement(offset) }
  }

  private mutating func endObject() {
    if let last { objects.append(last) }
    (last, isInThing) = (nil, false)
  }

  private mutating func endStatement(_ offset: Int) {
    endObject()
    lines.add(first ?? line, line, objects: hasBrackets ? [] : objects)
    startStatement(offset)
  }

  private mutating func startStatement(_ offset: Int) {
    (start, first, last) = ((offset + 1, line), nil, nil)
    (isInThing, hasBrackets, isDirective) = (false, false, false)
    objects.removeAll(keepingCapacity: true)
  }

  /// Whether a `PREFIX` or `BASE` of SPARQL starts here, which Turtle has, too.
  private static func isDirective(_ rest: ArraySlice<UInt8>) -> Bool {
    ["prefix", "base"].contains { word in
      let next = rest.dropFirst(word.utf8.count).first ?? 0
      return rest.prefix(word.utf8.count).elementsEqual(word.utf8) { $0 | 0x20 == $1 }
        && (next <= 0x20 || next == UInt8(ascii: "<"))
    }
  }

  /// A backslash and what it escapes, which the end of a line never is.
  private static func escape(_ bytes: [UInt8], _ offset: Int) -> Int {
    offset + 1 < bytes.count && bytes[offset + 1] != UInt8(ascii: "\n") ? 2 : 1
  }

  private static func isTriple(_ bytes: [UInt8], _ offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset + 1] == bytes[offset]
      && bytes[offset + 2] == bytes[offset]
  }

  private var tooLong: Diagnostic {
    .error(
      .statementTooLong,
      at: SourcePosition(file: part.name, part: part.index, line: start.line, column: 1),
      "the statement that starts here is longer than \(RDFLimits.statementBytes) bytes",
      hint: "a quote or a bracket may not be closed")
  }
}
