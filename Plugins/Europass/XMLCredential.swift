import PasserelleCredentials
import PasserelleKit

/// Reads a credential in XML, as Europass issued them before version 3 of the European Learning Model: what its
/// achievements are specified by and who awards them, and nothing of the person.
struct XMLCredential {
  /// What was achieved, by what specifies it and what awarded it.
  private struct Achievement {
    let id: String?
    let specifications: [String]
    let processes: [String]

    init(_ node: SourceNode) {
      id = node.attribute("id")?.text
      specifications = node.children("specifiedBy").compactMap(\.reference)
      processes = node.children("wasAwardedBy").compactMap(\.reference)
    }
  }

  let graph: GraphWriter
  private var achievements: [Achievement] = []
  /// Who awards, by process; it may name its achievements, or they name it.
  private var processes: [SourceNode] = []
  private var awards = Body.Awards()
  private var signature: SourcePosition?

  init(graph: GraphWriter) {
    self.graph = graph
  }

  mutating func read(_ part: SourcePart, in register: inout Register) throws(Diagnostic) {
    var part = part
    // A picture is one text in the file.
    part.limits.textBytes = part.limits.jsonBytes
    try part.records(
      named: "learningAchievement", "qualificationAward", "awardingProcess", "qualification",
      "learningSpecification", "learningOutcome", "organization", "Signature"
    ) { node throws(Diagnostic) in
      _ = try graph.attempt { () throws(Diagnostic) in try take(node, in: &register) }
    }
    guard !achievements.isEmpty else {
      throw .error(
        .empty, at: part.position, "the credential has no achievement",
        hint: "achievements are under 'credentialSubject'")
    }
    for achievement in achievements { try state(achievement, in: &register) }
    if let signature {
      graph.report(.signatureNotVerified(at: signature, isVerifiable: false))
      try register.noteSignature(at: signature)
    }
  }

  private mutating func take(
    _ node: SourceNode, in register: inout Register
  ) throws(Diagnostic) {
    switch node.name {
    case "Signature": signature = signature ?? node.position
    case "awardingProcess": processes.append(node)
    case "learningAchievement", "qualificationAward": takeAchievement(node, in: &register)
    // What only points to one of these stands inside something that is not read.
    case _ where node.attribute("id") == nil: return
    case "organization":
      try Body.state(node, as: node.require("id").value(), in: &register)
    case "learningOutcome": _ = try Outcome(node).state(in: &register)
    default: _ = try Specification(node).state(in: &register)
    }
  }

  private mutating func takeAchievement(_ node: SourceNode, in register: inout Register) {
    let achievement = Achievement(node)
    achievements.append(achievement)
    if achievement.specifications.isEmpty, node.attribute("idref") == nil {
      register.passedOver.count("an achievement without a specification", at: node.position)
    }
    for part in node.children("hasPart") where part.attribute("idref") == nil {
      takeAchievement(part, in: &register)
    }
  }

  private mutating func state(
    _ achievement: Achievement, in register: inout Register
  ) throws(Diagnostic) {
    let bodies = processes.filter { process in
      process.attribute("id").map { achievement.processes.contains($0.text) } ?? false
        || process.children("learningAchievement").contains {
          achievement.id != nil && $0.reference == achievement.id
        }
    }.flatMap { $0.children("awardingBody") }
    for code in achievement.specifications.compactMap(Code.init) {
      try awards.state(bodies, awarding: register.identifier(code), in: &register)
    }
  }
}
