import PasserelleKit

/// Reads a set of mappings between two frameworks, a link for each.
struct MappingsReader {
  private let root: SourceNode
  private let graph: GraphWriter

  init(_ root: SourceNode, graph: GraphWriter) {
    self.root = root
    self.graph = graph
  }

  func read() throws(Diagnostic) {
    let parts = try KeyReader(root, of: .mappingsDescriptor, to: graph)
    let node = try root.require("mappings")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var mappings = mappings(parts.part(node, .mappings))
    mappings.source = scope.defaultSource
    try graph.add(.mappings(mappings), at: node.position)
    try scope.addDocuments()
    for item in parts.items("links", each: "link") ?? [] {
      guard let keys = parts.part(item, .mapping) else { continue }
      let from: Identifier? = keys.required("from")
      let relation: Relation? = keys.required("relation")
      let to: Identifier? = keys.required("to")
      let whole = Identifier(mappings.name)
      var link = Link(from: from ?? whole, relation ?? .relatedMatch, to: to ?? whole)
      try scope.readDetails(of: &link, in: keys)
      guard from != nil, relation != nil, to != nil else { continue }
      try graph.add(.link(link), at: item.field("from")?.position ?? item.position)
    }
    try scope.addNotes(of: root, about: Identifier(mappings.name))
  }

  private func mappings(_ keys: KeyReader?) -> MappingSet {
    let standIn = FrameworkName.standIn(for: root.position)
    guard let keys else { return MappingSet(name: standIn, title: .english("\(standIn)")) }
    let name = keys.required("id") ?? standIn
    var mappings = MappingSet(
      name: name, title: keys.requiredWords("title") ?? .english("\(name)"),
      from: keys.value("from"), to: keys.value("to"))
    mappings.uri = keys.text("uri")
    mappings.fromURI = keys.text("fromUri")
    mappings.toURI = keys.text("toUri")
    mappings.isOpen = keys.flag("open", usual: false)
    mappings.validity = keys.validSpan() ?? Validity()
    mappings.licence = keys.text("licence")
    return mappings
  }
}
