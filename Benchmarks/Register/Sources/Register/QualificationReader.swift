import PasserelleKit

/// States one qualification of the generated register.
struct QualificationReader {
  let framework: FrameworkName
  let graph: GraphWriter
  private let outcomes = FrameworkName(series: "no-outcome")
  private let skills = FrameworkName(series: "no-skill")
  private let bodies = FrameworkName(series: "no-body")

  init(framework: FrameworkName, graph: GraphWriter) {
    self.framework = framework
    self.graph = graph
  }

  func read(_ record: SourceNode) throws(Diagnostic) {
    let position = record.position
    let id = try identifier(record.require("id"), framework)
    var concept = Concept(id: id, kind: .qualification, title: LocalizedText())
    concept.source = "file"
    for title in record.children("title") { add(title, to: &concept.title) }
    if let text = record.child("description") { add(text, to: &concept.alternatives) }
    try graph.add(.concept(concept), at: position)
    for body in record.children("awardingBody") {
      try add(id, .awardedBy, identifier(body.require("ref"), bodies), at: position)
    }
    for outcome in record.child("learningOutcomes")?.children("outcome") ?? [] {
      try read(outcome, of: id, at: position)
    }
    for relation in record.children("relation") {
      try add(id, .preparesFor, identifier(relation.require("target"), framework), at: position)
    }
  }

  private func read(
    _ node: SourceNode, of qualification: Identifier, at position: SourcePosition
  ) throws(Diagnostic) {
    let outcome = try identifier(node.require("id"), outcomes)
    try add(qualification, .attests, outcome, at: position)
    for skill in node.children("skill") {
      let isExact = skill.attribute("relation")?.text == "exactMatch"
      try add(
        outcome, isExact ? .requiresEssential : .requiresOptional,
        identifier(skill.require("ref"), skills), at: position)
    }
  }

  private func add(
    _ from: Identifier, _ relation: Relation, _ to: Identifier, at position: SourcePosition
  ) throws(Diagnostic) {
    try graph.add(.link(Link(from: from, relation, to: to, source: "file")), at: position)
  }

  private func identifier(
    _ node: SourceNode, _ framework: FrameworkName
  ) throws(Diagnostic) -> Identifier {
    guard let code = Code(node.text) else {
      throw .error(Code.diagnosticID, at: node.position, "this is no code", hint: Code.hint)
    }
    return Identifier(framework, code)
  }

  private func add(_ node: SourceNode, to text: inout LocalizedText) {
    let language = node.attribute("xml:lang").flatMap { LanguageTag($0.text) }
    if let language { text.entries.append(LocalizedText.Entry(language, node.text)) }
  }
}
