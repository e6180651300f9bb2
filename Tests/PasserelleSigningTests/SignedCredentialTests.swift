import Foundation
import Testing

@testable import PasserelleSigning

/// Somebody else's credential is held to the key that the file itself carries, and to nothing else.
struct SignedCredentialTests {
  @Test(arguments: SigningAlgorithm.allCases, Shape.allCases)
  func whatFitsItsOwnKeyIsVerified(algorithm: SigningAlgorithm, shape: Shape) throws {
    let key = SigningKey(of: algorithm)
    let file = try Self.file(["jwk": key.verifyingKey.jwk], by: key, as: shape)
    let signed = try SignedCredential(file)

    try signed.verify()
    #expect(signed.key == key.verifyingKey)
    #expect(signed.carrier == .head)
    #expect(signed.algorithm == algorithm)
    #expect(signed.issuer == "https://issuer.example")
  }

  @Test(arguments: SigningAlgorithm.allCases, Shape.allCases)
  func noPartCanBeChanged(algorithm: SigningAlgorithm, shape: Shape) throws {
    let key = SigningKey(of: algorithm)
    let file = try Self.file(["jwk": key.verifyingKey.jwk], by: key, as: shape)
    let parts = try JWSParts(file)
    for part in [parts.payload, parts.head, parts.signature] {
      let bytes = try #require(Base64URL.bytes(part))
      for position in [0, bytes.count / 2, bytes.count - 1] {
        var changed = bytes
        changed[position] ^= 1
        let text = String(decoding: file, as: UTF8.self)
          .replacing(part, with: Base64URL.text(changed))
        #expect(throws: UnverifiedCredential.self) {
          try SignedCredential(Data(text.utf8)).verify()
        }
      }
    }
  }

  @Test func anotherTextUnderTheSameSignatureDoesNotFit() throws {
    let key = SigningKey(of: .edDSA)
    let parts = try JWSParts(Self.file(["jwk": key.verifyingKey.jwk], by: key, as: .compact))
    let payload = Base64URL.text(Data(#"{"issuer": "https://other.example"}"#.utf8))
    let forged = try SignedCredential(
      Data("\(parts.head).\(payload).\(parts.signature)\n".utf8))

    #expect(forged.issuer == "https://other.example")
    #expect(throws: UnverifiedCredential.signature) { try forged.verify() }
  }

  /// A name that is a key is the issuer's key, whatever the head carries.
  @Test(arguments: ["issuer", "iss"])
  func theIssuersNameDecides(member: String) throws {
    let (own, other) = (SigningKey(of: .edDSA), SigningKey(of: .edDSA))
    let payload = [member: own.verifyingKey.did]
    let good = try SignedCredential(Self.file([:], payload, by: own, as: .compact))
    try good.verify()
    #expect(good.carrier == .name)
    #expect(good.key == own.verifyingKey)

    #expect(throws: UnverifiedCredential.notTheIssuers) {
      try SignedCredential(
        Self.file(["jwk": other.verifyingKey.jwk], payload, by: other, as: .compact))
    }
    #expect(throws: UnverifiedCredential.signature) {
      try SignedCredential(Self.file([:], payload, by: other, as: .compact)).verify()
    }
  }

  @Test func theNameOfAKeyCarriesIt() throws {
    let key = SigningKey(of: .es256)
    let jwk = Base64URL.text(try JSONEncoder().encode(key.verifyingKey.jwk))
    for name in ["\(key.verifyingKey.did)#key", "did:jwk:\(jwk)#0"] {
      let signed = try SignedCredential(Self.file(["kid": name], by: key, as: .general))
      try signed.verify()
      #expect(signed.key == key.verifyingKey)
    }
  }

  @Test(arguments: [
    ("certificate of P-256", p256Certificate, p256), ("of Ed25519", edwardsCertificate, edwards),
  ])
  func aCertificateCarriesAKey(name: String, certificate: String, pem: String) throws {
    let bytes = try #require(Data(base64Encoded: certificate))
    let key = try #require(VerifyingKey(certificate: bytes))
    #expect(key == VerifyingKey(pem: pem))
    for count in 0..<bytes.count {
      #expect(VerifyingKey(certificate: bytes.prefix(count)) == nil)
    }
  }

  /// What a hostile file may say of its lengths ends in no key, and in no crash.
  @Test func aDamagedCertificateIsNone() throws {
    let bytes = try #require(Data(base64Encoded: Self.p256Certificate))
    for position in 0..<min(bytes.count, 220) {
      for value: UInt8 in [0, 0x7F, 0x80, 0x83, 0x84, 0xFF] {
        var damaged = bytes
        damaged[position] = value
        _ = VerifyingKey(certificate: damaged)
      }
    }
    #expect(VerifyingKey(certificate: Data()) == nil)
    #expect(VerifyingKey(certificate: Data([0x30, 0x83, 0xFF, 0xFF])) == nil)
  }

  @Test func whatTheHeadClaimsOfTheSignerIsNoHindrance() throws {
    let key = SigningKey(of: .edDSA)
    let head: [String: Any] = [
      "jwk": key.verifyingKey.jwk, "sigT": "2026-01-01T00:00:00Z", "crit": ["sigT"],
    ]
    try SignedCredential(Self.file(head, by: key, as: .flattened)).verify()
  }

  @Test func theOtherNameOfEdwardsIsKnown() throws {
    let key = SigningKey(of: .edDSA)
    let head: [String: Any] = ["jwk": key.verifyingKey.jwk, "alg": "Ed25519"]
    try SignedCredential(Self.file(head, by: key, as: .compact)).verify()
  }

  @Test func aPayloadThatIsNotEncodedIsSignedAsItStands() throws {
    let key = SigningKey(of: .edDSA)
    let head: [String: Any] = ["jwk": key.verifyingKey.jwk, "b64": false, "crit": ["b64"]]
    let signed = try SignedCredential(Self.file(head, by: key, as: .flattened))
    try signed.verify()
    #expect(signed.issuer == "https://issuer.example")
  }

  @Test(arguments: [
    (#"{"alg": "RS256"}"#, UnverifiedCredential.algorithm("RS256")),
    (#"{"alg": "none"}"#, .algorithm("none")), (#"{"alg": "HS256"}"#, .algorithm("HS256")),
    (#"{"alg": "EdDSA"}"#, .noKey), (#"{"alg": "EdDSA", "jwk": {"kty": "oct"}}"#, .noKey),
    (#"{"alg": "EdDSA", "crit": ["exp"]}"#, .notUnderstood("exp")),
    (#"{"alg": "EdDSA", "crit": ["sigD"], "sigD": {}}"#, .notUnderstood("sigD")),
    (#"{"alg": "EdDSA", "sigD": {}}"#, .form(.detached)), (#"{}"#, .form(.head)),
    ("[]", .form(.head)),
  ])
  func whatCannotBeVerifiedIsNamed(head: String, reason: UnverifiedCredential) throws {
    let text = [head, #"{"issuer": "x"}"#, "signature"].map { Base64URL.text(Data($0.utf8)) }
    #expect(throws: reason) { try SignedCredential(Data(text.joined(separator: ".").utf8)) }
  }

  @Test(arguments: [
    ("", UnverifiedCredential.Form.unsigned), ("<a/>", .unsigned), (#"{"type": "x"}"#, .unsigned),
    ("see ~/list", .unsigned),
    (#"{"proof": {}}"#, .proof), ("a.b.c~d", .partly), ("a.b.c.d.e", .encrypted),
    ("a..c", .detached), ("a.b.%", .head), (#"{"payload": {}}"#, .payload),
    (#"{"payload": "e30"}"#, .head),
  ])
  func aFormThatIsNotVerifiedIsNamed(text: String, form: UnverifiedCredential.Form) {
    #expect(throws: UnverifiedCredential.form(form)) { try SignedCredential(Data(text.utf8)) }
    #expect(!"\(UnverifiedCredential.form(form))".isEmpty)
  }

  @Test func severalSignaturesAreNotChosenAmong() throws {
    let text = #"{"payload": "e30", "signatures": [{}, {}]}"#
    #expect(throws: UnverifiedCredential.several(2)) { try SignedCredential(Data(text.utf8)) }
  }

  @Test func aKeyOfAnotherKindIsNamed() throws {
    let key = SigningKey(of: .es256)
    let head: [String: Any] = ["jwk": key.verifyingKey.jwk, "alg": "EdDSA"]
    #expect(throws: UnverifiedCredential.otherKind("EdDSA")) {
      try SignedCredential(Self.file(head, by: key, as: .compact))
    }
  }

  // MARK: - Samples

  /// How a signed text is written down.
  enum Shape: CaseIterable, Sendable {
    case compact, flattened, general
  }

  /// A credential as another program would sign it.
  static func file(
    _ head: [String: Any], _ content: [String: Any] = ["issuer": ["id": "https://issuer.example"]],
    by key: SigningKey, as shape: Shape
  ) throws -> Data {
    let head = head.merging(["alg": key.verifyingKey.algorithm.rawValue]) { stated, _ in stated }
    let first = Base64URL.text(try JSONSerialization.data(withJSONObject: head))
    let text = try JSONSerialization.data(withJSONObject: content)
    let isEncoded = head["b64"] as? Bool ?? true
    let payload = isEncoded ? Base64URL.text(text) : String(decoding: text, as: UTF8.self)
    let signature = Base64URL.text(try key.signature(of: Data("\(first).\(payload)".utf8)))
    let parts = ["protected": first, "signature": signature]
    switch shape {
    case .compact: return Data("\(first).\(payload).\(signature)".utf8)
    case .flattened:
      return try JSONSerialization.data(
        withJSONObject: parts.merging(["payload": payload]) { one, _ in one })
    case .general:
      return try JSONSerialization.data(
        withJSONObject: ["payload": payload, "signatures": [parts]] as [String: Any])
    }
  }

  /// Certificates that `openssl req -x509` made for these tests, and their keys.
  private static let p256Certificate = """
    MIIBsjCCAVmgAwIBAgIUCcvFBYOBlMS6tyo5PF5u3UnUzcgwCgYIKoZIzj0EAwIwLzELMAkGA1UEBhMCSUUxETAPBg\
    NVBAoMCEEgc2Nob29sMQ0wCwYDVQQDDARzZWFsMB4XDTI2MTEyOTE5MzIyMloXDTM2MTEyNjE5MzIyMlowLzELMAkG\
    A1UEBhMCSUUxETAPBgNVBAoMCEEgc2Nob29sMQ0wCwYDVQQDDARzZWFsMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQg\
    AEEqqXNERl8I/uaGjVLdUJpYCwK25ic1c7d3+TFgib8zvZI8TmrfLRarrL5d4n1bYW66xGTkApU4KHVKQO1/9du6NT\
    MFEwHQYDVR0OBBYEFMR3Xlw5GxRuyHnA3ElqNYzCSZR6MB8GA1UdIwQYMBaAFMR3Xlw5GxRuyHnA3ElqNYzCSZR6MA\
    8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgYbmSrlQu/ZZYen6/NbqVJYciaize+AvAIYviJrTK7roC\
    IDBJ0mzuu8q8YYC4zoJdH3S0XBULD6jaP8xCa0FxVE/l
    """
  private static let p256 = """
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEqqXNERl8I/uaGjVLdUJpYCwK25i
    c1c7d3+TFgib8zvZI8TmrfLRarrL5d4n1bYW66xGTkApU4KHVKQO1/9duw==
    -----END PUBLIC KEY-----
    """
  private static let edwardsCertificate = """
    MIIBMjCB5aADAgECAhQ8kGVVE1UdgGdlWg2iB7jMg32UrDAFBgMrZXAwDzENMAsGA1UEAwwEc2VhbDAeFw0yNjExMj\
    kxOTMyMjJaFw0zNjExMjYxOTMyMjJaMA8xDTALBgNVBAMMBHNlYWwwKjAFBgMrZXADIQBWnNlpgnyYvE4ABr15miKd\
    VqVtSyB2iJw1B4GVwLXDUKNTMFEwHQYDVR0OBBYEFCkUiRnfn97iI1V+5ZmdqQWp4h5+MB8GA1UdIwQYMBaAFCkUiR\
    nfn97iI1V+5ZmdqQWp4h5+MA8GA1UdEwEB/wQFMAMBAf8wBQYDK2VwA0EAjigQA9PGrL0ebCU7xqYvDCOeGvRIDcKD\
    6+Ghyvy4CPcscDflGgv0PrZGogduW8R41xAo9Mqdzw3vlh+ntJ17Bw==
    """
  private static let edwards = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAVpzZaYJ8mLxOAAa9eZoinValbUsgdoicNQeBlcC1w1A=
    -----END PUBLIC KEY-----
    """
}
