import PasserelleKit

/// What a learner is to know and to do: a learning outcome, with the skills that it is related to.
struct Outcome {
  private let node: SourceNode
  private let code: Code

  private static let read: Set = [
    "id", "title", "prefLabel", "relatedESCOSkill", "relatedEscoSkill", "relatedSkill", "type",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    self.node = node
    code = try node.require("id").value()
  }

  /// Its title, which is its label in older credentials.
  static func title(of node: SourceNode) -> LocalizedText {
    let title = node.texts("title")
    return title.isEmpty ? node.texts("prefLabel") : title
  }

  /// States it, unless it was met before.
  func state(in register: inout Register) throws(Diagnostic) -> Register.Novelty {
    let id = register.identifier(code)
    var concept = Concept(id: id, kind: .competence, title: Self.title(of: node))
    guard !concept.title.isEmpty else {
      throw .error(.missingTitle, at: node.position, "'\(code)' has no title")
    }
    concept.tier = "learning outcome"
    let novelty = register.meet(id, saying: node.fingerprint, at: node.position)
    guard novelty == .new else { return novelty }
    try register.state(concept, at: node.position)
    var rest = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }
    for skill in node.all(named: "relatedESCOSkill", "relatedEscoSkill", "relatedSkill") {
      guard let name = skill.reference.flatMap(GlobalName.init) else {
        register.passedOver.count(
          "a skill from an unknown vocabulary, kept in a note", at: skill.position)
        rest.append(skill)
        continue
      }
      let label = skill.texts("prefLabel", "targetName")
      try register.link(
        id, .relatedMatch, name.identifier, uri: name.uri, note: label.isEmpty ? nil : label,
        at: skill.position)
    }
    try register.describe(id, rest.words, at: node.position)
    return novelty
  }
}
