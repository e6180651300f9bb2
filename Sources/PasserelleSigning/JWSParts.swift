internal import Foundation

/// The three texts of a JWS, as they are signed: in its compact form, or as JSON with one signature
/// (RFC 7515, section 7).
struct JWSParts {
  let head: String
  let payload: String
  let signature: String

  /// Takes a signed file apart.
  ///
  /// - Throws: `UnverifiedCredential` if there is no one signature in it.
  init(_ file: Data) throws(UnverifiedCredential) {
    guard file.count <= SignedCredential.longest else { throw .form(.tooLong) }
    let text = String(decoding: file, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("{") {
      try self.init(json: Data(text.utf8))
    } else {
      try self.init(compact: text)
    }
  }

  private init(compact text: String) throws(UnverifiedCredential) {
    // What may be withheld stands behind the signature.
    let parts = text.prefix { $0 != "~" }
      .split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count != 5 else { throw .form(.encrypted) }
    guard parts.count == 3 else { throw .form(.unsigned) }
    guard !text.contains("~") else { throw .form(.partly) }
    guard !parts[1].isEmpty else { throw .form(.detached) }
    (head, payload, signature) = (parts[0], parts[1], parts[2])
  }

  private init(json: Data) throws(UnverifiedCredential) {
    guard let object = (try? JSONSerialization.jsonObject(with: json)) as? [String: Any] else {
      throw .form(.unsigned)
    }
    guard let payload = object["payload"] else {
      throw .form(object["proof"] == nil ? .unsigned : .proof)
    }
    guard let payload = payload as? String else { throw .form(.payload) }
    let signatures = object["signatures"] as? [[String: Any]] ?? [object]
    guard signatures.count == 1 else { throw .several(signatures.count) }
    guard let head = signatures[0]["protected"] as? String,
      let signature = signatures[0]["signature"] as? String
    else { throw .form(.head) }
    (self.head, self.payload, self.signature) = (head, payload, signature)
  }
}
