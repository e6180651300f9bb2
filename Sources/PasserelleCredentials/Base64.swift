extension [UInt8] {
  /// The bytes that a text in Base64 stands for, in the alphabet of files or of addresses; white space
  /// between its characters does not count.
  ///
  /// Returns `nil` if a character is not of either alphabet, or one is left over.
  package init?(base64 text: some Sequence<UInt8>) {
    self = []
    var (bits, count, isOver): (UInt32, Int, Bool) = (0, 0, false)
    for byte in text where byte > 0x20 {
      if byte == UInt8(ascii: "=") {
        isOver = true
        continue
      }
      guard !isOver, let value = Self.value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    guard count < 6 else { return nil }
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
