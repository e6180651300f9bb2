import PasserelleKit

/// A map between two lists: a set of mappings.
///
/// A map says which code takes the place of which when data are converted. It does not say how the two
/// are related: as a mapping, it is a related match and no more.
struct ItemMap {
  private let artefact: Artefact
  private let node: SourceNode
  /// The global name of the map.
  private let urn: URN
  private let source: URN
  private let target: URN

  /// The maps in an artefact: one, or those of a structure set.
  static func all(
    in artefact: Artefact, _ tallies: inout Tallies
  ) throws(Diagnostic) -> [ItemMap] {
    switch artefact.kind {
    case .structureSet: try maps(ofSet: artefact, &tallies)
    case .representationMap: try representationMap(artefact, &tallies).map { [$0] } ?? []
    default: [try ItemMap(artefact, artefact.node, artefact.urn, of: .conceptScheme)]
    }
  }

  private static func maps(
    ofSet artefact: Artefact, _ tallies: inout Tallies
  ) throws(Diagnostic) -> [ItemMap] {
    var maps: [ItemMap] = []
    for node in artefact.node.children where node.name.hasSuffix("Map") {
      var urn = artefact.urn
      urn.type = "mapping.\(node.name)"
      urn.item = node.text(at: "id")
      switch node.name {
      case "CodelistMap": maps.append(try ItemMap(artefact, node, urn, of: .codelist))
      case "ConceptSchemeMap": maps.append(try ItemMap(artefact, node, urn, of: .conceptScheme))
      default:
        tallies.passedOver.count("a '\(node.name)' of a structure set", at: node.position)
      }
    }
    return maps
  }

  private static func representationMap(
    _ artefact: Artefact, _ tallies: inout Tallies
  ) throws(Diagnostic) -> ItemMap? {
    let node = artefact.node
    let sources = node.ends("Source", "source"), targets = node.ends("Target", "target")
    guard sources.count == 1, targets.count == 1, let source = sources[0], let target = targets[0]
    else {
      tallies.passedOver.count(
        "a map of several components, or of values that are not codes", at: node.position)
      return nil
    }
    return ItemMap(
      artefact: artefact, node: node, urn: artefact.urn,
      source: try URN(referenceIn: source, to: .codelist),
      target: try URN(referenceIn: target, to: .codelist))
  }

  private init(artefact: Artefact, node: SourceNode, urn: URN, source: URN, target: URN) {
    (self.artefact, self.node, self.urn) = (artefact, node, urn)
    (self.source, self.target) = (source, target)
  }

  private init(
    _ artefact: Artefact, _ node: SourceNode, _ urn: URN, of kind: Artefact.Kind
  ) throws(Diagnostic) {
    let isXML = node.kind == .element
    self.init(
      artefact: artefact, node: node, urn: urn,
      source: try URN(referenceIn: node.require(isXML ? "Source" : "source"), to: kind),
      target: try URN(referenceIn: node.require(isXML ? "Target" : "target"), to: kind))
  }

  func state(into graph: GraphWriter, _ tallies: inout Tallies) throws(Diagnostic) {
    let ending = [urn.item, "map"].compactMap(\.self).joined(separator: " ")
    guard let name = artefact.urn.framework(ending) else { throw artefact.noName }
    var mappings = MappingSet(
      name: name, title: artefact.title(of: node, or: urn.item ?? urn.id),
      from: source.framework(), to: target.framework())
    (mappings.fromURI, mappings.toURI) = (source.text, target.text)
    mappings.uri = urn.text
    mappings.validity = try artefact.node.span("validFrom", "validTo")
    let register = try Register(
      mappings, restingOn: artefact.document(mappings.title), at: node.position, into: graph)
    try artefact.describe(node, as: Identifier(name), in: register)
    for pair in node.pairs {
      _ = try graph.attempt { () throws(Diagnostic) in
        try state(pair, in: register, &tallies)
      }
    }
  }

  private func state(
    _ pair: SourceNode, in register: Register, _ tallies: inout Tallies
  ) throws(Diagnostic) {
    let from = pair.values("Source", "source"), to = pair.values("Target", "target")
    guard !from.contains(where: { $0.says("isRegEx") || $0.field("startIndex") != nil }) else {
      tallies.passedOver.count("a pattern, or a part of codes, in a map", at: pair.position)
      return
    }
    if to.isEmpty {
      tallies.passedOver.count("a code that a map gives no target", at: pair.position)
    }
    for (from, to) in from.flatMap({ from in to.map { (from, $0) } }) {
      guard let subject = source.item(from.localReference ?? "").end,
        let object = target.item(to.localReference ?? "").end
      else {
        throw .error(
          .badReference, at: pair.position, "the map lacks a code, or has one that is none")
      }
      var link = Link(from: subject.id, .relatedMatch, to: object.id)
      (link.fromURI, link.toURI) = (subject.uri, object.uri)
      link.validity = try pair.span("validFrom", "validTo")
      link.details = pair.annotations(in: artefact.header.language).compactMap(\.text.preferred)
      try register.state(link, at: pair.position)
    }
  }
}

extension SourceNode {
  /// The lists on one side of a representation map; `nil` for what is not a list.
  fileprivate func ends(_ element: String, _ member: String) -> [SourceNode?] {
    guard kind == .element else {
      return (child(member)?.children ?? []).map { $0.child("codelist") }
    }
    return children.filter { $0.name.hasPrefix(element) }.map {
      $0.name == "\(element)Codelist" ? $0 : nil
    }
  }

  /// The pairs of a map.
  fileprivate var pairs: [SourceNode] {
    let names: Set = ["CodeMap", "ConceptMap", "ItemMap", "RepresentationMapping"]
    guard kind == .element else {
      return child("representationMappings")?.children ?? child("itemMaps")?.children ?? []
    }
    return children.filter { names.contains($0.name) }
  }

  /// The values on one side of a pair.
  fileprivate func values(_ element: String, _ member: String) -> [SourceNode] {
    guard kind == .element else {
      return child("\(member)Values")?.children ?? [child("\(member)Value")].compactMap(\.self)
    }
    return children.filter { $0.name == element || $0.name == "\(element)Value" }
  }
}
