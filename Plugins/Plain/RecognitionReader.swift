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
    let parts = try KeyReader(root, of: .recognitionDescriptor, to: graph)
    let node = try root.require("recognition")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var recognition = recognition(parts.part(node, .recognition))
    recognition.source = scope.defaultSource
    try graph.add(.framework(recognition), at: node.position)
    try scope.addDocuments()
    try ProcedureReader(scope: scope).read(parts)
    try scope.addNotes(of: root, about: Identifier(recognition.name))
  }

  private func recognition(_ keys: KeyReader?) -> Framework {
    let name = keys?.required("id") ?? FrameworkName.standIn(for: root.position)
    var recognition = Framework(
      name: name, kind: .recognition, title: keys?.requiredWords("title") ?? .english("\(name)"))
    guard let keys, keys.require("country") != nil else { return recognition }
    recognition.countries = keys.values("country")
    recognition.licence = keys.text("licence")
    return recognition
  }
}
