package import Foundation

/// A credential that somebody else has signed, with the key that the file itself carries: a JWS in its
/// compact form or as JSON, as JAdES is (RFC 7515; ETSI TS 119 182-1).
///
/// That the signature fits says that nothing was changed since whoever has the key signed it. It does not
/// say who that is: anyone can sign a changed file anew, and put a key of their own into it.
package struct SignedCredential {
  /// How long a file may be, in bytes: what an adapter reads of a credential.
  package static let longest = 32 << 20

  package let algorithm: SigningAlgorithm
  package let key: VerifyingKey
  /// Where the file carries the key.
  package let carrier: Carrier
  /// The name of who issued it, as it stands in what is signed, if it does.
  package let issuer: String?
  private let signed: Data
  private let signature: Data

  /// Where a file carries the key.
  package enum Carrier: String, CaseIterable, Sendable {
    /// In the head of the signature.
    case head
    /// In a certificate in the head, of which nothing else was looked at.
    case certificate
    /// In the name of the issuer or of the key, which is the key itself (`did:key`, `did:jwk`).
    case name
  }

  /// What a head may ask readers to understand, and does not change which bytes are signed.
  ///
  /// It is who signed, when and why, as they say (ETSI TS 119 182-1, section 5.2); none of it is believed.
  private static let claims: Set = [
    "sigT", "sigX5ts", "srCms", "sigPl", "srAts", "adoTst", "sigPId", "x5t#o", "x5t#S256",
  ]

  /// Reads a signed file, and believes nothing of it until ``verify()``.
  ///
  /// - Parameter file: The bytes of the file.
  /// - Throws: `UnverifiedCredential` with why it cannot be verified here.
  package init(_ file: Data) throws(UnverifiedCredential) {
    let parts = try JWSParts(file)
    guard let head = Base64URL.bytes(parts.head).flatMap(Self.object) else { throw .form(.head) }
    let unknown = (head["crit"] as? [Any])?.map { $0 as? String ?? "?" }
      .filter { $0 != "b64" && !Self.claims.contains($0) }
    if let unknown = unknown?.first { throw .notUnderstood(unknown) }
    guard head["sigD"] == nil else { throw .form(.detached) }
    guard let name = head["alg"] as? String else { throw .form(.head) }
    guard let algorithm = Self.algorithm(named: name) else { throw .algorithm(name) }
    let isEncoded = head["b64"] as? Bool ?? true
    guard let payload = isEncoded ? Base64URL.bytes(parts.payload) : Data(parts.payload.utf8),
      let signature = Base64URL.bytes(parts.signature)
    else { throw .form(.base64) }
    guard let content = Self.object(payload) else { throw .form(.payload) }
    issuer = Self.issuer(in: content) ?? (content["vc"] as? [String: Any]).flatMap(Self.issuer)
    (key, carrier) = try Self.key(in: head, of: issuer)
    guard key.algorithm == algorithm else { throw .otherKind(name) }
    (self.algorithm, self.signature) = (algorithm, signature)
    signed = Data("\(parts.head).\(parts.payload)".utf8)
  }

  /// The algorithm of a name; Ed25519 has a second one of its own (RFC 9864).
  private static func algorithm(named name: String) -> SigningAlgorithm? {
    name == "Ed25519" ? .edDSA : SigningAlgorithm(rawValue: name)
  }

  /// Verifies that the signature is of this very text, by the key in the file.
  ///
  /// - Throws: `UnverifiedCredential.signature` if it is not.
  package func verify() throws(UnverifiedCredential) {
    guard key.accepts(signature, of: signed) else { throw .signature }
  }

  /// The key that a file carries.
  ///
  /// A name that is a key decides: it is the issuer's by definition.
  private static func key(
    in head: [String: Any], of issuer: String?
  ) throws(UnverifiedCredential) -> (VerifyingKey, Carrier) {
    let named = issuer.flatMap(VerifyingKey.init(did:))
    guard let carried = carriedKey(in: head) ?? named.map({ ($0, .name) }) else { throw .noKey }
    if let named, named != carried.0 { throw .notTheIssuers }
    return carried
  }

  private static func carriedKey(in head: [String: Any]) -> (VerifyingKey, Carrier)? {
    if let key = (head["jwk"] as? [String: Any]).flatMap(VerifyingKey.init(jwk:)) {
      return (key, .head)
    }
    if let text = (head["x5c"] as? [String])?.first, let bytes = Data(base64Encoded: text),
      let key = VerifyingKey(certificate: bytes)
    {
      return (key, .certificate)
    }
    return (head["kid"] as? String).flatMap(VerifyingKey.init(did:)).map { ($0, .name) }
  }

  private static func issuer(in content: [String: Any]) -> String? {
    let issuer = content["issuer"] ?? content["iss"]
    return issuer as? String ?? (issuer as? [String: Any])?["id"] as? String
  }

  private static func object(_ bytes: Data) -> [String: Any]? {
    (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any]
  }
}
