import PasserelleKit

/// Reads who decides on foreign qualifications in a country, apart from any framework.
struct RecognitionReader {
  private let root: SourceNode
  private let graph: GraphWriter

  init(_ root: SourceNode, graph: GraphWriter) {
    self.root = root
    self.graph = graph
  }

  func read() throws(Diagnostic) {
    try root.checkKeys(of: .recognitionDescriptor, to: graph)
    let node = try root.require("recognition")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    try node.checkKeys(of: .recognition, to: graph)
    _ = try node.require("title")
    var recognition = Framework(
      name: try node.require("id").value(), kind: .recognition, title: try node.localized("title"))
    _ = try node.require("country")
    for country in node.all("country") { recognition.countries.append(try country.value()) }
    recognition.licence = try node.text("licence")
    recognition.source = scope.defaultSource
    try graph.add(.framework(recognition), at: node.position)
    try scope.addDocuments()
    try ProcedureReader(scope: scope).read(root)
    try scope.addNotes(of: root, about: Identifier(recognition.name))
  }
}
