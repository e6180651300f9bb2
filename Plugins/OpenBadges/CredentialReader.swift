import PasserelleCredentials
import PasserelleKit

/// Reads the credentials of a file: badges, records with badges in them, or achievements by themselves.
struct CredentialReader {
  private let part: SourcePart
  private let graph: GraphWriter
  private var file: CredentialFile
  /// What was stated to be awarded by whom.
  private var awards: Set<[Identifier]> = []

  /// More records inside records than any file has.
  private static let deepest = 8

  init(_ part: SourcePart, reportingTo graph: GraphWriter) {
    (self.part, self.graph) = (part, graph)
    file = CredentialFile(part, reportingTo: graph)
  }

  mutating func read(in register: inout Register) throws(Diagnostic) {
    for credential in try file.credentials() {
      _ = try graph.attempt { () throws(Diagnostic) in
        try read(credential, in: &register, depth: 0)
      }
    }
    if file.isSigned { try register.noteSignature(at: part.position) }
  }

  private mutating func read(
    _ credential: SourceNode, in register: inout Register, depth: Int
  ) throws(Diagnostic) {
    if credential.isA("Achievement") {
      _ = try Achievement(credential).state(in: &register)
      return
    }
    guard depth < Self.deepest else {
      throw .error(
        .tooDeep, at: credential.position,
        "records are inside of records more than \(Self.deepest) deep")
    }
    let subjects = credential.all(named: "credentialSubject")
    let achievements = subjects.flatMap { $0.all(named: "achievement") }
    let inner = subjects.flatMap { $0.all(named: "verifiableCredential") }
    guard !achievements.isEmpty || !inner.isEmpty else {
      throw .error(
        .empty, at: credential.position, "the credential names no achievement",
        hint: "achievements are under 'credentialSubject' as 'achievement'")
    }
    let persons = Set(subjects.compactMap { $0.text(at: "id") })
    // Who issues a record has not awarded all that it lists.
    let issuers =
      credential.isA("ClrCredential")
      ? [] : credential.all(named: "issuer").compactMap { Organisation($0, unless: persons) }
    for node in achievements {
      _ = try graph.attempt { () throws(Diagnostic) in
        let id = try Achievement(node).state(in: &register)
        for issuer in issuers { try state(issuer, awarding: id, in: &register) }
      }
    }
    for node in inner {
      _ = try graph.attempt { () throws(Diagnostic) in
        for credential in try file.credentials(in: node) {
          try read(credential, in: &register, depth: depth + 1)
        }
      }
    }
    for association in subjects.flatMap({ $0.all(named: "association") }) {
      try Association(association).state(in: &register)
    }
  }

  private mutating func state(
    _ issuer: Organisation, awarding id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    let body = register.identifier(issuer.code)
    try register.stateOnce(issuer.concept(in: register), at: issuer.position)
    guard awards.insert([id, body]).inserted else { return }
    try register.link(id, .awardedBy, body, at: issuer.position)
  }
}

extension SourceNode {
  /// Whether it states a type, alone or among others.
  func isA(_ type: String) -> Bool {
    all(named: "type", "@type").contains { $0.text == type }
  }
}
