/// Looks for the next byte that a scan must look at, eight bytes at a time.
///
/// It stops at one byte of its own and at every control character, and passes all others: most of a text is passed
/// in few steps, whatever its length.
struct ByteSearch {
  /// How many bytes of zero must be behind the memory, where each search ends.
  static let margin = 8

  /// The byte, eight times.
  private let stops: UInt64

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs = ones << 7

  init(for byte: UInt8) { stops = Self.ones &* UInt64(byte) }

  /// Moves to the next byte to stop at.
  ///
  /// - Parameters:
  ///   - at: Where the search starts, then where it ends.
  ///   - bytes: The memory, with a margin of zeros behind it.
  ///   - seen: Takes up the bytes that were passed.
  @inline(__always)
  func advance(_ at: inout Int, in bytes: UnsafePointer<UInt8>, seen: inout UInt64) {
    while true {
      let eight = UInt64(
        littleEndian: UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self))
      let found = Self.bytes(of: eight, below: 0x20) | Self.bytes(of: eight ^ stops, below: 1)
      guard found == 0 else {
        seen |= eight & (found ^ (found &- 1)) >> 8
        at += found.trailingZeroBitCount >> 3
        return
      }
      seen |= eight
      at += 8
    }
  }

  /// Marks the highest bit of the first byte that is below a limit.
  ///
  /// What it marks behind that byte means nothing: subtracting may have borrowed from there.
  @inline(__always)
  private static func bytes(of eight: UInt64, below limit: UInt64) -> UInt64 {
    (eight &- ones &* limit) & ~eight & highs
  }

  /// Whether no byte of those that were passed is above ASCII.
  static func isASCII(_ seen: UInt64) -> Bool { seen & highs == 0 }
}
