internal import Crypto
internal import Foundation

/// The SHA-256 of a text, as policies and addresses of the web have it.
package enum ContentDigest {
  /// In Base64.
  package static func base64(of text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }

  /// In hexadecimal digits.
  package static func hex(of text: String) -> String {
    SHA256.hash(data: Data(text.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }
}
