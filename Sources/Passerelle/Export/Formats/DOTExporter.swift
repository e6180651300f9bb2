internal import PasserelleGraph
package import PasserelleModel

/// Writes concepts and links as a graph for Graphviz.
package struct DOTExporter: Exporter {
  package private(set) var loss = LossReport()
  private let file: ExportFile
  private var nodes: NodeSet

  package init(_ names: ConceptNames, into file: ExportFile) throws {
    self.file = file
    nodes = NodeSet(names)
    try file.write(
      "digraph passerelle {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\"];\n")
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework):
      let node = try nodes.node(of: framework)
      try write(node)
    case .mappings(let mappings): loss.add("title of a set of mappings", "\(mappings.name)")
    case .agreement(let agreement): loss.add("terms of an agreement", "\(agreement.name)")
    case .document(let document): nodes.documents[document.key] = document
    case .concept(let concept):
      // Beside a use of the whole exporter, the set would be copied for each node.
      let node = try nodes.node(of: concept)
      try write(node)
    case .link(let link):
      for (id, uri) in [(link.from, link.fromURI), (link.to, link.toURI)] {
        let node = try nodes.end(id, uri: uri)
        try write(node)
      }
      let label = [link.relation.rawValue, nodes.citation(of: link)].compactMap { $0 }
      try file.write(
        "  \(Self.quoted("\(link.from)")) -> \(Self.quoted("\(link.to)")) "
          + "[label=\(Self.quoted(link.relation.rawValue)), "
          + "tooltip=\(Self.quoted(label.joined(separator: ": ")))"
          + (link.isVerified ? "" : ", style=dashed") + "];\n")
    case .note(let note): loss.add("note", "\(note.about)")
    case .name(let name): loss.add("further name", "\(name.concept)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws { try file.write("}\n") }

  private func write(_ node: NodeSet.Node?) throws {
    guard let node else { return }
    func attribute(_ name: String) -> String? { node.attributes.first { $0.0 == name }?.1 }
    let address = attribute("uri").map { ", tooltip=\(Self.quoted($0))" } ?? ""
    let label = "\(node.id)\n\(attribute("label") ?? "")"
    try file.write("  \(Self.quoted(node.id)) [label=\(Self.quoted(label))\(address)];\n")
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.escaping { byte in
      switch byte {
      case UInt8(ascii: "\\"): "\\\\"
      case UInt8(ascii: "\""): "\\\""
      case UInt8(ascii: "\n"): "\\n"
      default: nil
      }
    }
    return "\"\(escaped)\""
  }
}
