internal import PasserelleModel

/// One pass over the bytes of a row (RFC 4180).
///
/// It holds all that it needs, so that the loop touches nothing that anybody else owns.
struct RowScan {
  /// A field as a range of the buffer, without the quotes around it.
  struct Field {
    var start: Int
    var end: Int
    /// Whether the field has doubled quotes in it.
    var hasEscapes: Bool
    /// How many bytes of a spreadsheet's guard are in front of the text.
    var lead: UInt8 = 0

    /// The field's text, a doubled quote as one.
    ///
    /// What is known of the whole row, that it is ASCII, is not found out again for each field.
    func text(in bytes: UnsafePointer<UInt8>, isASCII: Bool) -> String {
      let raw = UnsafeBufferPointer(start: bytes + start, count: end - start)
      guard hasEscapes else {
        return isASCII
          ? String(copying: UTF8Span(unchecked: raw.span, isKnownASCII: true))
          : String(decoding: raw, as: UTF8.self)
      }
      var isSecond = false
      let single = raw.filter { byte in
        isSecond = byte == UInt8(ascii: "\"") && !isSecond
        return !isSecond
      }
      return String(decoding: single, as: UTF8.self)
    }
  }

  enum Problem { case unclosedQuote, afterQuote, control, tooManyFields }

  private typealias Bytes = UnsafeBufferPointer<UInt8>

  private static let quote = UInt8(ascii: "\"")

  /// Where the scan stands, at last behind the row's line break.
  private(set) var at: Int
  /// The line there.
  private(set) var line: Int
  /// How many fields were found.
  private(set) var count = 0
  /// The bytes of the row that were passed, eight in one.
  private var seen: UInt64 = 0
  /// The first field that a spreadsheet's guard was taken off, and how many there are.
  private(set) var guarded: (first: Int, count: Int) = (0, 0)
  /// Whether the end of the row was reached.
  private(set) var isComplete = false
  private(set) var problem: Problem?
  /// Where the problem is.
  private(set) var place = 0

  /// Whether a spreadsheet's guard is left on its field.
  var keepsGuards = false

  private let delimiter: UInt8
  private let bare: ByteSearch
  private let quoted = ByteSearch(for: quote)
  /// Whether the buffer ends where the file does.
  private let isAtEnd: Bool
  private let columns: Int
  private let fields: UnsafeMutablePointer<Field>

  init(
    at: Int, line: Int, delimiter: UInt8, isAtEnd: Bool, columns: Int,
    into fields: UnsafeMutablePointer<Field>
  ) {
    self.at = at
    self.line = line
    self.delimiter = delimiter
    bare = ByteSearch(for: delimiter)
    self.isAtEnd = isAtEnd
    self.columns = columns
    self.fields = fields
  }

  /// Whether all bytes of the row are ASCII.
  var isASCII: Bool { ByteSearch.isASCII(seen) }

  /// Scans field by field to the end of the row, or of the buffer.
  ///
  /// - Parameter bytes: The buffer, with `ByteSearch.margin` bytes of zero behind it.
  mutating func run(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var goesOn = true
    while goesOn {
      goesOn = start[at] == Self.quote ? scanQuoted(bytes, start) : scanBare(bytes, start)
    }
  }

  /// Scans a field that does not start with a quote, and what ends it; quotes inside are its own.
  ///
  /// Returns whether another field follows.
  @inline(__always)
  private mutating func scanBare(_ bytes: Bytes, _ memory: UnsafePointer<UInt8>) -> Bool {
    let start = at
    var end = start
    var seen = seen
    bare.advance(&end, in: memory, seen: &seen)
    while !endsBareField(memory[end]) {
      end += 1
      bare.advance(&end, in: memory, seen: &seen)
    }
    self.seen = seen
    at = end
    if memory[end] == 0, end < bytes.count { return fail(.control, at: end) }
    return endField(Field(start: start, end: end, hasEscapes: false), bytes)
  }

  private func endsBareField(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0
  }

  /// Scans a field in quotes and what ends it.
  ///
  /// Returns whether another field follows.
  private mutating func scanQuoted(_ bytes: Bytes, _ memory: UnsafePointer<UInt8>) -> Bool {
    let start = at + 1
    var end = start
    var hasEscapes = false
    while true {
      quoted.advance(&end, in: memory, seen: &seen)
      guard end < bytes.count else { break }
      let byte = memory[end]
      if byte == Self.quote {
        guard memory[end + 1] == Self.quote else { break }
        hasEscapes = true
        end += 1
      } else if byte == 0x0A || (byte == 0x0D && !isLineFeed(at: end + 1, bytes)) {
        line += 1
      } else if byte == 0 {
        return fail(.control, at: end)
      }
      end += 1
    }
    guard end < bytes.count else {
      return isAtEnd ? fail(.unclosedQuote, at: start - 1) : false
    }
    // What follows the quote decides whether it closes the field; it may not be there yet.
    guard end + 1 < bytes.count || isAtEnd else { return false }
    at = end + 1
    return endField(Field(start: start, end: end, hasEscapes: hasEscapes), bytes)
  }

  /// Takes the field, and passes the delimiter or line break behind it.
  @inline(__always)
  private mutating func endField(_ field: Field, _ bytes: Bytes) -> Bool {
    guard at < bytes.count else {
      guard isAtEnd else { return false }
      take(field, bytes)
      isComplete = true
      return false
    }
    let byte = bytes[at]
    if byte == delimiter {
      take(field, bytes)
      at += 1
      return count <= columns || fail(.tooManyFields, at: at)
    }
    guard byte == 0x0A || byte == 0x0D else { return fail(.afterQuote, at: at) }
    if byte == 0x0D {
      guard at + 1 < bytes.count || isAtEnd else { return false }
      if isLineFeed(at: at + 1, bytes) { at += 1 }
    }
    take(field, bytes)
    at += 1
    line += 1
    isComplete = true
    return false
  }

  @inline(__always)
  private mutating func take(_ field: Field, _ bytes: Bytes) {
    (fields + count).initialize(to: field)
    if !keepsGuards, field.mayHaveGuard(bytes), let bare = field.withoutGuard(bytes) {
      (fields + count).initialize(to: bare)
      guarded = (guarded.count == 0 ? count : guarded.first, guarded.count + 1)
    }
    count += 1
  }

  private func isLineFeed(at index: Int, _ bytes: Bytes) -> Bool {
    index < bytes.count && bytes[index] == 0x0A
  }

  private mutating func fail(_ problem: Problem, at place: Int) -> Bool {
    (self.problem, self.place) = (problem, place)
    return false
  }
}
