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
    let keys = try KeyReader(
      root,
      keys: [
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
    var profile = Profile(reference: keys.requiredText("reference") ?? "?")
    profile.from = keys.value("from")
    profile.target = keys.value("target")
    try graph.add(.profile(profile), at: root.field("reference")?.position ?? root.position)
    try each("certificates", certificate, of: keys)
    try each("experience", experience, of: keys)
    try each("competences", competence, of: keys)
    try each("languages", language, of: keys)
  }

  private func each(
    _ list: String, _ make: (SourceNode) throws(Diagnostic) -> Asset?, of root: KeyReader
  ) throws(Diagnostic) {
    for node in root.items(list, each: list) ?? [] {
      guard let asset = root.read(try make(node)) ?? nil else { continue }
      try graph.add(.asset(asset), at: node.position)
    }
  }

  private func certificate(_ node: SourceNode) throws(Diagnostic) -> Asset? {
    let keys = try KeyReader(
      node,
      keys: [
        "title", "country", "id", "date", "body", "field", "sector", "workload", "outcomes",
        "document",
      ], to: graph)
    let (title, country) = (
      keys.requiredText("title"), keys.required("country", as: CountryCode.self)
    )
    let (id, field) = (
      keys.value("id", as: Identifier.self), keys.value("field", as: Identifier.self)
    )
    let date: CalendarDate? = keys.value("date")
    let sector: Sector? = keys.value("sector")
    let (body, workload) = (keys.text("body"), keys.text("workload"))
    let outcomes: [Identifier] = keys.values("outcomes")
    let document: DocumentState? = keys.value("document")
    guard let title, let country else { return nil }
    var certificate = Certificate(title: title, country: country)
    (certificate.identifier, certificate.date, certificate.body) = (id, date, body)
    (certificate.field, certificate.sector, certificate.workload) = (field, sector, workload)
    (certificate.outcomes, certificate.document) = (outcomes, document)
    return .certificate(certificate)
  }

  private func experience(_ node: SourceNode) throws(Diagnostic) -> Asset? {
    let keys = try KeyReader(
      node, keys: ["title", "occupation", "country", "years", "evidence"], to: graph)
    let title = keys.requiredText("title")
    var experience = Experience(title: title ?? "")
    experience.occupation = keys.value("occupation")
    experience.country = keys.value("country")
    experience.years = keys.value("years")
    experience.evidence = keys.text("evidence")
    return title == nil ? nil : .experience(experience)
  }

  private func competence(_ node: SourceNode) throws(Diagnostic) -> Asset? {
    let keys = try KeyReader(node, keys: ["title", "id", "evidence"], to: graph)
    let title = keys.requiredText("title")
    var competence = ClaimedCompetence(title: title ?? "")
    competence.identifier = keys.value("id")
    competence.evidence = keys.text("evidence")
    return title == nil ? nil : .competence(competence)
  }

  private func language(_ node: SourceNode) throws(Diagnostic) -> Asset? {
    let keys = try KeyReader(node, keys: ["language", "level", "evidence"], to: graph)
    let language: LanguageTag? = keys.required("language")
    let (level, evidence) = (keys.text("level"), keys.text("evidence"))
    guard let language else { return nil }
    var skill = LanguageSkill(language: language)
    (skill.level, skill.evidence) = (level, evidence)
    return .language(skill)
  }
}
