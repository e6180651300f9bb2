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
    try root.checkKeys(of: .mappingsDescriptor, to: graph)
    let node = try root.require("mappings")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    try node.checkKeys(of: .mappings, to: graph)
    _ = try node.require("title")
    var mappings = MappingSet(
      name: try node.require("id").value(), title: try node.localized("title"),
      from: try node.value("from"), to: try node.value("to"))
    mappings.uri = try node.text("uri")
    mappings.fromURI = try node.text("fromUri")
    mappings.toURI = try node.text("toUri")
    mappings.isOpen = try node.flag("open", usual: false)
    mappings.validity = try node.validSpan(to: graph) ?? Validity()
    mappings.licence = try node.text("licence")
    mappings.source = scope.defaultSource
    try graph.add(.mappings(mappings), at: node.position)
    try scope.addDocuments()
    for item in try root.items("links", each: "link") {
      _ = try graph.attempt { () throws(Diagnostic) in
        try item.checkKeys(of: .mapping, to: graph)
        let from = try item.require("from")
        var link = Link(
          from: try from.value(), try item.require("relation").value(),
          to: try item.require("to").value())
        try scope.readDetails(of: &link, in: item)
        try graph.add(.link(link), at: from.position)
      }
    }
    try scope.addNotes(of: root, about: Identifier(mappings.name))
  }
}
