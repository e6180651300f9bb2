import PasserelleKit

/// A list of codes or concepts: a framework.
struct ItemScheme {
  let artefact: Artefact
  private let items: [SourceNode]

  init(_ artefact: Artefact) {
    self.artefact = artefact
    items =
      artefact.kind == .codelist
      ? artefact.node.parts("Code", "codes") : artefact.node.parts("Concept", "concepts")
  }

  private var node: SourceNode { artefact.node }

  func state(into graph: GraphWriter, _ tallies: inout Tallies) throws(Diagnostic) {
    guard !items.isEmpty || !node.says("isExternalReference") else {
      tallies.passedOver.count(
        "a '\(artefact.kind.rawValue)' that is only referred to, and kept elsewhere",
        at: node.position)
      return
    }
    guard let name = artefact.ownName ?? artefact.urn.framework() else { throw artefact.noName }
    let title = artefact.title(of: node, or: artefact.urn.id)
    var framework = Framework(
      name: name, kind: kind(named: name, title, &tallies, graph), title: title)
    framework.authority = artefact.publisher
    framework.uri = artefact.address(of: node, named: artefact.urn)
    framework.validity = try node.span("validFrom", "validTo")
    let register = try Register(
      framework, restingOn: [artefact.document(title)], at: node.position, into: graph)
    try artefact.describe(node, as: Identifier(name), in: register)
    if node.says("isPartial") {
      graph.report(
        .warning(
          .partialList, at: node.position, "the message has only a part of '\(name)'",
          hint: "it takes the place of what was here of the list; ask the registry for all of it"))
      try register.tell(
        Identifier(name), .english("The message has only a part of this list."), at: node.position)
    }
    node.countRest(
      except: ["Name", "Description", "Annotations", "Code", "Concept"], of: artefact.kind.rawValue,
      in: &tallies.passedOver)
    try state(items, of: framework.kind.usualConcepts, in: register, graph, &tallies)
  }

  /// What the list is: as our own export says, or as its names speak for.
  private func kind(
    named name: FrameworkName, _ title: LocalizedText, _ tallies: inout Tallies,
    _ graph: GraphWriter
  ) -> FrameworkKind {
    if let stated = artefact.annotations[.kind].flatMap({ FrameworkKind($0) }) { return stated }
    let words = [artefact.urn.id] + title.entries.map(\.text)
    guard let kind = FrameworkKind(assumedFrom: words) else {
      tallies.assumed.count(
        "a list is a \(FrameworkKind.competences.rawValue), as its names do not say what it is",
        at: node.position)
      return .competences
    }
    graph.report(
      .warning(
        .assumedKind, at: node.position, "the list '\(name)' is taken to be a \(kind.rawValue)"))
    return kind
  }

  // MARK: - Items

  private func state(
    _ items: [SourceNode], of kind: ConceptKind, in register: Register, _ graph: GraphWriter,
    _ tallies: inout Tallies
  ) throws(Diagnostic) {
    var codes: [String: Code] = [:]
    for item in items {
      if let id = item.text(at: "id"), let code = item.annotations()[.code].flatMap({ Code($0) }) {
        codes[id] = code
      }
    }
    for item in items {
      _ = try graph.attempt { () throws(Diagnostic) in
        let own = try item.require("id")
        let name = try own.scalar()
        let code: Code = if let code = codes[name] { code } else { try own.value() }
        let id = register.identifier(code)
        try register.state(concept(item, name, as: id, of: kind), at: item.position)
        try artefact.describe(item, as: id, in: register)
        if let parent = item.part("Parent", "parent"), let wider = parent.localReference {
          guard let code = codes[wider] ?? Code(wider) else {
            throw .error(
              Code.diagnosticID, at: parent.position,
              "'\(wider.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
          }
          try register.link(id, .broader, register.identifier(code), at: parent.position)
        }
      }
      item.countRest(
        except: ["Name", "Description", "Annotations", "Parent"],
        of: artefact.kind == .codelist ? "Code" : "Concept", in: &tallies.passedOver)
    }
  }

  private func concept(
    _ item: SourceNode, _ name: String, as id: Identifier, of usual: ConceptKind
  ) -> Concept {
    let annotations = item.annotations(in: artefact.header.language)
    var concept = Concept(
      id: id, kind: annotations[.kind].flatMap { ConceptKind($0) } ?? usual,
      title: artefact.title(of: item, or: name))
    concept.uri = artefact.address(of: item, named: artefact.urn.item(name))
    concept.tier = annotations[.tier]
    concept.alternatives = LocalizedText(
      annotations.filter { $0.word == .alternative }.flatMap(\.text.entries))
    return concept
  }
}
