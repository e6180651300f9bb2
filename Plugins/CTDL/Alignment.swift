import PasserelleKit

/// What a resource is aligned to: a node of some framework, known by its address and name.
///
/// An alignment is no sameness: it says what a credential is near to.
struct Alignment {
  private let node: SourceNode

  /// CTDL's own vocabularies, in which a credential states what it is.
  private static let own = "https://credreg.net/ctdl/terms/"

  init(_ node: SourceNode) {
    self.node = node
  }

  /// The name of the node.
  var label: LocalizedText { node.texts("ceterms:targetNodeName") }

  /// A level of CTDL's own list is stated; one of another framework is compared with, without
  /// commitment.
  func stateLevel(of id: Identifier, in register: inout Register) throws(Diagnostic) {
    let isOwn = node.text(at: "ceterms:framework")?.hasPrefix(Self.own) ?? false
    try state(isOwn ? .atLevel : .comparedTo, of: id, in: &register)
  }

  /// A competency that a credential asks for is one that it attests.
  func stateCompetency(of id: Identifier, in register: inout Register) throws(Diagnostic) {
    try state(.attests, of: id, in: &register)
  }

  private func state(
    _ relation: Relation, of id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    guard let target else {
      register.passedOver.count(
        "an alignment without a framework or a node, kept in a note", at: node.position)
      return try register.describe(id, [node].text, at: node.position)
    }
    try register.link(
      id, relation, target, uri: node.text(at: "ceterms:targetNode"),
      note: label.isEmpty ? nil : label, at: node.position)
  }

  /// The node as an identifier: the framework by its name, the code from the end of its address.
  private var target: Identifier? {
    let address = node.text(at: "ceterms:framework") ?? ""
    let prefix = address.hasPrefix(Self.own) ? "ctdl " : ""
    let title = node.texts("ceterms:frameworkName").preferred ?? address
    let text = node.text(at: "ceterms:targetNode") ?? label.preferred ?? ""
    let local = text.split { "/:#".contains($0) }.last.map(String.init) ?? ""
    guard !title.isEmpty, let framework = FrameworkName(folding: prefix + title),
      let code = Code.named(local)
    else { return nil }
    return Identifier(framework, code)
  }
}
