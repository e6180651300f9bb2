/// Reads a file of messages: one JSON object (RFC 8259) whose values are texts.
///
/// A reader of any JSON takes longer over five hundred messages than the question that they answer.
struct MessageFile {
  private let bytes: [UInt8]
  private var at = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The texts of an object by key; `nil` if the bytes are anything else.
  static func messages(in bytes: [UInt8]) -> [String: String]? {
    var file = MessageFile(bytes)
    return file.object()
  }

  private mutating func object() -> [String: String]? {
    guard take("{") else { return nil }
    var messages: [String: String] = [:]
    messages.reserveCapacity(1024)
    if !take("}") {
      repeat {
        guard let key = text(), take(":"), let value = text() else { return nil }
        messages[key] = value
      } while take(",")
      guard take("}") else { return nil }
    }
    skipSpace()
    return at == bytes.count ? messages : nil
  }

  /// Takes a mark, and the white space before it, if it comes next.
  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    skipSpace()
    guard at < bytes.count, bytes[at] == UInt8(ascii: mark) else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count,
      bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D
        || bytes[at] == 0x09
    {
      at += 1
    }
  }

  private mutating func text() -> String? {
    guard take("\"") else { return nil }
    let start = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\"),
      bytes[at] >= 0x20
    {
      at += 1
    }
    guard at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "\"") {
      defer { at += 1 }
      return String(validating: bytes[start..<at], as: UTF8.self)
    }
    return escapedText(after: start)
  }

  /// A text with escapes, which few have.
  private mutating func escapedText(after start: Int) -> String? {
    var units = Array(bytes[start..<at])
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      switch byte {
      case UInt8(ascii: "\""): return String(validating: units, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard let scalar = escape() else { return nil }
        units += Array(String(scalar).utf8)
      case ..<0x20: return nil
      default: units.append(byte)
      }
    }
    return nil
  }

  private mutating func escape() -> Unicode.Scalar? {
    guard at < bytes.count else { return nil }
    defer { at += 1 }
    switch bytes[at] {
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "u"):
      guard at + 4 < bytes.count else { return nil }
      let digits = String(decoding: bytes[(at + 1)...(at + 4)], as: UTF8.self)
      at += 4
      // A character beyond the first plane is written as itself.
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    default: return nil
    }
  }
}
