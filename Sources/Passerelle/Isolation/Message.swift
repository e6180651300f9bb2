/// The values of a message between the host and a worker, one after the other.
///
/// Both sides are the same program on the same machine: numbers are as it holds them.
struct MessageWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: UInt32) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ number: UInt64) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ number: Int) { put(UInt32(clamping: number)) }

  mutating func put(_ text: String) {
    put(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func put(_ texts: [String]) {
    put(texts.count)
    for text in texts { put(text) }
  }
}

/// Reads the values of a message, and never beyond it: a worker may say anything.
struct MessageReader {
  /// The message is not what it should be.
  struct Broken: Error {}

  private var rest: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func number() throws(Broken) -> Int { Int(try value(UInt32.self)) }

  mutating func value<Number: FixedWidthInteger>(_ type: Number.Type) throws(Broken) -> Number {
    let size = MemoryLayout<Number>.size
    guard rest.count >= size else { throw Broken() }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[size...]) }
    return rest.loadUnaligned(as: Number.self)
  }

  /// Bytes of the message itself, good as long as it.
  mutating func slice(_ count: Int) throws(Broken) -> UnsafeRawBufferPointer {
    guard (0...rest.count).contains(count) else { throw Broken() }
    defer { rest = UnsafeRawBufferPointer(rebasing: rest[count...]) }
    return UnsafeRawBufferPointer(rebasing: rest[..<count])
  }

  mutating func text() throws(Broken) -> String {
    String(decoding: try slice(number()), as: UTF8.self)
  }

  mutating func texts() throws(Broken) -> [String] {
    let count = try number()
    var texts: [String] = []
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }
}
