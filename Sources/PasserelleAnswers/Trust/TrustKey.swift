internal import PasserelleGraph

/// The words on a signed statement, and on somebody else's credential.
enum TrustKey: String, Message {
  case isSigned = "verify.signature"
  case valid = "verify.valid"
  case issuer = "verify.issuer"
  case withKey = "verify.key"
  case keyNamed = "verify.key-named"
  case keyUnknown = "verify.key-unknown"
  case signedAt = "verify.signed-at"
  case filedUnder = "verify.number"
  case about = "verify.question"
  case asked = "verify.asked"
  case found = "verify.finding"
  case state = "verify.state"
  case stateOf = "verify.state-of"
  case filed = "verify.statement"
  case printed = "verify.page"
  case fileSame = "verify.file-same"
  case fileOther = "verify.file-other"
  case now = "verify.now"
  case nowSame = "verify.now-same"
  case nowElsewhere = "verify.now-elsewhere"
  case nowChanged = "verify.now-changed"
  case meaning = "verify.meaning"
  case fits = "credential.fits"
  case issuerAsStated = "credential.issuer"
  case noIssuer = "credential.no-issuer"
  case meaningUnknown = "credential.unknown"
  case meaningNamed = "credential.named"
  case inCertificate = "credential.certificate"
}

extension Language {
  /// The words of a message on a signed statement.
  func callAsFunction(_ key: TrustKey, _ values: [String: String] = [:]) -> String {
    self(key(values))
  }
}
