import PasserelleKit

/// Reads a profile part by part, and reports all its mistakes at once.
struct ProfileReader {
  private let root: SourceNode
  private let graph: GraphWriter

  init(_ root: SourceNode, graph: GraphWriter) {
    self.root = root
    self.graph = graph
  }

  func read() throws(Diagnostic) {
    guard root.kind == .mapping else {
      throw .error(
        .notAProfile, at: root.position, "this is not a profile",
        hint: "it is a mapping that starts with 'profile: 1'")
    }
    try root.checkKeys(
      [
        "profile", "reference", "from", "target", "certificates", "experience", "competences",
        "languages",
      ], to: graph)
    let version = try root.require("profile")
    guard try version.scalar() == "1" else {
      throw .error(
        .badVersion, at: version.position,
        "the profile format '\(version.text.prefix(20).printable)' is not known",
        hint: "this adapter reads version 1")
    }
    let reference = try root.require("reference")
    var profile = Profile(reference: try reference.scalar())
    profile.from = try root.value("from")
    profile.target = try root.value("target")
    try graph.add(.profile(profile), at: reference.position)
    try each("certificates") { node throws(Diagnostic) in .certificate(try certificate(node)) }
    try each("experience") { node throws(Diagnostic) in .experience(try experience(node)) }
    try each("competences") { node throws(Diagnostic) in .competence(try competence(node)) }
    try each("languages") { node throws(Diagnostic) in .language(try language(node)) }
  }

  private func each(
    _ list: String, _ make: (SourceNode) throws(Diagnostic) -> Asset
  ) throws(Diagnostic) {
    for node in try root.items(list, each: list) {
      _ = try graph.attempt { () throws(Diagnostic) in
        try graph.add(.asset(try make(node)), at: node.position)
      }
    }
  }

  private func certificate(_ node: SourceNode) throws(Diagnostic) -> Certificate {
    try node.checkKeys(
      [
        "title", "country", "id", "date", "body", "field", "sector", "workload", "outcomes",
        "document",
      ], to: graph)
    var certificate = Certificate(
      title: try node.require("title").scalar(), country: try node.require("country").value())
    certificate.identifier = try node.value("id")
    certificate.date = try node.value("date")
    certificate.body = try node.text("body")
    certificate.field = try node.value("field")
    certificate.sector = try node.value("sector")
    certificate.workload = try node.text("workload")
    for outcome in node.all("outcomes") { certificate.outcomes.append(try outcome.value()) }
    certificate.document = try node.value("document")
    return certificate
  }

  private func experience(_ node: SourceNode) throws(Diagnostic) -> Experience {
    try node.checkKeys(["title", "occupation", "country", "years", "evidence"], to: graph)
    var experience = Experience(title: try node.require("title").scalar())
    experience.occupation = try node.value("occupation")
    experience.country = try node.value("country")
    experience.years = try node.value("years")
    experience.evidence = try node.text("evidence")
    return experience
  }

  private func competence(_ node: SourceNode) throws(Diagnostic) -> ClaimedCompetence {
    try node.checkKeys(["title", "id", "evidence"], to: graph)
    var competence = ClaimedCompetence(title: try node.require("title").scalar())
    competence.identifier = try node.value("id")
    competence.evidence = try node.text("evidence")
    return competence
  }

  private func language(_ node: SourceNode) throws(Diagnostic) -> LanguageSkill {
    try node.checkKeys(["language", "level", "evidence"], to: graph)
    var skill = LanguageSkill(language: try node.require("language").value())
    skill.level = try node.text("level")
    skill.evidence = try node.text("evidence")
    return skill
  }
}
