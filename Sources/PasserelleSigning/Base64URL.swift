internal import Foundation

/// Bytes as JWS writes them: Base64 for addresses, without padding (RFC 7515, section 2).
enum Base64URL {
  /// The text of bytes.
  static func text(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The bytes of a text; `nil` unless it is the only text that stands for them.
  ///
  /// The last character may have bits that no byte takes. They must be zero, else many texts would have
  /// one signature.
  static func bytes(_ text: some StringProtocol) -> Data? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let base64 = String(text).replacing("-", with: "+").replacing("_", with: "/") + padding
    guard let data = Data(base64Encoded: base64), Self.text(data) == text else { return nil }
    return data
  }
}
