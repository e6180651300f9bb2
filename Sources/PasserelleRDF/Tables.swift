// Tables that grow without being moved: a file of a gigabyte must not be in memory twice.

/// Values in pieces of one size.
package struct Chunks<Value>: RandomAccessCollection {
  private static var size: Int { 1 << 14 }
  private var chunks: [[Value]] = []
  package private(set) var count = 0

  package init() {}

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package mutating func append(_ value: Value) {
    if count % Self.size == 0 {
      var chunk: [Value] = []
      chunk.reserveCapacity(Self.size)
      chunks.append(chunk)
    }
    chunks[count / Self.size].append(value)
    count += 1
  }

  package subscript(index: Int) -> Value {
    get { chunks[index / Self.size][index % Self.size] }
    set { chunks[index / Self.size][index % Self.size] = newValue }
  }
}

/// Values, each once, by number.
struct Numbered<Value: Hashable> {
  private var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]

  mutating func add(_ value: Value) -> (number: UInt32, isNew: Bool) {
    if let known = numbers[value] { return (known, false) }
    let number = UInt32(values.count)
    values.append(value)
    numbers[value] = number
    return (number, true)
  }

  func number(of value: Value) -> UInt32? { numbers[value] }

  subscript(number: UInt32) -> Value { values[Int(number)] }
}

/// Texts one behind the other, each found by a number that says where it is and how long.
struct TextArchive {
  private static let size = 1 << 20
  private var chunks: [[UInt8]] = []

  /// Adds a text, and the bytes that it takes.
  mutating func add(_ text: String, _ bytes: inout Int) -> UInt64 {
    let length = text.utf8.count
    bytes += length
    if chunks.last.map({ $0.count + length > Self.size }) ?? true {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(max(length, Self.size))
      chunks.append(chunk)
    }
    let chunk = chunks.count - 1
    let start = chunks[chunk].count
    chunks[chunk].append(contentsOf: text.utf8)
    return UInt64(chunk) << 48 | UInt64(start) << 28 | UInt64(length)
  }

  subscript(number: UInt64) -> String {
    let start = Int(number >> 28 & 0xF_FFFF)
    let end = start + Int(number & 0xFFF_FFFF)
    return String(decoding: chunks[Int(number >> 48)][start..<end], as: UTF8.self)
  }
}
