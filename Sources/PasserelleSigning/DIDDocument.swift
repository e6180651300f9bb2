package import Foundation

/// The document in which an organisation publishes its keys under its address (`did:web`).
package struct DIDDocument {
  /// The name of the organisation.
  package let id: String
  /// The keys that may vouch for statements, by their names.
  package let keys: [String: VerifyingKey]

  /// Reads a document; `nil` if it is none.
  ///
  /// - Parameter bytes: The document, in JSON.
  package init?(_ bytes: Data) {
    guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
      let id = object["id"] as? String, DID.isName(id)
    else { return nil }
    self.id = id
    let methods = (object["verificationMethod"] as? [[String: Any]]) ?? []
    let vouching = (object["assertionMethod"] as? [Any] ?? []).compactMap { $0 as? String }
    keys = methods.reduce(into: [:]) { keys, method in
      guard let name = method["id"] as? String, method["controller"] as? String == id else {
        return
      }
      let whole = name.hasPrefix("#") ? id + name : name
      guard vouching.contains(name) || vouching.contains(whole) else { return }
      keys[whole] =
        (method["publicKeyMultibase"] as? String).flatMap(VerifyingKey.init(multibase:))
        ?? (method["publicKeyJwk"] as? [String: Any]).flatMap(VerifyingKey.init(jwk:))
    }
  }

  /// The document of an organisation with one key, as it is published.
  package static func text(of id: String, _ key: VerifyingKey) throws -> String {
    let name = DID.keyID(of: key, by: id)
    let document: [String: Any] = [
      "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"],
      "id": id,
      "verificationMethod": [
        ["id": name, "type": "JsonWebKey", "controller": id, "publicKeyJwk": key.jwk]
      ],
      "assertionMethod": [name],
    ]
    let data = try JSONSerialization.data(
      withJSONObject: document, options: [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}
