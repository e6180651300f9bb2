internal import Foundation

/// Keys in the text form of `openssl` (RFC 7468).
enum PEM {
  /// What stands before the 32 bytes of a public Ed25519 key (RFC 8410).
  static let ed25519Public = Data([
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ])
  /// What stands before the 32 bytes of a private Ed25519 key (RFC 8410).
  static let ed25519Private = Data([
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ])

  /// The text of a key.
  static func text(_ bytes: Data, of label: String) -> String {
    let body = bytes.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
    return "-----BEGIN \(label)-----\n\(body)\n-----END \(label)-----\n"
  }

  /// The 32 bytes of a key that stand after what marks its kind; `nil` if it is of another kind.
  static func bytes(of label: String, in text: String, after mark: Data) -> Data? {
    guard let start = text.firstRange(of: "-----BEGIN \(label)-----"),
      let end = text.firstRange(of: "-----END \(label)-----"), start.upperBound <= end.lowerBound,
      let bytes = Data(
        base64Encoded: String(text[start.upperBound..<end.lowerBound].filter { !$0.isWhitespace })),
      bytes.starts(with: mark), bytes.count == mark.count + 32
    else { return nil }
    return Data(bytes.dropFirst(mark.count))
  }
}
