/// One of several parts that a file is cut into, each for a run of its own.
package struct Shard: Hashable, Codable, Sendable {
  /// Which part it is, from 1 on.
  package let number: Int
  /// How many parts there are.
  package let of: Int

  /// The only part.
  package static let whole = Shard(unchecked: 1, of: 1)
  private static let most = 1_000_000

  /// Reads a part as it is written: `2/8`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      (1...Self.most).contains(count), (1...count).contains(number)
    else { return nil }
    self.init(unchecked: number, of: count)
  }

  private init(unchecked number: Int, of count: Int) {
    (self.number, of) = (number, count)
  }

  /// The bytes of a file of that size; a record is in the part in which it starts.
  func bytes(of size: UInt64) -> Range<UInt64> {
    /// The first byte after so many parts.
    func end(_ parts: Int) -> UInt64 {
      let (high, low) = size.multipliedFullWidth(by: UInt64(parts))
      return UInt64(of).dividingFullWidth((high, low)).quotient
    }
    return end(number - 1)..<end(number)
  }
}
