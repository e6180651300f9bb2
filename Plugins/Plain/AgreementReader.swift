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
    try root.checkKeys(of: .agreementDescriptor, to: graph)
    let node = try root.require("agreement")
    let scope = try DescriptorScope(root, default: node, graph: graph)
    let agreement = try agreement(node, scope)
    try graph.add(.agreement(agreement), at: node.position)
    try scope.addDocuments()
    for (list, each, relation) in [
      ("declarations", "declaration", Relation.declaredEquivalent),
      ("decisions", "decision", .precedent),
    ] {
      for item in try root.items(list, each: each) {
        _ = try graph.attempt { () throws(Diagnostic) in
          try readLink(item, relation, of: agreement, scope)
        }
      }
    }
    try scope.addNotes(of: root, about: Identifier(agreement.name))
  }

  private func agreement(
    _ node: SourceNode, _ scope: DescriptorScope
  ) throws(Diagnostic) -> Agreement {
    try node.checkKeys(of: .agreement, to: graph)
    _ = try node.require("title")
    var agreement = Agreement(
      name: try node.require("id").value(), kind: try node.require("kind").value(),
      title: try node.localized("title"))
    for country in node.all("from") { agreement.from.append(try country.value()) }
    for country in node.all("to") { agreement.to.append(try country.value()) }
    agreement.isMutual = try node.flag("mutual", usual: false)
    for party in node.all("parties") + node.all("party") {
      agreement.parties.append(try party.scalar())
    }
    for purpose in node.all("purpose") { agreement.purposes.append(try purpose.value()) }
    agreement.date = try node.value("date")
    agreement.validity = try node.validSpan(to: graph) ?? Validity()
    for sector in node.all("sector") { agreement.sectors.append(try sector.value()) }
    for field in node.all("fields") + node.all("field") {
      agreement.educationFields.append(try field.value())
    }
    for occupation in node.all("occupations") + node.all("occupation") {
      agreement.occupations.append(try occupation.value())
    }
    agreement.covers = try node.localized("covers")
    agreement.conditions = try node.localized("conditions")
    agreement.licence = try node.text("licence")
    agreement.source = scope.defaultSource
    agreement.isVerified = try node.flag("verified", usual: true)
    return agreement
  }

  /// A declaration or a decision: what it does not say itself, the agreement says.
  private func readLink(
    _ node: SourceNode, _ relation: Relation, of agreement: Agreement, _ scope: DescriptorScope
  ) throws(Diagnostic) {
    try node.checkKeys(of: relation == .precedent ? .decision : .declaration, to: graph)
    let from = try node.require("from")
    var link = Link(from: try from.value(), relation, to: try node.require("to").value())
    link.fromURI = try node.text("fromUri")
    link.toURI = try node.text("toUri")
    link.source = try scope.source(of: node)
    link.isVerified = try node.flag("verified", usual: agreement.isVerified)
    link.note = try node.localized("note")
    link.confidence = try node.field("confidence")?.value()
    link.validity = try node.validSpan(to: graph) ?? agreement.validity
    // Whatever else it says, it declared nothing before it was concluded.
    if relation == .declaredEquivalent, !link.validity.hasBeginning {
      link.validity.from = agreement.date
    }
    for party in node.all("parties") + node.all("party") { link.parties.append(try party.scalar()) }
    if link.parties.isEmpty { link.parties = agreement.parties }
    for purpose in node.all("purpose") { link.purposes.append(try purpose.value()) }
    if link.purposes.isEmpty { link.purposes = agreement.purposes }
    for item in node.all("conditions") + node.all("condition") {
      link.conditions.append(try item.scalar())
    }
    for item in node.all("compensation") { link.compensation.append(try item.scalar()) }
    try scope.readOrigin(of: &link, in: node)
    if relation == .precedent { link.outcome = try node.require("outcome").value() }
    try graph.add(.link(link), at: from.position)
    guard relation == .declaredEquivalent,
      try node.flag("mutual", usual: agreement.isMutual)
    else { return }
    var back = link
    (back.from, back.to) = (link.to, link.from)
    (back.fromURI, back.toURI) = (link.toURI, link.fromURI)
    try graph.add(.link(back), at: from.position)
  }
}
