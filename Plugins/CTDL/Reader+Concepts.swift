import PasserelleKit

extension Reader {
  /// The relations of properties that compare a competency or level with another.
  private static let matches: [(term: String, relation: Relation, note: String?)] = [
    ("ceasn:exactAlignment", .exactMatch, nil), ("ceasn:broadAlignment", .broadMatch, nil),
    ("ceasn:narrowAlignment", .narrowMatch, nil),
    ("ceasn:majorAlignment", .overlaps, "major alignment"),
    ("ceasn:minorAlignment", .overlaps, "minor alignment"),
    // Some degree of equivalency, which is not said.
    ("ceasn:alignTo", .relatedMatch, "aligned to"),
    ("ceasn:alignFrom", .relatedMatch, "aligned from"),
    ("skos:exactMatch", .exactMatch, nil), ("skos:closeMatch", .closeMatch, nil),
    ("skos:broadMatch", .broadMatch, nil), ("skos:narrowMatch", .narrowMatch, nil),
    ("skos:relatedMatch", .relatedMatch, nil),
  ]

  /// States a competency, or a level of a framework.
  mutating func state(
    concept resource: Resource, as kind: ConceptKind, in register: inout Register
  ) throws(Diagnostic) {
    let node = resource.node
    guard let id = names.identifier(of: resource), let code = id.code else { return }
    guard resource.isNested || node.hasKey else {
      throw .error(
        .missingKey, at: node.position, "the competency has no '@id' and no 'ceterms:ctid'",
        hint: "give it the address by which others point to it")
    }
    var concept = Concept(id: id, kind: kind, title: LocalizedText())
    node.label(&concept)
    guard !concept.title.isEmpty else {
      throw .error(
        .missingTitle, at: node.position, "'\(code.description.prefix(200).printable)' has no name",
        hint: kind == .level
          ? "levels have it as 'skos:prefLabel'" : "competencies have it as 'ceasn:competencyText'")
    }
    concept.uri = node.uri
    try register.stateOnce(concept, at: node.position)
    let isHome = membership.frameworks[resource.key] != nil
    var read = Node.labels.union(Membership.wider + Membership.narrower)
      .union(isHome ? Membership.naming : []).union(Self.matches.map(\.term))
    if code.description.contains(node.text("ceterms:ctid") ?? "") { read.insert("ceterms:ctid") }
    if kind == .level {
      read.formUnion(["ceterms:facetedDescription", "ceterms:precedes", "ceterms:precededBy"])
      try stateDescriptors(of: node, as: id, in: register)
    }
    try register.describe(id, remainder(of: node, without: read), at: node.position)
    try stateTree(of: node, as: id, in: register)
    try stateMatches(of: node, as: id, in: register)
  }

  /// Either end may name the other, or both.
  private mutating func stateTree(
    of node: Node, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    for term in Membership.wider + Membership.narrower {
      for value in node[term] {
        guard let end = end(of: value, in: node) else {
          passedOver.count("'\(term)' of something without an address", at: value.position)
          continue
        }
        // What is a child of the framework itself is at the top of it.
        guard end.id.code != nil else { continue }
        let isUp = Membership.wider.contains(term)
        try link(
          isUp ? End(id: id) : end, .broader, isUp ? end : End(id: id), as: term,
          at: value.position, in: register)
      }
    }
  }

  private mutating func stateMatches(
    of node: Node, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    for (term, relation, note) in Self.matches {
      for value in node[term] {
        let alignment = Alignment(value, in: node, of: graph)
        guard let end = end(of: alignment) else {
          passedOver.count("'\(term)' of something without an address", at: value.position)
          continue
        }
        guard end.id.code != nil else {
          passedOver.count("'\(term)' of a framework as a whole", at: value.position)
          continue
        }
        try link(
          End(id: id), relation, end, as: term, note: note.map { .english($0) },
          at: alignment.position, in: register)
      }
    }
  }

  /// States what a level asks for, each facet by itself: "Knowledge: basic general knowledge".
  private mutating func stateDescriptors(
    of level: Node, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    for value in level["ceterms:facetedDescription"] {
      guard let node = graph.node(of: value, in: level) else {
        passedOver.count("a level descriptor that is not in the file", at: value.position)
        continue
      }
      let facets = node.values(["ceterms:facetType", "ceasn:conceptTerm"])
      headings.formUnion(facets.compactMap { graph.key(of: $0, in: node) })
      let names = facets.compactMap { graph.node(of: $0, in: node)?.title().text }
      let heading = names.first.map { LocalizedText($0.entries) }
      let texts = node.title().text.firstOfEachLanguage.titles.entries.map { entry in
        let name = heading?.in(entry.language.description)
        return LocalizedText.Entry(
          entry.language, name.map { "\($0): \(entry.text)" } ?? entry.text)
      }
      let read = Node.labels.union([
        "ceterms:facetType", "ceasn:conceptTerm", "asn:hasProgressionLevel",
      ])
      try register.describe(id, LocalizedText(texts), at: value.position)
      try register.describe(id, remainder(of: node, without: read), at: value.position)
    }
  }
}
