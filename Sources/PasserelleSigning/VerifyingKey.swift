package import Crypto
package import Foundation

/// The public half of a key: it tells whether a signature was made with the other half.
package enum VerifyingKey: Sendable {
  case ed25519(Curve25519.Signing.PublicKey)
  case p256(P256.Signing.PublicKey)

  /// The name of the signature in JWS (RFC 8037 and 7518).
  package var algorithm: SigningAlgorithm {
    switch self {
    case .ed25519: .edDSA
    case .p256: .es256
    }
  }

  /// Whether a signature is of these bytes, by the other half of this key.
  package func accepts(_ signature: Data, of bytes: Data) -> Bool {
    switch self {
    case .ed25519(let key): key.isValidSignature(signature, for: bytes)
    case .p256(let key):
      (try? P256.Signing.ECDSASignature(rawRepresentation: signature)).map {
        key.isValidSignature($0, for: bytes)
      } ?? false
    }
  }

  // MARK: - As a name

  /// The key as a name that says nothing of who has it (the method `did:key`).
  package var did: String { "did:key:" + multibase }

  /// The key as a verification method of a DID document writes it.
  package var multibase: String {
    switch self {
    case .ed25519(let key): "z" + Base58.text([0xED, 0x01] + key.rawRepresentation)
    case .p256(let key): "z" + Base58.text([0x80, 0x24] + key.compressedRepresentation)
    }
  }

  /// Reads a key that is written in base58btc, with the mark of its kind.
  package init?(multibase text: String) {
    guard text.first == "z", let bytes = Base58.bytes(text.dropFirst()), bytes.count > 2 else {
      return nil
    }
    let key = Data(bytes.dropFirst(2))
    switch (bytes[0], bytes[1]) {
    case (0xED, 0x01):
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key) else { return nil }
      self = .ed25519(key)
    case (0x80, 0x24):
      guard let key = try? P256.Signing.PublicKey(compressedRepresentation: key) else { return nil }
      self = .p256(key)
    default: return nil
    }
    guard multibase == text else { return nil }
  }

  // MARK: - As a file

  /// The key as `openssl` reads it.
  package var pem: String {
    switch self {
    case .ed25519(let key): PEM.text(PEM.ed25519Public + key.rawRepresentation, of: "PUBLIC KEY")
    case .p256(let key): key.pemRepresentation + "\n"
    }
  }

  /// Reads a key as `openssl` writes it; `nil` if it is of another kind.
  package init?(pem text: String) {
    if let key = PEM.bytes(of: "PUBLIC KEY", in: text, after: PEM.ed25519Public),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
    {
      self = .ed25519(key)
    } else if let key = try? P256.Signing.PublicKey(pemRepresentation: text) {
      self = .p256(key)
    } else {
      return nil
    }
  }

  // MARK: - As JSON

  /// The key as JWS writes it (RFC 7517 and 8037).
  package var jwk: [String: String] {
    switch self {
    case .ed25519(let key):
      ["kty": "OKP", "crv": "Ed25519", "x": Base64URL.text(key.rawRepresentation)]
    case .p256(let key):
      [
        "kty": "EC", "crv": "P-256", "x": Base64URL.text(key.rawRepresentation.prefix(32)),
        "y": Base64URL.text(key.rawRepresentation.suffix(32)),
      ]
    }
  }

  /// Reads a key as JWS writes it; `nil` if it is of another kind.
  package init?(jwk: [String: Any]) {
    let parts = ["x", "y"].map { (jwk[$0] as? String).flatMap(Base64URL.bytes) }
    switch (jwk["kty"] as? String, jwk["crv"] as? String, parts[0], parts[1]) {
    case ("OKP", "Ed25519", let x?, nil):
      guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: x) else { return nil }
      self = .ed25519(key)
    case ("EC", "P-256", let x?, let y?) where x.count == 32:
      guard let key = try? P256.Signing.PublicKey(rawRepresentation: x + y) else { return nil }
      self = .p256(key)
    default: return nil
    }
  }
}

extension VerifyingKey: Equatable {
  package static func == (one: Self, other: Self) -> Bool { one.multibase == other.multibase }
}
