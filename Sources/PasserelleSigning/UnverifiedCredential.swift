/// Why the signature of somebody else's credential is not verified.
package enum UnverifiedCredential: Error, Hashable, CustomStringConvertible {
  /// Its form is none that is verified here.
  case form(Form)
  /// It is signed in a way that is not verified here.
  case algorithm(String)
  /// Its head asks for something to be understood that is not.
  case notUnderstood(String)
  /// It has several signatures.
  case several(Int)
  /// It carries no key.
  case noKey
  /// The key that it carries is not of the kind that it says it was signed with.
  case otherKind(String)
  /// Its issuer's name is another key.
  case notTheIssuers
  /// It was signed with a key that the reader did not mean.
  case notExpected
  /// Its signature is not of this text by the key that it carries.
  case signature

  /// What form keeps it from being verified.
  package enum Form: String, CaseIterable, Sendable {
    case tooLong = "too-long"
    case unsigned, encrypted, partly, detached, proof, base64, head, payload

    var words: String {
      switch self {
      case .tooLong: "it is longer than any credential"
      case .unsigned: "it is not signed as JWS or JAdES; a seal in XML is not verified here"
      case .encrypted: "it is encrypted (JWE)"
      case .partly: "parts of it can be withheld (SD-JWT), which is not verified here"
      case .detached: "what it signs is in another file"
      case .proof:
        "its signature is a 'proof' over RDF (Data Integrity), which is not verified here"
      case .base64: "a part is not Base64 for addresses"
      case .head: "the head of its signature is not whole"
      case .payload: "what it signs is not the JSON text that was signed"
      }
    }
  }

  /// The reason in English, with what to do where there is something.
  package var description: String {
    switch self {
    case .form(let form): form.words
    case .algorithm(let name):
      "it is signed with '\(name)'; only EdDSA and ES256 are verified here"
    case .notUnderstood(let name):
      "its signature must not be verified without understanding '\(name)', which is not understood here"
    case .several(let count): "it has \(count) signatures; only one is verified here"
    case .noKey:
      "the file carries no key of Ed25519 or P-256; ask the issuer for it"
    case .otherKind(let name): "the key that the file carries is not one for '\(name)'"
    case .notTheIssuers:
      "it was signed with another key than the one that is the name of its issuer"
    case .notExpected: "it was not signed with the key that you named"
    case .signature:
      "the signature does not fit: the file was changed after it was signed, or the key is another's"
    }
  }
}
