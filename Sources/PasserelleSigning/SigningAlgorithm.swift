/// How a statement is signed.
package enum SigningAlgorithm: String, CaseIterable, Sendable {
  /// Ed25519 (RFC 8037).
  case edDSA = "EdDSA"
  /// ECDSA with P-256 and SHA-256 (RFC 7518).
  case es256 = "ES256"
}
