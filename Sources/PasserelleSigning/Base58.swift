/// Bytes as `did:key` writes them: base58btc, in which no two digits look alike.
enum Base58 {
  private static let digits = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")

  /// The text of bytes.
  static func text(_ bytes: [UInt8]) -> String {
    var number: [UInt8] = []
    for byte in bytes {
      var carry = Int(byte)
      for index in number.indices {
        carry += Int(number[index]) << 8
        number[index] = UInt8(carry % 58)
        carry /= 58
      }
      while carry > 0 {
        number.append(UInt8(carry % 58))
        carry /= 58
      }
    }
    let zeros = bytes.prefix { $0 == 0 }.map { _ in digits[0] }
    return String(zeros + number.reversed().map { digits[Int($0)] })
  }

  /// The bytes of a text; `nil` if it has other digits, or is longer than any key.
  static func bytes(_ text: some StringProtocol) -> [UInt8]? {
    guard text.utf8.count <= 200 else { return nil }
    var bytes: [UInt8] = []
    for character in text {
      guard var carry = digits.firstIndex(of: character) else { return nil }
      for index in bytes.indices {
        carry += Int(bytes[index]) * 58
        bytes[index] = UInt8(carry & 0xFF)
        carry >>= 8
      }
      while carry > 0 {
        bytes.append(UInt8(carry & 0xFF))
        carry >>= 8
      }
    }
    return text.prefix { $0 == digits[0] }.map { _ in 0 } + bytes.reversed()
  }
}
