import PasserelleKit

/// A hierarchy over the codes of other lists: a set of links, from each code to the next wider one.
struct Hierarchy {
  private let artefact: Artefact
  private let node: SourceNode
  /// The hierarchy's own identifier, within a hierarchical code list of SDMX 2.1.
  private let id: String?
  /// The lists that codes name by an alias, as 2.1 allows.
  private let lists: [String: URN]

  private struct Step {
    var from: URN
    var to: URN
    var node: SourceNode
  }

  /// The hierarchies in an artefact: one, or those of a hierarchical code list.
  static func all(in artefact: Artefact) throws(Diagnostic) -> [Hierarchy] {
    guard artefact.kind == .hierarchicalCodelist else {
      return [Hierarchy(artefact: artefact, node: artefact.node, id: nil, lists: [:])]
    }
    var lists: [String: URN] = [:]
    for list in artefact.node.children("IncludedCodelist") {
      guard let alias = list.text(at: "alias") else { continue }
      lists[alias] = try URN(referenceIn: list, to: .codelist)
    }
    return try artefact.node.children("Hierarchy").map { node throws(Diagnostic) in
      Hierarchy(
        artefact: artefact, node: node, id: try node.require("id").scalar(), lists: lists)
    }
  }

  func state(into graph: GraphWriter, _ tallies: inout Tallies) throws(Diagnostic) {
    var urn = artefact.urn
    if let id { (urn.type, urn.item) = (Artefact.Kind.hierarchy.type, id) }
    guard
      let name = artefact.urn.framework(
        [id, "hierarchy"].compactMap(\.self).joined(separator: " "))
    else { throw artefact.noName }
    var steps: [Step] = []
    for code in codes(of: node) {
      if codes(of: code).isEmpty {
        tallies.passedOver.count(
          "a code of a hierarchy with none above or below it", at: code.position)
      }
      try collect(code, below: nil, &steps, graph)
    }
    let lists = Set(steps.flatMap { [$0.from.list, $0.to.list] })
    var mappings = MappingSet(name: name, title: artefact.title(of: node, or: id ?? urn.id))
    mappings.from = lists.count == 1 ? lists.first?.framework() : nil
    mappings.to = mappings.from
    mappings.uri = urn.text
    mappings.validity = try artefact.node.span("validFrom", "validTo")
    let register = try Register(
      mappings, restingOn: artefact.document(mappings.title), at: node.position, into: graph)
    try artefact.describe(node, as: Identifier(name), in: register)
    for step in steps {
      _ = try graph.attempt { () throws(Diagnostic) in try state(step, in: register) }
    }
  }

  private func codes(of node: SourceNode) -> [SourceNode] {
    node.parts("HierarchicalCode", "hierarchicalCodes")
  }

  private func collect(
    _ node: SourceNode, below wider: URN?, _ steps: inout [Step], _ graph: GraphWriter
  ) throws(Diagnostic) {
    let code = try graph.attempt { () throws(Diagnostic) in try urn(of: node) }
    if let code, let wider { steps.append(Step(from: code, to: wider, node: node)) }
    for narrower in codes(of: node) { try collect(narrower, below: code, &steps, graph) }
  }

  private func urn(of node: SourceNode) throws(Diagnostic) -> URN {
    if let alias = node.node(at: "CodelistAliasRef") {
      guard let list = lists[alias.text.trimmed] else {
        throw .error(
          .badReference, at: alias.position,
          "'\(alias.text.prefix(60).printable)' is not the alias of an included code list")
      }
      return list.item(try node.require("CodeID").localReference ?? "")
    }
    return try URN(
      referenceIn: node.require(node.kind == .element ? "Code" : "code"), to: .codelist)
  }

  private func state(_ step: Step, in register: Register) throws(Diagnostic) {
    guard let from = step.from.end, let to = step.to.end else {
      throw .error(
        .badReference, at: step.node.position, "the reference names no code of a list")
    }
    var link = Link(from: from.id, .broader, to: to.id)
    (link.fromURI, link.toURI) = (from.uri, to.uri)
    link.validity = try step.node.span("validFrom", "validTo")
    if let level = step.node.part("Level", "level")?.localReference {
      link.details.append("level: \(level)")
    }
    link.details += step.node.annotations(in: artefact.header.language)
      .compactMap(\.text.preferred)
    try register.state(link, at: step.node.position)
  }
}
