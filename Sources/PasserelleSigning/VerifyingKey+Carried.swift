internal import Crypto
package import Foundation

// Keys as others' files carry them.

extension VerifyingKey {
  /// The key that a name is (the methods `did:key` and `did:jwk`), also with a fragment behind it.
  package init?(did text: String) {
    let name = text.split(separator: "#", omittingEmptySubsequences: false)[0]
    if name.hasPrefix("did:key:") {
      self.init(multibase: String(name.dropFirst("did:key:".count)))
    } else if name.hasPrefix("did:jwk:"),
      let bytes = Base64URL.bytes(name.dropFirst("did:jwk:".count)),
      let jwk = (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any]
    {
      self.init(jwk: jwk)
    } else {
      return nil
    }
  }

  /// The key in a certificate (RFC 5280, section 4.1).
  ///
  /// Nothing else of the certificate is looked at.
  package init?(certificate: Data) {
    var outer = DER(Array(certificate)[...])
    guard var whole = outer.next(tag: 0x30)?.inside, var body = whole.next(tag: 0x30)?.inside else {
      return nil
    }
    // The version, if it is stated; number, algorithm, issuer, validity, subject; then the key.
    _ = body.next(tag: 0xA0)
    for tag: UInt8 in [0x02, 0x30, 0x30, 0x30, 0x30] where body.next(tag: tag) == nil {
      return nil
    }
    guard let key = body.next(tag: 0x30)?.bytes else { return nil }
    self.init(subjectPublicKeyInfo: Data(key))
  }

  private init?(subjectPublicKeyInfo bytes: Data) {
    let mark = PEM.ed25519Public
    if bytes.starts(with: mark), bytes.count == mark.count + 32,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes.dropFirst(mark.count))
    {
      self = .ed25519(key)
    } else if let key = try? P256.Signing.PublicKey(derRepresentation: bytes) {
      self = .p256(key)
    } else {
      return nil
    }
  }
}

/// Elements of DER, one behind the other (X.690), as far as it takes to find a key among them.
private struct DER {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next element, if it has this tag: all of its bytes, and what is in it.
  mutating func next(tag: UInt8) -> (bytes: ArraySlice<UInt8>, inside: DER)? {
    guard rest.first == tag, let first = rest.dropFirst().first else { return nil }
    let more = first < 0x80 ? 0 : Int(first & 0x7F)
    guard first != 0x80, more <= 3, rest.count >= 2 + more else { return nil }
    let length =
      more == 0 ? Int(first) : rest.dropFirst(2).prefix(more).reduce(0) { $0 << 8 | Int($1) }
    guard rest.count >= 2 + more + length else { return nil }
    let bytes = rest.prefix(2 + more + length)
    rest = rest.dropFirst(bytes.count)
    return (bytes, DER(bytes.dropFirst(2 + more)))
  }
}
