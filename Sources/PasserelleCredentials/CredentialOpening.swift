package import PasserelleKit

/// The start of a file that may hold credentials, for a look at what it is: the text itself, and the
/// payload that is in it in Base64.
package struct CredentialOpening {
  private let opening: Opening
  private let payload: String
  /// Whether it is a signed text in its compact form.
  package let isCompact: Bool

  /// Creates the start of a file; nothing if it is neither JSON nor a signed text.
  package init?(_ opening: Opening) {
    self.opening = opening
    let text = opening.text
    isCompact = CompactSignature.isSeen(in: text)
    if isCompact {
      let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 2)
      payload = Self.start(of: parts.count > 1 ? parts[1] : [])
    } else if opening.starts(with: "{") || opening.starts(with: "[") {
      payload = Self.start(of: ArraySlice(opening.value(of: "payload") ?? []))
    } else {
      return nil
    }
  }

  /// Whether a text stands in it.
  package func contains(_ text: String) -> Bool {
    opening.contains(text) || payload.contains(text)
  }

  /// What Base64 stands for, as far as it is here: it may be cut off anywhere.
  private static func start(of base64: ArraySlice<UInt8>) -> String {
    [UInt8](base64: base64.dropLast(base64.count % 4)).map { String(decoding: $0, as: UTF8.self) }
      ?? ""
  }
}
