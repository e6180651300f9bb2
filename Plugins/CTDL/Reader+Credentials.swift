import PasserelleKit

extension Reader {
  private static let read = Node.labels.union(["ceterms:ownedBy", "ceterms:credentialStatusType"])

  mutating func state(
    credential resource: Resource, of kind: String, in register: inout Register
  ) throws(Diagnostic) {
    let node = resource.node
    guard node.hasKey, let id = names.identifier(of: resource), let code = id.code else {
      throw .error(
        .missingKey, at: node.position, "the credential has no '@id' and no 'ceterms:ctid'",
        hint: "give it the address by which others point to it")
    }
    var concept = Concept(id: id, kind: .qualification, title: LocalizedText())
    node.label(&concept)
    guard !concept.title.isEmpty else {
      throw .error(
        .missingTitle, at: node.position, "'\(code.description.prefix(200).printable)' has no name",
        hint: "credentials have it as 'ceterms:name'")
    }
    concept.tier = kind.wordsOfClass
    concept.uri = node.uri
    concept.status = node["ceterms:credentialStatusType"].first.flatMap { value in
      let status = Alignment(value, in: node, of: graph)
      return status.label.preferred ?? status.target
    }
    try register.stateOnce(concept, at: node.position)
    for value in node["ceterms:ownedBy"] {
      guard let body = try organisation(value, of: node, in: &register) else { continue }
      try link(
        End(id: id), .awardedBy, body, as: "ceterms:ownedBy", at: value.position, in: register)
    }
    try stateLevels(of: node, as: id, in: register)
    for condition in node["ceterms:requires"] {
      guard let profile = graph.node(of: condition, in: node) else { continue }
      for value in profile["ceterms:targetCompetency"] {
        try state(
          .attests, value, of: profile, from: id, as: "ceterms:targetCompetency", in: register)
      }
    }
    var read = Self.read.union(["ceterms:audienceLevelType", "ceterms:atLevel"])
    if code.description.contains(node.text("ceterms:ctid") ?? "") { read.insert("ceterms:ctid") }
    try register.describe(id, remainder(of: node, without: read), at: node.position)
  }

  /// A level of CTDL's own list is stated, and so is that of a qualifications framework; one of another
  /// list is compared with, without commitment.
  private mutating func stateLevels(
    of node: Node, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    for value in node["ceterms:audienceLevelType"] {
      let isOwn = Alignment(value, in: node, of: graph).ownList != nil
      try state(
        isOwn ? .atLevel : .comparedTo, value, of: node, from: id, as: "ceterms:audienceLevelType",
        in: register)
    }
    for value in node["ceterms:atLevel"] {
      try state(.atLevel, value, of: node, from: id, as: "ceterms:atLevel", in: register)
    }
  }

  private mutating func state(
    _ relation: Relation, _ value: SourceNode, of node: Node, from id: Identifier, as term: String,
    in register: Register
  ) throws(Diagnostic) {
    let alignment = Alignment(value, in: node, of: graph)
    guard let end = end(of: alignment) else {
      passedOver.count(
        "an alignment without a framework or a node, kept in a note", at: value.position)
      return try register.describe(id, [value].text, at: value.position)
    }
    try link(
      End(id: id), relation, end, as: term,
      note: alignment.label.isEmpty ? nil : alignment.label.firstOfEachLanguage.titles,
      at: alignment.position, in: register)
  }
}
