import PasserelleKit

/// Reads who decides on recognition, one procedure for each purpose.
struct ProcedureReader {
  let scope: DescriptorScope

  private var graph: GraphWriter { scope.graph }

  func read(_ root: SourceNode) throws(Diagnostic) {
    for node in try root.items("procedures", each: "procedure") {
      _ = try graph.attempt { () throws(Diagnostic) in try readProcedure(node) }
    }
  }

  private func readProcedure(_ node: SourceNode) throws(Diagnostic) {
    try node.checkKeys(of: .procedure, to: graph)
    var procedure = Procedure(for: try node.require("purpose").value())
    procedure.title = try node.localized("title")
    procedure.informationCentres =
      try texts(node, "informationCentres") + texts(node, "informationCentre")
    procedure.deciders = try texts(node, "decides")
    procedure.isBinding =
      node.field("binding") == nil ? nil : try node.flag("binding", usual: false)
    procedure.legalBasis = try texts(node, "legalBasis")
    procedure.note = try node.localized("note")
    procedure.validity = try node.validSpan(to: graph) ?? Validity()
    procedure.source = try scope.source(of: node)
    procedure.isVerified = try node.flag("verified", usual: true)
    try graph.add(.procedure(procedure), at: node.position)
  }

  private func texts(_ node: SourceNode, _ name: String) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for item in node.all(name) { texts.append(try item.scalar()) }
    return texts
  }
}
