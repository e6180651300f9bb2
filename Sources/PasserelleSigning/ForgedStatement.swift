/// Why a signed statement is not believed.
package enum ForgedStatement: Error, Hashable, CustomStringConvertible {
  /// It has not the form of what Passerelle signs.
  case form(Form)
  /// The key that it names is not one of its issuer, or not a key.
  case foreignKey(String)
  /// Its issuer is an organisation, and the reader has not named its document.
  case noDocument(String)
  /// It was signed with a key, and by somebody, whom the reader did not mean.
  case notExpected(String)
  /// Its signature is not of this text by that key.
  case signature

  /// What of its form is wrong.
  package enum Form: String, CaseIterable, Sendable {
    case tooLong = "too-long"
    case parts, base64, json, type, algorithm
    case keyID = "key-id"
    case header, credential

    /// What is wrong, in English.
    var words: String {
      switch self {
      case .tooLong: "it is longer than any statement"
      case .parts:
        "it is not a compact JWS: a signed statement is one line of three parts with dots between"
      case .base64: "a part is not Base64 for addresses, in the one form that stands for its bytes"
      case .json: "a part is not an object of JSON, in the one form in which it is signed"
      case .type: "it is not a credential (its type is not 'vc+jwt' with 'vc')"
      case .algorithm: "it is not signed with EdDSA or ES256"
      case .keyID: "it names no key"
      case .header: "its head says more than how, by which key and what was signed"
      case .credential: "it is not a statement of comparability"
      }
    }
  }

  /// The reason in English, with what to do where there is something.
  package var description: String {
    switch self {
    case .form(let form):
      "\(form.words); somebody else's credential is checked with '--credential'"
    case .foreignKey(let name):
      "'\(name)' is not a key of who is said to have signed it"
    case .noDocument(let name):
      "it is signed in the name of '\(name)': name the document that this organisation publishes with "
        + "'--did-document'"
    case .notExpected(let name): "it was signed by '\(name)', and not with the key that you named"
    case .signature: "the text was changed, or was not signed with this key"
    }
  }
}
