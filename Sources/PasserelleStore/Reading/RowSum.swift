internal import Crypto

/// How many rows there are, and a digest of them that does not depend on their order.
///
/// The digest is the sum of the SHA-256 of all rows, modulo 2²⁵⁶: the sums of parts add up to the sum of the
/// whole, however it was cut, and a row that is lost, doubled or changed makes it another.
package struct RowSum: Hashable, Sendable {
  package private(set) var rows = 0
  /// The sum in words of 64 bits, the lowest first.
  private var words = SIMD4<UInt64>()

  package init() {}

  /// Reads a sum.
  ///
  /// - Parameters:
  ///   - rows: How many rows there are.
  ///   - digest: The digest, in 64 hexadecimal digits.
  package init?(rows: Int, digest: String) {
    let digits = Array(digest.utf8)
    guard rows >= 0, digits.count == 64 else { return nil }
    self.rows = rows
    for index in 0..<4 {
      let word = String(decoding: digits[(48 - 16 * index)...].prefix(16), as: UTF8.self)
      guard !word.hasPrefix("+"), let value = UInt64(word, radix: 16) else { return nil }
      words[index] = value
    }
  }

  /// The digest in hexadecimal digits.
  package var digest: String {
    (0..<4).reversed().map { index in
      let digits = String(words[index], radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// Adds a row: its bytes without the line end.
  package mutating func add(_ row: some Collection<UInt8>) {
    var hash = SHA256()
    let isWhole: Void? = row.withContiguousStorageIfAvailable {
      hash.update(bufferPointer: UnsafeRawBufferPointer($0))
    }
    if isWhole == nil {
      Array(row).withUnsafeBytes { hash.update(bufferPointer: $0) }
    }
    var sum = SIMD4<UInt64>()
    for (index, byte) in hash.finalize().enumerated() {
      let place = 3 - index / 8
      sum[place] = sum[place] << 8 | UInt64(byte)
    }
    rows += 1
    add(words: sum)
  }

  /// Adds a row that ends with a line end, which is not part of it.
  package mutating func add(record: String) {
    let bytes = record.utf8
    let end = bytes.hasSuffix("\r\n") ? 2 : bytes.last == 0x0A ? 1 : 0
    add(bytes.dropLast(end))
  }

  package static func += (sum: inout RowSum, other: RowSum) {
    sum.rows += other.rows
    sum.add(words: other.words)
  }

  private mutating func add(words other: SIMD4<UInt64>) {
    var carry: UInt64 = 0
    for index in 0..<4 {
      let (sum, isOver) = words[index].addingReportingOverflow(other[index])
      let (whole, isOverAgain) = sum.addingReportingOverflow(carry)
      words[index] = whole
      carry = isOver || isOverAgain ? 1 : 0
    }
  }
}

extension String.UTF8View {
  fileprivate func hasSuffix(_ text: StaticString) -> Bool {
    suffix(text.utf8CodeUnitCount).elementsEqual(
      UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
