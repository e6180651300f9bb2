package import CPasserelle

/// A statement as an adapter handed it over: the bytes themselves, good until its call returns.
///
/// A register makes a million statements, nearly all of three kinds and of the same few fields. Whoever
/// stores them can take them from here without making a value of each text; what is not plain goes the
/// long way, through `Statement`, which also says what is wrong.
package struct PlainStatement {
  /// A text of a statement.
  package typealias Text = UnsafeBufferPointer<UInt8>

  /// A named value.
  package struct Field {
    package let name: Text
    package let value: Text
    package let language: Text
  }

  package let kind: Text
  package let part: Int
  package let line: Int
  package let column: Int
  private let fields: UnsafeBufferPointer<passerelle_field>

  /// More fields than a statement that is stored without a second look has.
  private static let most = 1_024

  /// Looks at a statement of the contract; nothing where it is not well-formed.
  package init?(_ statement: UnsafePointer<passerelle_statement>) {
    let count = statement.pointee.field_count
    guard statement.pointee.size >= MemoryLayout<passerelle_statement>.size,
      (1...Self.most).contains(count), statement.pointee.fields != nil,
      let kind = Self.bytes(statement.pointee.kind)
    else { return nil }
    self.kind = kind
    part = Int(statement.pointee.position.part)
    line = Int(statement.pointee.position.line)
    column = Int(statement.pointee.position.column)
    fields = UnsafeBufferPointer(start: statement.pointee.fields, count: count)
  }

  package var count: Int { fields.count }

  /// Returns a field; nothing where it is not well-formed, or not proper UTF-8.
  package func field(_ index: Int) -> Field? {
    guard let name = Self.bytes(fields[index].name), let value = Self.bytes(fields[index].value),
      let language = Self.bytes(fields[index].language), value.isUTF8, language.count < 64
    else { return nil }
    return Field(name: name, value: value, language: language)
  }

  /// More bytes than a text that is stored without a second look has.
  private static let longest = 1 << 20

  private static func bytes(_ text: passerelle_text) -> Text? {
    guard (0...longest).contains(text.count), text.count == 0 || text.bytes != nil else {
      return nil
    }
    return UnsafeRawBufferPointer(start: text.bytes, count: text.count)
      .assumingMemoryBound(to: UInt8.self)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of a text that was written in code.
  @inline(__always)
  package static func == (bytes: Self, text: StaticString) -> Bool {
    guard bytes.count == text.utf8CodeUnitCount else { return false }
    for index in 0..<bytes.count where bytes[index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes are the same, eight at a time.
  package func isEqual(to other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let (one, two) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    var at = 0
    while at + 8 <= count {
      let word = one.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      guard word == two.loadUnaligned(fromByteOffset: at, as: UInt64.self) else { return false }
      at += 8
    }
    while at < count {
      guard self[at] == other[at] else { return false }
      at += 1
    }
    return true
  }

  package func isEqual(to bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { isEqual(to: $0) }
  }

  /// Whether the bytes are ASCII, which a text without accents is.
  package var isASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    var high: UInt64 = 0
    var at = 0
    while at + 8 <= count {
      high |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < count {
      high |= UInt64(self[at])
      at += 1
    }
    return high & 0x8080_8080_8080_8080 == 0
  }

  /// Whether the bytes are ASCII that prints, without any space: eight at a time.
  package var isVisibleASCII: Bool {
    let raw = UnsafeRawBufferPointer(self)
    let high: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while at + 8 <= count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A byte from 0x21 on sets the high bit when 0x5F is added to it, and 0x7F when 1 is.
      guard word & high == 0, (word &+ 0x5F5F_5F5F_5F5F_5F5F) & high == high,
        (word &+ 0x0101_0101_0101_0101) & high == 0
      else { return false }
      at += 8
    }
    while at < count {
      guard (0x21..<0x7F).contains(self[at]) else { return false }
      at += 1
    }
    return true
  }

  /// Whether the bytes are proper UTF-8.
  package var isUTF8: Bool { isASCII || String(validating: self, as: UTF8.self) != nil }
}
