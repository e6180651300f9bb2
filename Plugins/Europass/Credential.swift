import PasserelleCredentials
import PasserelleKit

/// Reads what a credential specifies: of each claim the specification and who awards it, and nothing
/// of the person.
struct Credential {
  let graph: GraphWriter
  private var awards = Body.Awards()

  /// The type of a credential, by which it is known.
  static let mark = "EuropeanDigitalCredential"

  init(graph: GraphWriter) {
    self.graph = graph
  }

  mutating func read(_ part: SourcePart, in register: inout Register) throws(Diagnostic) {
    var file = CredentialFile(part, reportingTo: graph)
    for credential in try file.credentials() {
      let claims = credential.all("credentialSubject").flatMap { $0.all("hasClaim") }
      for claim in claims { try read(claim, in: &register) }
      if claims.isEmpty {
        throw .error(
          .empty, at: credential.position, "the credential has no claim",
          hint: "claims are under 'credentialSubject' as 'hasClaim'")
      }
    }
    if file.isSigned { try register.noteSignature(at: part.position) }
  }

  private mutating func read(_ claim: SourceNode, in register: inout Register) throws(Diagnostic) {
    let specifications = claim.all(named: "specifiedBy")
    if specifications.isEmpty {
      register.passedOver.count("an achievement without a specification", at: claim.position)
    }
    for node in specifications {
      _ = try graph.attempt { () throws(Diagnostic) in
        // What several claims name stands in each of them.
        let id = try Specification(node).state(in: &register).id
        for award in claim.all(named: "awardedBy") {
          try awards.state(award.all("awardingBody"), awarding: id, in: &register)
        }
      }
    }
    for part in claim.all(named: "hasPart") { try read(part, in: &register) }
  }
}
