import PasserelleKit

/// Reads a law, an agreement, a programme or the decisions of a body, and what each declares.
struct AgreementReader {
  private let root: SourceNode
  private let graph: GraphWriter

  init(_ root: SourceNode, graph: GraphWriter) {
    self.root = root
    self.graph = graph
  }

  func read() throws(Diagnostic) {
    let parts = try KeyReader(root, of: .agreementDescriptor, to: graph)
    let node = try root.require("agreement")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    var agreement = agreement(parts.part(node, .agreement))
    agreement.source = scope.defaultSource
    try graph.add(.agreement(agreement), at: node.position)
    try scope.addDocuments()
    for (list, each, relation, part) in [
      ("declarations", "declaration", Relation.declaredEquivalent, DescriptorPart.declaration),
      ("decisions", "decision", .precedent, .decision),
    ] {
      for item in parts.items(list, each: each) ?? [] {
        guard let keys = parts.part(item, part) else { continue }
        try readLink(keys, relation, of: agreement, scope)
      }
    }
    try scope.addNotes(of: root, about: Identifier(agreement.name))
  }

  private func agreement(_ keys: KeyReader?) -> Agreement {
    let standIn = FrameworkName.standIn(for: root.position)
    guard let keys else {
      return Agreement(name: standIn, kind: .law, title: .english("\(standIn)"))
    }
    let name = keys.required("id") ?? standIn
    var agreement = Agreement(
      name: name, kind: keys.required("kind") ?? .law,
      title: keys.requiredWords("title") ?? .english("\(name)"))
    agreement.from = keys.values("from")
    agreement.to = keys.values("to")
    agreement.isMutual = keys.flag("mutual", usual: false)
    agreement.parties = keys.texts("parties", "party")
    agreement.purposes = keys.values("purpose")
    agreement.date = keys.value("date")
    agreement.validity = keys.validSpan() ?? Validity()
    agreement.isLasting =
      keys.node.field("lasting") == nil ? nil : keys.flag("lasting", usual: false)
    agreement.sectors = keys.values("sector")
    agreement.educationFields = keys.values("fields", "field")
    agreement.occupations = keys.values("occupations", "occupation")
    agreement.exceptedFields = keys.values("exceptFields", "exceptField")
    agreement.exceptedOccupations = keys.values("exceptOccupations", "exceptOccupation")
    agreement.covers = keys.words("covers")
    agreement.conditions = keys.words("conditions")
    agreement.licence = keys.text("licence")
    agreement.isVerified = keys.flag("verified", usual: true)
    return agreement
  }

  /// A declaration or a decision: what it does not say itself, the agreement says.
  private func readLink(
    _ keys: KeyReader, _ relation: Relation, of agreement: Agreement, _ scope: DescriptorScope
  ) throws(Diagnostic) {
    let whole = Identifier(agreement.name)
    let (from, to): (Identifier?, Identifier?) = (keys.required("from"), keys.required("to"))
    var link = Link(from: from ?? whole, relation, to: to ?? whole)
    try scope.readDetails(of: &link, in: keys)
    if keys.node.field("verified") == nil { link.isVerified = agreement.isVerified }
    if keys.node.child("valid") == nil { link.validity = agreement.validity }
    // Whatever else it says, it declared nothing before it was concluded.
    if relation == .declaredEquivalent, !link.validity.hasBeginning {
      link.validity.from = agreement.date
    }
    if link.parties.isEmpty { link.parties = agreement.parties }
    if link.purposes.isEmpty { link.purposes = agreement.purposes }
    if relation == .precedent { link.outcome = keys.required("outcome") }
    let isMutual =
      relation == .declaredEquivalent && keys.flag("mutual", usual: agreement.isMutual)
    guard let from, let to, relation != .precedent || link.outcome != nil else { return }
    let place = keys.node.field("from")?.position ?? keys.node.position
    try graph.add(.link(link), at: place)
    guard isMutual else { return }
    (link.from, link.to) = (to, from)
    (link.fromURI, link.toURI) = (link.toURI, link.fromURI)
    try graph.add(.link(link), at: place)
  }
}
