import PasserelleKit

/// An organisation that awards.
enum Body {
  /// What awards which qualification: one that does so at several opportunities is linked once.
  struct Awards {
    private var stated: Set<[Identifier]> = []

    /// States the bodies of one opportunity: organisations as they are, or pointed at.
    mutating func state(
      _ nodes: [SourceNode], awarding id: Identifier, in register: inout Register
    ) throws(Diagnostic) {
      var links: [(body: Identifier, position: SourcePosition)] = []
      for node in nodes {
        guard let code = node.reference.flatMap(Code.init) else {
          register.passedOver.count("an awarding body without an identifier", at: node.position)
          continue
        }
        try Body.state(node, as: code, in: &register)
        let body = register.identifier(code)
        if !stated.contains([id, body]) { links.append((body, node.position)) }
      }
      for (body, position) in links {
        stated.insert([id, body])
        try register.link(id, .awardedBy, body, at: position)
      }
    }
  }

  /// States an organisation, where the node has its name and is no mere reference.
  static func state(
    _ node: SourceNode, as code: Code, in register: inout Register
  ) throws(Diagnostic) {
    let name = node.texts("legalName", "prefLabel", "preferredName", "title")
    guard !name.isEmpty else { return }
    var concept = Concept(id: register.identifier(code), kind: .organisation, title: name)
    concept.alternatives = node.texts("altLabel", "alternativeName")
    concept.tier = "awarding body"
    try register.stateOnce(concept, at: node.position)
  }
}
