package import Crypto
package import Foundation

/// A key that signs statements.
package enum SigningKey: Sendable {
  case ed25519(Curve25519.Signing.PrivateKey)
  case p256(P256.Signing.PrivateKey)

  /// Makes a new key.
  package init(of algorithm: SigningAlgorithm) {
    switch algorithm {
    case .edDSA: self = .ed25519(Curve25519.Signing.PrivateKey())
    case .es256: self = .p256(P256.Signing.PrivateKey())
    }
  }

  /// Reads a key as `openssl genpkey` writes it, without a password; `nil` if it is of another kind.
  ///
  /// - Parameter text: The key, in PEM.
  package init?(pem text: String) {
    if let key = PEM.bytes(of: "PRIVATE KEY", in: text, after: PEM.ed25519Private),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: key)
    {
      self = .ed25519(key)
    } else if let key = try? P256.Signing.PrivateKey(pemRepresentation: text) {
      self = .p256(key)
    } else {
      return nil
    }
  }

  /// The key as `openssl` reads it.
  package var pem: String {
    switch self {
    case .ed25519(let key): PEM.text(PEM.ed25519Private + key.rawRepresentation, of: "PRIVATE KEY")
    case .p256(let key): key.pemRepresentation + "\n"
    }
  }

  /// The half that everyone may have.
  package var verifyingKey: VerifyingKey {
    switch self {
    case .ed25519(let key): .ed25519(key.publicKey)
    case .p256(let key): .p256(key.publicKey)
    }
  }

  /// Signs bytes.
  ///
  /// - Throws: Errors of the cryptographic library.
  package func signature(of bytes: Data) throws -> Data {
    switch self {
    case .ed25519(let key): try key.signature(for: bytes)
    case .p256(let key): try key.signature(for: bytes).rawRepresentation
    }
  }
}
