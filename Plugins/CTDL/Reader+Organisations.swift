import PasserelleKit

extension Reader {
  /// States an organisation by itself.
  func state(organisation node: Node, in register: inout Register) throws(Diagnostic) {
    guard let code = code(of: node) else {
      throw .error(
        .missingKey, at: node.position, "the organisation has neither an '@id' nor a name",
        hint: "give it the address by which others point to it")
    }
    var concept = Concept(
      id: Identifier(names.register, code), kind: .organisation, title: LocalizedText())
    node.label(&concept)
    guard !concept.title.isEmpty else {
      throw .error(
        .missingTitle, at: node.position, "'\(code.description.prefix(200).printable)' has no name",
        hint: "organisations have it as 'ceterms:name'")
    }
    concept.uri = node.uri ?? node.text("ceterms:subjectWebpage")
    try register.stateOnce(concept, at: node.position)
    var read = Node.labels
    if concept.uri == node.text("ceterms:subjectWebpage") { read.insert("ceterms:subjectWebpage") }
    if code.description.contains(node.text("ceterms:ctid") ?? "") { read.insert("ceterms:ctid") }
    try register.describe(concept.id, remainder(of: node, without: read), at: node.position)
  }

  /// The organisation that a value is or points to: of the graph, inside the value, or elsewhere.
  mutating func organisation(
    _ value: SourceNode, of owner: Node, in register: inout Register
  ) throws(Diagnostic) -> End? {
    guard value.kind == .mapping, value.child("@value") == nil else {
      return elsewhere(owner.address(value), at: value.position)
    }
    let node = Node(value, in: owner.context)
    guard node.isDescription, let code = code(of: node) else {
      return elsewhere(node.id, at: value.position)
    }
    let known = bodies[code] ?? graph[code.description]?.node
    if let known, node.contradicts(known) {
      throw .error(
        .duplicateCode, at: node.position,
        "'\(code.description.prefix(200).printable)' is described twice",
        hint: "the first is on line \(known.position.line); give each its own '@id'")
    }
    if let known, !known.says(allOf: node) {
      passedOver.count("more about a resource, written inside another one", at: node.position)
    }
    if known == nil, !node.title().text.isEmpty {
      bodies[code] = node
      try state(organisation: node, in: &register)
    }
    return End(id: Identifier(names.register, code))
  }

  /// An organisation that is only pointed to.
  private mutating func elsewhere(_ key: String?, at place: SourcePosition) -> End? {
    guard let end = key.flatMap({ end(of: $0) }) else {
      passedOver.count("an organisation without a name", at: place)
      return nil
    }
    return end
  }

  private func code(of node: Node) -> Code? {
    (node.id ?? node.text("ceterms:ctid")).map { Code(address: $0) }
      ?? node.title().text.preferred.flatMap(Code.named)
  }
}
