import PasserelleKit

extension Reader {
  /// States an alignment map: a set of mappings between the nodes of two frameworks.
  mutating func state(map resource: Resource) throws(Diagnostic) {
    let node = resource.node
    guard let name = names.framework(resource.key) else { return }
    let title = node.title().text.firstOfEachLanguage.titles
    guard !title.isEmpty else {
      throw .error(
        .missingTitle, at: node.position,
        "the alignment map '\(resource.key.prefix(200).printable)' has no name",
        hint: "alignment maps have it as 'ceterms:name'")
    }
    let pairs = node["ceterms:hasPart"].map { MapPart($0, of: node, in: self) }
    let publisher = Publisher(of: node, in: graph)
    var mappings = MappingSet(
      name: name, title: title, from: pairs.compactMap(\.from).home,
      to: pairs.compactMap(\.to).home)
    mappings.validity = publisher.validity
    mappings.licence = publisher.licence
    let register = try Register(
      mappings,
      restingOn: publisher.document(key: name.series, title: title.preferred ?? "\(name)"),
      at: node.position, into: writer)
    let targets = Set(pairs.compactMap(\.to?.id.framework))
    for pair in pairs {
      try state(pair, among: targets, in: register)
    }
    let read = Node.labels.union(Publisher.read).subtracting(publisher.unread).union([
      "ceterms:hasPart", "ceterms:ctid",
    ])
    try register.describe(
      Identifier(name), remainder(of: node, without: read), at: node.position)
  }

  private mutating func state(
    _ pair: MapPart, among targets: Set<FrameworkName>, in register: Register
  ) throws(Diagnostic) {
    // That nothing was found is said of the framework in which it was looked for: the one that the
    // other parts of the map lead to, where it is one.
    let others = targets.subtracting([pair.from?.id.framework].compactMap(\.self))
    let elsewhere = targets.count == 1 ? others.first.map { End(id: Identifier($0)) } : nil
    let to = pair.relation == .noMatch ? (pair.to == nil ? elsewhere : nil) : pair.to
    guard !pair.isOfSeveral, let from = pair.from, let relation = pair.relation, let to else {
      passedOver.count("\(pair.problem), kept in a note", at: pair.position)
      return try register.describe(
        Identifier(register.name), pair.text, at: pair.position)
    }
    try link(
      from, relation, to, as: "ceterms:hasPart", note: pair.note.isEmpty ? nil : pair.note,
      at: pair.position, in: register)
  }
}

/// A part of an alignment map: one alignment, from a node to a node.
private struct MapPart {
  let from: End?
  let to: End?
  let relation: Relation?
  /// Whether it has more than one node on a side: which goes with which, it does not say.
  let isOfSeveral: Bool
  let note: LocalizedText
  let text: LocalizedText
  let position: SourcePosition
  private let type: String?

  private static let relations: [String: Relation] = [
    "exact": .exactMatch, "close": .closeMatch, "broad": .broadMatch, "narrow": .narrowMatch,
    "related": .relatedMatch, "no": .noMatch, "major": .overlaps, "minor": .overlaps,
  ]
  private static let read: Set = [
    "ceterms:sourceNode", "ceterms:targetNode", "ceterms:alignmentType", "ceterms:framework",
  ]

  init(_ value: SourceNode, of map: Node, in reader: Reader) {
    guard let node = reader.graph.node(of: value, in: map) else {
      position = value.position
      (from, to, relation, type) = (nil, nil, nil, nil)
      isOfSeveral = false
      note = LocalizedText()
      text = [value].text
      return
    }
    position = node.position
    isOfSeveral = ["ceterms:sourceNode", "ceterms:targetNode"].contains { node[$0].count > 1 }
    from = node["ceterms:sourceNode"].first.flatMap { reader.end(of: $0, in: node) }
    to = node["ceterms:targetNode"].first.flatMap { reader.end(of: $0, in: node) }
    let type = node["ceterms:alignmentType"].first.flatMap { value in
      Alignment(value, in: node, of: reader.graph).target.map { node.context.term($0) }
    }
    self.type = type
    let word = (type ?? "").spaceAndLastPart.last.lowercased()
    relation =
      ["match", "alignment"].lazy.filter(word.hasSuffix)
      .compactMap { Self.relations[String(word.dropLast($0.count))] }.first
    note = reader.remainder(of: node, without: Self.read)
    text = node.source.summary.isEmpty ? [value].text : .english(node.source.summary)
  }

  /// What keeps it from being a mapping.
  var problem: String {
    if isOfSeveral { return "an alignment of several nodes" }
    if let type, relation == nil {
      return "an alignment of the type '\(type.prefix(120).printable)'"
    }
    if type == nil, from != nil, to != nil { return "an alignment without a type" }
    if relation == .noMatch, to != nil {
      return "an alignment that denies any match of two nodes"
    }
    return relation == .noMatch
      ? "an alignment that finds no match, and does not say in which framework"
      : "an alignment without a source or a target node"
  }
}

extension [End] {
  /// The framework of the file that all are in; what is known by its address alone may be in any.
  fileprivate var home: FrameworkName? {
    guard let first, allSatisfy({ $0.uri == nil && $0.id.framework == first.id.framework }) else {
      return nil
    }
    return first.id.framework
  }
}
