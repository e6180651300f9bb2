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
    var links: [Link] = []
    for child in record.children {
      switch child.name {
      case "title": add(child, to: &concept.title)
      case "description": add(child, to: &concept.alternatives)
      case "awardingBody":
        let body = try identifier(child.require("ref"), bodies)
        links.append(Link(from: id, .awardedBy, to: body, source: "file"))
      case "relation":
        let target = try identifier(child.require("target"), framework)
        links.append(Link(from: id, .preparesFor, to: target, source: "file"))
      case "learningOutcomes":
        for outcome in child.children("outcome") { try read(outcome, of: id, into: &links) }
      default: break
      }
    }
    try graph.add(.concept(concept), at: position)
    for link in links { try graph.add(.link(link), at: position) }
  }

  private func read(
    _ node: SourceNode, of qualification: Identifier, into links: inout [Link]
  ) throws(Diagnostic) {
    let outcome = try identifier(node.require("id"), outcomes)
    links.append(Link(from: qualification, .attests, to: outcome, source: "file"))
    for skill in node.children("skill") {
      let target = try identifier(skill.require("ref"), skills)
      let isExact = skill.attribute("relation")?.text == "exactMatch"
      links.append(
        Link(
          from: outcome, isExact ? .requiresEssential : .requiresOptional, to: target,
          source: "file"))
    }
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
