import PasserelleKit

/// Reads the programmes and courses that a transcript of EMREX lists: what they are, and no result of
/// the learner.
struct Transcript {
  let graph: GraphWriter
  /// What was said to be part of what.
  private var parts: Set<[Identifier]> = []

  init(graph: GraphWriter) {
    self.graph = graph
  }

  mutating func read(_ part: SourcePart, in register: inout Register) throws(Diagnostic) {
    var issuer: (id: Identifier, position: SourcePosition)?
    try part.records(named: "issuer", "learningOpportunitySpecification") {
      node throws(Diagnostic) in
      _ = try graph.attempt { () throws(Diagnostic) in
        if node.name == "issuer" {
          issuer = try stateIssuer(node, in: &register)
        } else {
          try state(node, partOf: nil, by: issuer?.id, in: &register)
        }
      }
    }
  }

  private func stateIssuer(
    _ node: SourceNode, in register: inout Register
  ) throws(Diagnostic) -> (id: Identifier, position: SourcePosition)? {
    guard let code = Self.identifiers(of: node).first.flatMap(Code.init) else { return nil }
    try Body.state(node, as: code, in: &register)
    return (register.identifier(code), node.position)
  }

  /// What a record of a course says of it.
  private struct Content: Hashable {
    var concept: Concept
    var rest: [String]
    var field: String?
  }

  private mutating func state(
    _ node: SourceNode, partOf whole: Identifier?, by issuer: Identifier?,
    in register: inout Register
  ) throws(Diagnostic) {
    let identifiers = Self.identifiers(of: node)
    // ELMO asks for no identifier; a title is what a course then goes by.
    let name = identifiers.first ?? node.texts("title").preferred ?? ""
    guard let code = Code.named(name) else {
      throw .error(
        .missingKey, at: node.position,
        "the learning opportunity has neither an identifier nor a title")
    }
    let id = register.identifier(code)
    let instance = node.child("specifies")?.child("learningOpportunityInstance")
    var concept = Concept(id: id, kind: .qualification, title: node.texts("title"))
    guard !concept.title.isEmpty else {
      throw .error(.missingTitle, at: node.position, "'\(code)' has no title")
    }
    concept.tier = node.text(at: "type")
    concept.alternatives = .unspoken(Array(identifiers.dropFirst()))
    concept.workloads = workloads(of: instance, in: &register)
    let rest =
      ["description", "subjectArea", "url"].compactMap { node.node(at: $0) }
      + (instance?.children("languageOfInstruction") ?? [])
    let field = node.node(at: "iscedCode")
    // A course may be listed twice, as by someone who has taken it twice; the results are not read.
    let levels = instance?.children("level").map(\.summary) ?? []
    switch register.meet(
      id, saying: Content(concept: concept, rest: levels + rest.map(\.summary), field: field?.text),
      at: node.position)
    {
    case .contrary: return
    case .repeated:
      register.passedOver.count("what is listed before with the same words", at: node.position)
    case .new:
      try register.state(concept, at: node.position)
      if let issuer { try register.link(id, .awardedBy, issuer, at: node.position) }
      if let field, let code = Code(field.text.trimmed) {
        try register.link(
          id, .inField, Identifier(FrameworkName(series: "isced-f-2013"), code), at: field.position)
      }
      try stateLevels(of: instance, id, in: &register)
      try register.describe(id, rest.text, at: node.position)
    }
    if let whole, parts.insert([id, whole]).inserted {
      try register.link(id, .partOf, whole, at: node.position)
    }
    for part in node.children("hasPart").flatMap({ $0.children("learningOpportunitySpecification") }
    ) {
      _ = try graph.attempt { () throws(Diagnostic) in
        try state(part, partOf: id, by: issuer, in: &register)
      }
    }
  }

  /// The level of the EQF is stated; the type `NQF` does not say whose level it is.
  private func stateLevels(
    of instance: SourceNode?, _ id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    for level in instance?.children("level") ?? [] {
      guard let value = level.text(at: "value").flatMap(Code.init) else { continue }
      if level.text(at: "type") == "EQF" {
        try register.link(
          id, .referencedTo, Identifier(FrameworkName(series: "eqf"), value), at: level.position)
      } else {
        register.passedOver.count(
          "a level of the type '\(level.text(at: "type")?.prefix(30).printable ?? "")', whose framework is "
            + "not named; kept in a note", at: level.position)
        try register.describe(id, [level].text, at: level.position)
      }
    }
  }

  private func workloads(of instance: SourceNode?, in register: inout Register) -> [Workload] {
    var workloads: [Workload] = []
    for credit in instance?.children("credit") ?? [] {
      let unit: Workload.Unit =
        credit.text(at: "scheme")?.uppercased() == "ECTS" ? .ects : .credits
      if let workload = Workload(credit.text(at: "value") ?? "", unit) {
        workloads.append(workload)
      } else {
        register.passedOver.count(
          "credit points that are not a number", at: credit.position)
      }
    }
    let hours = instance?.text(at: "engagementHours").flatMap { Workload($0, .totalHours) }
    return workloads + [hours].compactMap(\.self)
  }

  private static func identifiers(of node: SourceNode) -> [String] {
    node.children("identifier").map(\.text.trimmed).filter { !$0.isEmpty }
  }
}
