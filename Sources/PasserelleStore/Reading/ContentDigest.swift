internal import Crypto
internal import Foundation

/// A name for a text that no other text has (SHA-256).
package enum ContentDigest {
  private static let hex = Array("0123456789abcdef".utf8)

  /// The digest of a text, in hexadecimal digits.
  package static func text(of text: String) -> String {
    var digits: [UInt8] = []
    digits.reserveCapacity(64)
    for byte in SHA256.hash(data: Array(text.utf8)) {
      digits.append(hex[Int(byte >> 4)])
      digits.append(hex[Int(byte & 15)])
    }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The digest of a text in Base64, as policies of the web have it.
  package static func base64(of text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
