/// Names of those who sign (W3C, Decentralized Identifiers), of the two methods that need no network to
/// be checked: the key itself, and a document that the reader has.
package enum DID {
  /// Whether a text is a name that can sign.
  package static func isName(_ text: String) -> Bool {
    text.hasPrefix("did:web:") && text.utf8.count <= 300
      && text.utf8.dropFirst(8).allSatisfy { $0.isPartOfName } && text.utf8.count > 8
  }

  /// The name of a key, by the name of who has it.
  static func keyID(of key: VerifyingKey, by issuer: String) -> String {
    "\(issuer)#\(key.multibase)"
  }

  /// The key of a name, if it is one of who signs.
  ///
  /// - Parameters:
  ///   - keyID: The name of the key.
  ///   - issuer: The name of who signs.
  ///   - document: The document of who signs, if the name is not the key.
  /// - Returns: The key; `nil` if it is another's, or not known.
  static func key(
    named keyID: String, of issuer: String, in document: DIDDocument?
  ) -> VerifyingKey? {
    if issuer.hasPrefix("did:key:") {
      let key = VerifyingKey(multibase: String(issuer.dropFirst("did:key:".count)))
      return key.flatMap { $0.did == issuer && Self.keyID(of: $0, by: issuer) == keyID ? $0 : nil }
    }
    guard let document, document.id == issuer else { return nil }
    return document.keys[keyID]
  }
}

extension UInt8 {
  /// Whether it may stand in a name of the method `did:web`.
  fileprivate var isPartOfName: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "%"):
      true
    default: false
    }
  }
}
