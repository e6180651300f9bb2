internal import Foundation

/// A signed text in three parts: what signs, what is signed, and the signature (RFC 7515, section 7.1).
///
/// Only what Passerelle itself writes is read. Anything else that the standard allows would be one more
/// way to make a reader believe what was not signed.
package struct CompactJWS {
  /// The media type of a credential that is secured so (W3C, VC-JOSE-COSE).
  package static let type = "vc+jwt"
  /// How long such a text may be, in bytes.
  package static let longest = 4 << 20

  package let algorithm: SigningAlgorithm
  /// The name of the key.
  package let keyID: String
  /// What is signed.
  package let payload: [String: Any]
  private let signed: Data
  private let signature: Data

  /// Signs an object.
  ///
  /// - Parameters:
  ///   - payload: The object.
  ///   - key: The key.
  ///   - keyID: The name of the key.
  /// - Returns: The text.
  /// - Throws: Errors of the cryptographic library.
  package static func sign(
    _ payload: [String: Any], with key: SigningKey, named keyID: String
  ) throws -> String {
    let header = [
      "alg": key.verifyingKey.algorithm.rawValue, "cty": "vc", "kid": keyID, "typ": type,
    ]
    let parts = try [header, payload].map { Base64URL.text(try CanonicalJSON.text($0)) }
    let signed = parts.joined(separator: ".")
    return signed + "." + Base64URL.text(try key.signature(of: Data(signed.utf8)))
  }

  /// Reads a text, and believes nothing of it.
  ///
  /// - Throws: `ForgedStatement` with what is wrong with its form.
  package init(_ text: String) throws(ForgedStatement) {
    guard text.utf8.count <= Self.longest else { throw .form(.tooLong) }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3 else { throw .form(.parts) }
    guard let header = Base64URL.bytes(parts[0]), let payload = Base64URL.bytes(parts[1]),
      let signature = Base64URL.bytes(parts[2])
    else { throw .form(.base64) }
    guard let header = CanonicalJSON.object(header), let payload = CanonicalJSON.object(payload)
    else { throw .form(.json) }
    guard header["typ"] as? String == Self.type, header["cty"] as? String == "vc" else {
      throw .form(.type)
    }
    guard let name = header["alg"] as? String, let algorithm = SigningAlgorithm(rawValue: name)
    else { throw .form(.algorithm) }
    guard let keyID = header["kid"] as? String else { throw .form(.keyID) }
    guard header.count == 4 else { throw .form(.header) }
    (self.algorithm, self.keyID, self.payload, self.signature) = (
      algorithm, keyID, payload, signature
    )
    signed = Data("\(parts[0]).\(parts[1])".utf8)
  }

  /// Whether it was signed with the other half of a key, and in the way that it says.
  package func isSigned(with key: VerifyingKey) -> Bool {
    key.algorithm == algorithm && key.accepts(signature, of: signed)
  }
}
