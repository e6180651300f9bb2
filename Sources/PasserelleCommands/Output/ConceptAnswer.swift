internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// The answer of `show`: one concept or framework with everything known of it.
struct ConceptAnswer: Encodable {
  struct Label: Encodable {
    var language: String
    var text: String

    init(_ entry: LocalizedText.Entry) {
      language = entry.language.description
      text = entry.text
    }
  }

  struct NoteAnswer: Encodable {
    var text: String
    var evidence: EvidenceAnswer
  }

  var id: String
  var kind: String
  var tier: String?
  var titles: [Label]
  var alternatives: [Label]
  var aliases: [String]?
  /// What other frameworks are called, too.
  var acronyms: [String]?
  var countries: [String]?
  var authority: String?
  var validFrom: String?
  var validTo: String?
  var status: String?
  var workload: [String]?
  var framework: String?
  var uri: String?
  var licence: String?
  var evidence: EvidenceAnswer?
  /// What it states, and what is stated of it.
  var links: [LinkAnswer]
  var incoming: [LinkAnswer]
  var notes: [NoteAnswer]
  /// Who decides on recognition in the system of a framework.
  var procedures: [ProcedureAnswer]?

  init(_ record: ConceptRecord, of framework: Framework?, in graph: StoredGraph) throws {
    let concept = record.concept
    id = concept.id.description
    kind = concept.kind.rawValue
    tier = concept.tier
    titles = concept.title.entries.map(Label.init)
    alternatives = concept.alternatives.entries.map(Label.init)
    self.framework = framework.map { "\($0.name): \($0.heading)" }
    uri = concept.uri
    status = concept.status
    validFrom = concept.validity.from?.description
    validTo = concept.validity.to?.description
    workload = concept.workloads.isEmpty ? nil : concept.workloads.map(\.description)
    evidence = EvidenceAnswer(record.evidence)
    links = try graph.links(from: concept.id).map(LinkAnswer.init)
    incoming = try graph.links(to: concept.id).map(LinkAnswer.init)
    notes = try Self.notes(about: concept.id, in: graph)
  }

  init(_ framework: Framework, in graph: StoredGraph) throws {
    let id = Identifier(framework.name)
    self.id = framework.name.description
    kind = framework.kind.rawValue
    titles = framework.title.entries.map(Label.init)
    alternatives = []
    aliases = framework.aliases
    acronyms = framework.acronyms
    countries = framework.countries.map(\.description)
    authority = framework.authority
    validFrom = framework.validity.from?.description
    validTo = framework.validity.to?.description
    uri = framework.uri
    licence = framework.licence
    evidence = try graph.evidence(of: framework.name).map(EvidenceAnswer.init)
    links = try graph.links(from: id).map(LinkAnswer.init)
    incoming = try graph.links(to: id).map(LinkAnswer.init)
    notes = try Self.notes(about: id, in: graph)
    procedures = try graph.procedures(of: framework.name).map(ProcedureAnswer.init)
  }

  private static func notes(about id: Identifier, in graph: StoredGraph) throws -> [NoteAnswer] {
    try graph.notes(about: id).compactMap { record in
      record.note.text.preferred.map {
        NoteAnswer(text: $0, evidence: EvidenceAnswer(record.evidence))
      }
    }
  }

  /// More incoming links than a person reads.
  private static let mostIncoming = 20

  var lines: [String] {
    let sources = Citations()
    var lines = ["\(Style.bold(id.printable))  \(preferredTitle.printable)"]
    func add(_ name: String, _ value: String?) {
      guard let value, !value.isEmpty else { return }
      lines.append("  \(name.padded(to: 12))\(value.printable)")
    }
    add("is a", tier ?? kind)
    add("in", framework)
    add("also called", aliases?.joined(separator: ", "))
    add("and, shared", acronyms?.joined(separator: ", "))
    add("countries", countries?.joined(separator: ", "))
    add("authority", authority)
    add("status", status)
    add("in force", validity)
    add("workload", workload?.joined(separator: ", "))
    for title in titles where title.text != preferredTitle { add(title.language, title.text) }
    for alternative in alternatives { add("or (\(alternative.language))", alternative.text) }
    add("uri", uri)
    add("licence", licence)
    if let evidence {
      lines.append(
        "  \("stated in".padded(to: 12))\(evidence.position.printable) \(sources.mark(evidence))")
    }
    if !links.isEmpty {
      lines += [""] + links.flatMap { $0.lines(indent: "  ", citing: sources) }
    }
    if !incoming.isEmpty {
      lines += ["", "  linked from:"]
      lines += incoming.prefix(Self.mostIncoming).map {
        "    \($0.from.printable) \($0.relation)"
      }
      let rest = incoming.count - Self.mostIncoming
      if rest > 0 { lines.append("    and \(rest) more ('--format json' lists them)") }
    }
    if !notes.isEmpty { lines.append("") }
    for note in notes {
      // A description of several lines stands in one.
      let text = note.text.words.joined(separator: " ").printable
      lines.append("  note: \(text) \(sources.mark(note.evidence))")
    }
    if let procedures, !procedures.isEmpty {
      lines += ["", "  who decides on a qualification from elsewhere:"]
      lines += procedures.flatMap { $0.lines(indent: "    ", citing: sources) }
    }
    return lines + sources.lines
  }

  private var preferredTitle: String {
    (titles.first { $0.language == "en" } ?? titles.first)?.text ?? ""
  }

  private var validity: String? {
    guard validFrom != nil || validTo != nil else { return nil }
    return "\(validFrom ?? "…") to \(validTo ?? "today")"
  }
}

extension String {
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(1, width - count))
  }
}
