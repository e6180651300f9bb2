import PasserelleKit

/// What someone can achieve, such as a course, a degree or a competence.
///
/// It is the same for all who do.
struct Achievement {
  private let node: SourceNode
  private let code: Code

  /// What is kept in a note.
  private static let noted = [
    "description", "criteria", "fieldOfStudy", "specialization", "tag", "version",
    "resultDescription",
  ]
  private static let read = Set(noted).union([
    "@context", "id", "type", "@type", "name", "inLanguage", "achievementType", "humanCode",
    "otherIdentifier", "creditsAvailable", "alignment", "creator", "image",
  ])

  init(_ node: SourceNode) throws(Diagnostic) {
    self.node = node
    guard let id = node.text(at: "id"), let code = Code.ofAddress(id) ?? Code(id) else {
      throw .error(
        .missingKey, at: node.position, "the achievement has no 'id'",
        hint: "give it the address by which others point to it")
    }
    self.code = code
  }

  /// States it and its alignments, unless it was met before; returns its name.
  func state(in register: inout Register) throws(Diagnostic) -> Identifier {
    let id = register.identifier(code)
    let title = texts("name")
    guard !title.isEmpty else {
      throw .error(
        .missingTitle, at: node.position, "'\(code.description.printable)' has no name")
    }
    guard register.meet(id, saying: node.fingerprint, at: node.position) == .new else {
      return id
    }
    let type = node.text(at: "achievementType")
    var concept = Concept(
      id: id, kind: type == "Competency" ? .competence : .qualification, title: title)
    concept.tier = type?.wordsOfType
    concept.uri = node.text(at: "id").flatMap { $0.contains(":") ? $0 : nil }
    concept.alternatives = .unspoken(
      node.all(named: "humanCode").map(\.text.trimmed)
        + node.all(named: "otherIdentifier").compactMap { $0.text(at: "identifier") })
    let credits = node.all(named: "creditsAvailable")
    concept.workloads = credits.compactMap { Workload($0.text.trimmed, .credits) }
    try register.state(concept, at: node.position)
    for name in Self.noted where node.node(at: name) != nil {
      try register.describe(id, note(name), at: node.position)
    }
    for creator in node.all(named: "creator").compactMap({ Organisation($0) }) {
      try register.describe(
        id, .english("creator: \(creator.name.preferred ?? "")"), at: creator.position)
    }
    var targets: Set<Identifier> = []
    for alignment in node.all(named: "alignment") {
      try state(alignment, of: id, among: &targets, in: &register)
    }
    countRest(credits, in: &register)
    return id
  }

  private func state(
    _ alignment: SourceNode, of id: Identifier, among targets: inout Set<Identifier>,
    in register: inout Register
  ) throws(Diagnostic) {
    guard let link = Alignment(alignment).link(from: id) else {
      register.passedOver.count(
        "an alignment that does not say what with, kept in a note", at: alignment.position)
      return try register.describe(id, [alignment].text, at: alignment.position)
    }
    guard targets.insert(link.to).inserted else {
      register.passedOver.count("an alignment that was stated before", at: alignment.position)
      return
    }
    try register.state(link, at: alignment.position)
  }

  private func countRest(_ credits: [SourceNode], in register: inout Register) {
    for credit in credits where Workload(credit.text.trimmed, .credits) == nil {
      register.passedOver.count("credits that are not a number", at: credit.position)
    }
    for child in node.children where !Self.read.contains(child.name) && !child.isEmpty {
      register.passedOver.count(
        "'\(child.name.prefix(60).printable)' of an achievement", at: child.position)
    }
  }

  /// The texts of a property, in the language that the achievement states.
  private func texts(_ name: String) -> LocalizedText {
    var texts = node.texts(name)
    guard let language = node.text(at: "inLanguage").flatMap(LanguageTag.init) else { return texts }
    for index in texts.entries.indices where texts.entries[index].language.description == "und" {
      texts.entries[index].language = language
    }
    return texts
  }

  private func note(_ name: String) -> LocalizedText {
    name == "description" ? texts(name) : node.all(named: name).text
  }
}

extension String {
  /// `BachelorDegree` as people write it: `bachelor degree`; an extension without its mark.
  fileprivate var wordsOfType: String {
    let name = hasPrefix("ext:") ? dropFirst(4) : self[...]
    return name.reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words += " " }
      words += letter.lowercased()
    }
  }
}
