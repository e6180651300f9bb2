import PasserelleKit

/// Reads levels and qualifications, and what they are linked to.
struct ConceptReader {
  let framework: FrameworkName
  let scope: DescriptorScope
  /// When the framework as a whole is linked to others: what its levels do not say themselves, it says.
  private var spans: [Span] = []

  private struct Span {
    var relation: Relation
    var to: FrameworkName
    var validity: Validity
  }

  init(framework: FrameworkName, scope: DescriptorScope) {
    self.framework = framework
    self.scope = scope
  }

  private var graph: GraphWriter { scope.graph }

  func readLevel(_ node: SourceNode) throws(Diagnostic) {
    try node.checkKeys(of: .level, to: graph)
    let id = try add(node, as: .level)
    try readLinks(of: node, from: id, isLevel: true)
    try readNames(of: node, for: id)
    try scope.addNotes(of: node, about: id)
  }

  func readQualification(_ node: SourceNode) throws(Diagnostic) {
    try node.checkKeys(of: .qualification, to: graph)
    let id = try add(node, as: .qualification)
    for level in node.all("level") {
      _ = try graph.attempt { () throws(Diagnostic) in
        let target = Identifier(framework, try level.value(as: Code.self))
        let link = Link(from: id, .atLevel, to: target, source: try scope.source(of: node))
        try graph.add(.link(link), at: level.position)
      }
    }
    try readLinks(of: node, from: id)
    try readNames(of: node, for: id)
    try scope.addNotes(of: node, about: id)
  }

  /// Reads a concept of a classification: an occupation, a competence, a field.
  func readConcept(_ node: SourceNode, as kind: ConceptKind) throws(Diagnostic) {
    try node.checkKeys(of: .concept, to: graph)
    let id = try add(node, as: kind)
    try readLinks(of: node, from: id)
    try readNames(of: node, for: id)
    try scope.addNotes(of: node, about: id)
  }

  /// Takes in since when the framework as a whole is linked to others.
  ///
  /// What is wrong there is told when the links are read.
  mutating func readSpans(of root: SourceNode) {
    for holder in Self.holders(of: root) {
      for relation in [Relation.referencedTo, .comparedTo] {
        for node in holder.all(relation.rawValue) {
          guard let valid = node.child("valid"), let validity = try? valid.validity(),
            let to = try? node.require("to").value(as: Identifier.self), to.code == nil
          else { continue }
          spans.append(Span(relation: relation, to: to.framework, validity: validity))
        }
      }
    }
  }

  private static func holders(of root: SourceNode) -> [SourceNode] {
    guard let list = root.child("links"), !list.isNull else { return [] }
    return list.kind == .sequence ? list.children : [list]
  }

  /// Reads what the framework as a whole is linked to.
  func readFrameworkLinks(of root: SourceNode) throws(Diagnostic) {
    for holder in Self.holders(of: root) {
      try holder.checkKeys(of: .frameworkLinks, to: graph)
      try readLinks(of: holder, from: Identifier(framework))
    }
  }

  private func add(_ node: SourceNode, as kind: ConceptKind) throws(Diagnostic) -> Identifier {
    let code = try node.require("code")
    let id = Identifier(framework, try code.value(as: Code.self))
    _ = try node.require("title")
    var concept = Concept(id: id, kind: kind, title: try node.localized("title"))
    concept.alternatives = try node.localizedLists("alternatives", each: "alternative")
    concept.tier = try node.text("tier")
    concept.uri = try node.text("uri")
    concept.status = try node.text("status")
    concept.validity = try node.validSpan(to: graph) ?? Validity()
    for workload in node.all("workload") { concept.workloads.append(try workload.value()) }
    concept.source = try scope.source(of: node)
    try graph.add(.concept(concept), at: code.position)
    return id
  }

  private func readLinks(
    of node: SourceNode, from subject: Identifier, isLevel: Bool = false
  ) throws(Diagnostic) {
    for relation in DescriptorPart.relations {
      for item in node.all(relation.rawValue) {
        _ = try graph.attempt { () throws(Diagnostic) in
          try readLink(item, from: subject, relation, isLevel: isLevel)
        }
      }
    }
  }

  private func readNames(of node: SourceNode, for concept: Identifier) throws(Diagnostic) {
    for item in try node.items("names", each: "name") {
      _ = try graph.attempt { () throws(Diagnostic) in
        try item.checkKeys(of: .name, to: graph)
        _ = try item.require("text")
        var name = Name(
          of: concept, text: try item.localized("text"), kind: try item.require("kind").value(),
          source: try scope.source(of: item))
        name.validity = try item.validSpan(to: graph) ?? Validity()
        name.isVerified = try item.flag("verified", usual: true)
        try graph.add(.name(name), at: item.position)
      }
    }
  }

  private func readLink(
    _ node: SourceNode, from subject: Identifier, _ relation: Relation, isLevel: Bool
  ) throws(Diagnostic) {
    guard node.kind == .mapping || node.kind == .element else {
      throw .error(
        .wrongType, at: node.position, "'\(relation.rawValue)' takes a mapping",
        hint: "write '{to: …, source: …}'")
    }
    try node.checkKeys(of: .link, to: graph)
    let target = try node.require("to")
    var link = Link(from: subject, relation, to: try target.value())
    if link.to.code == nil, subject.code != nil, !relation.mayLeadToFramework {
      let end = Self.endsBesideLevels[relation]
      throw .error(
        .missingLevel, at: target.position,
        "'\(relation.rawValue)' needs \(end ?? "a level"), and '\(link.to)' names a framework",
        hint: "write the framework before the code, such as "
          + (end == nil ? "'eqf:6'" : "'\(subject.framework):\(link.to)'"))
    }
    try scope.readDetails(of: &link, in: node)
    let span = spans.first { $0.relation == relation && $0.to == link.to.framework }
    if isLevel, let span, link.validity == Validity() { link.validity = span.validity }
    try graph.add(.link(link), at: target.position)
  }

  /// What links lead to that lead to no level; most often it stands in the same file.
  private static let endsBesideLevels: [Relation: String] = [
    .partOf: "a qualification or another whole", .broader: "a wider concept",
    .evaluatedAs: "a level or a certificate", .classifiedAs: "a level of the classification",
    .awardedBy: "an organisation", .inField: "a field", .preparesFor: "an occupation",
    .attests: "a competence", .requiresEssential: "a competence", .requiresOptional: "a competence",
  ]
}

extension DescriptorScope {
  /// Reads what a link says beside its two ends.
  func readDetails(of link: inout Link, in node: SourceNode) throws(Diagnostic) {
    link.fromURI = try node.text("fromUri")
    link.toURI = try node.text("toUri")
    link.source = try source(of: node)
    link.note = try node.localized("note")
    link.isVerified = try node.flag("verified", usual: true)
    link.confidence = try node.field("confidence")?.value()
    link.validity = try node.validSpan(to: graph) ?? Validity()
    for party in node.all("parties") + node.all("party") { link.parties.append(try party.scalar()) }
    for purpose in node.all("purpose") { link.purposes.append(try purpose.value()) }
    for item in node.all("conditions") + node.all("condition") {
      link.conditions.append(try item.scalar())
    }
    for item in node.all("compensation") { link.compensation.append(try item.scalar()) }
    try readOrigin(of: &link, in: node)
  }

  /// Reads where a link comes from.
  func readOrigin(of link: inout Link, in node: SourceNode) throws(Diagnostic) {
    link.date = try node.value("date")
    link.justification = try node.value("justification")
    for item in node.all("authors") + node.all("author") {
      link.authors.append(try item.scalar())
    }
    link.tool = try node.text("tool")
    for item in node.all("details") + node.all("detail") {
      link.details.append(try item.scalar())
    }
  }
}
