/// Text that is put together from parts, each escaped as its place needs it.
///
/// What has to be escaped is ASCII, so bytes tell it; all between is copied as it is.
package struct EscapedText {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// The text, as a text.
  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Forgets the text, and keeps its room.
  mutating func clear() { bytes.removeAll(keepingCapacity: true) }

  /// Adds text as it is.
  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Adds an address as it may be written between angle brackets.
  mutating func append(iri text: String) {
    append(text) { byte in
      switch byte {
      case ...0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"),
        UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"),
        UInt8(ascii: "\\"):
        "%" + Self.hex(byte).uppercased()
      default: nil
      }
    }
  }

  /// Adds text as a literal of Turtle and N-Triples.
  mutating func append(literal text: String) {
    bytes.append(UInt8(ascii: "\""))
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"): "\\n"
      case UInt8(ascii: "\r"): "\\r"
      case UInt8(ascii: "\t"): "\\t"
      case ..<0x20: "\\u00" + Self.hex(byte).uppercased()
      default: nil
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Adds text as JSON has it (RFC 8259).
  mutating func append(json text: String) {
    bytes.append(UInt8(ascii: "\""))
    append(text) { byte in
      switch byte {
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\n"): "\\n"
      case ..<0x20: "\\u00" + Self.hex(byte)
      default: nil
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  @inline(__always)
  fileprivate mutating func append(_ text: String, escaping escape: (UInt8) -> String?) {
    var text = text
    text.withUTF8 { text in
      var start = 0
      for (index, byte) in text.enumerated() {
        guard let escaped = escape(byte) else { continue }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<index]))
        bytes.append(contentsOf: escaped.utf8)
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}

extension String {
  /// The text with some bytes of ASCII written in another way; most texts have none of them.
  @inline(__always)
  func escaping(_ escape: (UInt8) -> String?) -> String {
    guard utf8.contains(where: { escape($0) != nil }) else { return self }
    var text = EscapedText()
    text.append(self, escaping: escape)
    return text.text
  }

  /// The text as JSON has it (RFC 8259).
  package var jsonQuoted: String {
    var text = EscapedText()
    text.append(json: self)
    return text.text
  }
}
