internal import PasserelleGraph
package import PasserelleModel

/// Writes concepts and links as a graph in GraphML.
package struct GraphMLExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private let file: ExportFile
  private var nodes: NodeSet
  private var edges = 0

  /// The attributes of nodes and of edges.
  private static let keys: [(id: String, owner: String, type: String)] = [
    ("label", "node", "string"), ("kind", "node", "string"), ("framework", "node", "string"),
    ("code", "node", "string"), ("uri", "node", "string"), ("relation", "edge", "string"),
    ("source", "edge", "string"), ("verified", "edge", "boolean"),
    ("confidence", "edge", "double"), ("from", "edge", "string"), ("by", "edge", "string"),
    ("to", "edge", "string"),
    ("remarks", "edge", "string"),
  ]

  package init(_ names: ConceptNames, into file: ExportFile) throws {
    self.names = names
    self.file = file
    nodes = NodeSet(names)
    try file.write(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for key in Self.keys {
      try file.write(
        "  <key id=\"\(key.owner)-\(key.id)\" for=\"\(key.owner)\" attr.name=\"\(key.id)\" "
          + "attr.type=\"\(key.type)\"/>\n")
    }
    try file.write("  <graph edgedefault=\"directed\">\n")
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework):
      let node = try nodes.node(of: framework)
      try write(node)
      loss.countTitles(framework.title, of: "\(framework.name)")
    case .mappings(let mappings): loss.add("title of a set of mappings", "\(mappings.name)")
    case .agreement(let agreement): loss.add("terms of an agreement", "\(agreement.name)")
    case .document(let document): nodes.documents[document.key] = document
    case .concept(let concept):
      let node = try nodes.node(of: concept)
      try write(node)
      if concept.status != nil || concept.validity != Validity() || !concept.workloads.isEmpty
        || !concept.sectors.isEmpty
      {
        loss.add("status, validity, workload and sector", "\(concept.id)")
      }
      loss.countTitles(concept.title, of: "\(concept.id)")
    case .link(let link): try add(link)
    case .note(let note): loss.add("note", "\(note.about)")
    case .name(let name): loss.add("further name", "\(name.concept)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws { try file.write("  </graph>\n</graphml>\n") }

  private mutating func add(_ link: Link) throws {
    for (id, uri) in [(link.from, link.fromURI), (link.to, link.toURI)] {
      let node = try nodes.end(id, uri: uri)
      try write(node)
    }
    let data: [(String, String?)] = [
      ("relation", link.relation.rawValue), ("source", nodes.citation(of: link)),
      ("verified", link.isVerified ? "true" : "false"),
      ("confidence", link.confidence?.description), ("from", link.validity.from?.description),
      ("by", link.validity.by?.description), ("to", link.validity.to?.description),
      (
        "remarks",
        link.isPlain && !link.relation.isMatch
          ? nil : link.remarks.dropFirst().joined(separator: "; ")
      ),
    ]
    edges += 1
    try file.write(
      "    <edge id=\"e\(edges)\" source=\"\("\(link.from)".xmlEscaped)\" "
        + "target=\"\("\(link.to)".xmlEscaped)\">\(Self.data(data, of: "edge"))</edge>\n")
  }

  private func write(_ node: NodeSet.Node?) throws {
    guard let node else { return }
    try file.write(
      "    <node id=\"\(node.id.xmlEscaped)\">\(Self.data(node.attributes, of: "node"))</node>\n")
  }

  private static func data(_ values: [(String, String?)], of owner: String) -> String {
    values.compactMap { key, value in
      value.flatMap { $0.isEmpty ? nil : "<data key=\"\(owner)-\(key)\">\($0.xmlEscaped)</data>" }
    }.joined()
  }
}

extension LossReport {
  /// Counts the titles that a format with one title to a node leaves out.
  fileprivate mutating func countTitles(_ title: LocalizedText, of name: String) {
    for entry in title.entries where entry.text != title.preferred {
      add("title in '\(entry.language)'", name)
    }
  }
}
