import PasserelleKit

/// Reads levels, qualifications and other concepts, and what they are linked to.
struct ConceptReader {
  let framework: FrameworkName
  /// Whether the framework has the name that its author gave it.
  let hasName: Bool
  let entries: DescriptorEntries
  var scope: DescriptorScope
  let spans: LinkSpans

  private var graph: GraphWriter { scope.graph }

  /// Reads a concept; of one without a code, only its mistakes are told.
  func read(_ entry: DescriptorEntries.Entry) throws(Diagnostic) {
    guard let code = entry.code else {
      var reader = self
      reader.scope = scope.reportingOnly
      return try reader.read(entry.keys.reportingOnly, as: entry.kind, Identifier(framework))
    }
    try read(entry.keys, as: entry.kind, Identifier(framework, code))
  }

  private func read(
    _ keys: KeyReader, as kind: ConceptKind, _ id: Identifier
  ) throws(Diagnostic) {
    try add(keys, as: kind, id)
    if kind == .qualification {
      for level in keys.node.all("level") {
        guard let code = keys.read(try level.value(as: Code.self)) else { continue }
        let target = Identifier(framework, code)
        let link = Link(from: id, .atLevel, to: target, source: try scope.source(past: keys))
        try state(link, at: level.position)
      }
    }
    try readLinks(of: keys.node, from: id, kind: kind)
    try readNames(of: keys, for: id)
    try scope.addNotes(of: keys.node, about: id)
  }

  /// Reads what the framework as a whole is linked to.
  func readFrameworkLinks(of root: SourceNode) throws(Diagnostic) {
    for holder in LinkSpans.holders(of: root) {
      _ = try graph.attempt { () throws(Diagnostic) in
        try holder.checkKeys(of: .frameworkLinks, to: graph)
        try readLinks(of: holder, from: Identifier(framework), kind: nil)
      }
    }
  }

  private func add(
    _ keys: KeyReader, as kind: ConceptKind, _ id: Identifier
  ) throws(Diagnostic) {
    let title = keys.requiredWords("title")
    var concept = Concept(id: id, kind: kind, title: title ?? .english("\(id)"))
    concept.alternatives = keys.wordLists("alternatives", each: "alternative")
    concept.tier = keys.text("tier")
    concept.uri = keys.text("uri")
    concept.status = keys.text("status")
    concept.validity = keys.validSpan() ?? Validity()
    concept.workloads = keys.values("workload")
    concept.sectors = keys.values("sector")
    concept.source = try scope.source(past: keys)
    try graph.add(.concept(concept), at: keys.node.field("code")?.position ?? keys.node.position)
  }

  private func readLinks(
    of node: SourceNode, from subject: Identifier, kind: ConceptKind?
  ) throws(Diagnostic) {
    for relation in DescriptorPart.relations {
      for item in node.all(relation.rawValue) {
        _ = try graph.attempt { () throws(Diagnostic) in
          try readLink(item, from: subject, relation, kind: kind)
        }
      }
    }
  }

  private func readNames(of keys: KeyReader, for concept: Identifier) throws(Diagnostic) {
    for item in keys.items("names", each: "name") ?? [] {
      guard let keys = keys.part(item, .name) else { continue }
      let (text, kind) = (keys.requiredWords("text"), keys.required("kind", as: NameKind.self))
      let source = try scope.source(past: keys)
      let validity = keys.validSpan()
      let isVerified = keys.flag("verified", usual: true)
      guard let text, let kind else { continue }
      var name = Name(of: concept, text: text, kind: kind, source: source)
      name.validity = validity ?? Validity()
      name.isVerified = isVerified
      try graph.add(.name(name), at: item.position)
    }
  }

  private func readLink(
    _ node: SourceNode, from subject: Identifier, _ relation: Relation, kind: ConceptKind?
  ) throws(Diagnostic) {
    guard node.kind == .mapping || node.kind == .element else {
      throw .error(
        .wrongType, at: node.position, "'\(relation.rawValue)' takes a mapping",
        hint: "write '{to: …, source: …}'")
    }
    let keys = try KeyReader(node, of: .link, to: graph)
    let target: Identifier? = keys.required("to")
    var link = Link(from: subject, relation, to: target ?? subject)
    try scope.readDetails(of: &link, in: keys)
    let place = node.field("to")?.position ?? node.position
    guard let target else { return }
    guard target.code != nil || kind == nil || relation.mayLeadToFramework else {
      let end = Self.endsBesideLevels[relation]
      throw .error(
        .missingLevel, at: place,
        "'\(relation.rawValue)' needs \(end ?? "a level"), and '\(target)' names a framework",
        hint: "write the framework before the code, such as "
          + (end == nil ? "'eqf:6'" : "'\(subject.framework):\(target)'"))
    }
    if kind == .level, link.validity == Validity(), let span = spans.span(of: link) {
      link.validity = span
    }
    try state(link, at: place)
  }

  /// States a link, unless what it leads to may be in this file and could not be read.
  private func state(_ link: Link, at place: SourcePosition) throws(Diagnostic) {
    let leadsAside = Self.endsBesideLevels[link.relation] != nil
    guard hasName || !leadsAside else { return }
    if link.to.framework == framework, let code = link.to.code, entries.mayHaveLost(code) { return }
    try graph.add(.link(link), at: place)
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
  func readDetails(of link: inout Link, in keys: KeyReader) throws(Diagnostic) {
    link.fromURI = keys.text("fromUri")
    link.toURI = keys.text("toUri")
    link.source = try source(past: keys)
    link.note = keys.words("note")
    link.isVerified = keys.flag("verified", usual: true)
    link.confidence = keys.value("confidence")
    link.validity = keys.validSpan() ?? Validity()
    link.parties = keys.texts("parties", "party")
    link.purposes = keys.values("purpose")
    link.conditions = keys.texts("conditions", "condition")
    link.compensation = keys.texts("compensation")
    readOrigin(of: &link, in: keys)
  }

  /// Reads where a link comes from.
  func readOrigin(of link: inout Link, in keys: KeyReader) {
    link.date = keys.value("date")
    link.justification = keys.value("justification")
    link.authors = keys.texts("authors", "author")
    link.tool = keys.text("tool")
    link.details = keys.texts("details", "detail")
  }
}
