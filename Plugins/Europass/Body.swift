import PasserelleKit

/// An organisation that awards.
enum Body {
  /// States what awards a qualification: organisations as they stand, or pointed at.
  static func stateAll(
    _ nodes: [SourceNode], awarding id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    for node in nodes {
      guard let code = node.reference.flatMap(Code.init) else {
        register.passedOver.count("an awarding body without an identifier", at: node.position)
        continue
      }
      try state(node, as: code, in: &register)
      try register.link(id, .awardedBy, register.identifier(code), at: node.position)
    }
  }

  /// States an organisation, where the node has its name and is no mere reference.
  static func state(
    _ node: SourceNode, as code: Code, in register: inout Register
  ) throws(Diagnostic) {
    let name = node.texts("legalName", "prefLabel", "title")
    guard !name.isEmpty else { return }
    var concept = Concept(id: register.identifier(code), kind: .organisation, title: name)
    concept.alternatives = node.texts("altLabel")
    concept.tier = "awarding body"
    try register.stateOnce(concept, at: node.position)
  }
}
