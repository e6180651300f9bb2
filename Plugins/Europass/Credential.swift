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
    var part = part
    // A signed credential is one text in the file, with its pictures.
    part.limits.textBytes = part.limits.jsonBytes
    let root = try part.json()
    let credentials = try SignedCredential(part, graph: graph).credentials(in: root)
    for credential in credentials {
      let claims = credential.all("credentialSubject").flatMap { $0.all("hasClaim") }
      for claim in claims { try read(claim, in: &register) }
      if claims.isEmpty {
        throw .error(
          .empty, at: credential.position, "the credential has no claim",
          hint: "claims are under 'credentialSubject' as 'hasClaim'")
      }
    }
  }

  private mutating func read(_ claim: SourceNode, in register: inout Register) throws(Diagnostic) {
    for node in claim.all(named: "specifiedBy") {
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
