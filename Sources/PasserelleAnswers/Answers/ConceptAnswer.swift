internal import PasserelleGraph
internal import PasserelleModel

/// One concept or framework with everything known about it.
public struct ConceptAnswer: Answer {
  /// The kind of answer.
  public static let kind = "concept"

  /// A note, and who says so.
  public struct Note: Encodable, Sendable {
    /// The text, in the preferred language.
    public let text: String
    /// Who says so.
    public let evidence: EvidenceAnswer
  }

  /// Its identifier.
  public let id: String
  /// What kind of thing it is.
  public let kind: String
  /// What its classification calls a group of its kind.
  public private(set) var tier: String?
  /// The titles.
  public let titles: [Label]
  /// Other names for it.
  public private(set) var alternatives: [Label] = []
  /// Names that mean this framework alone.
  public private(set) var aliases: [String]?
  /// Acronyms that other frameworks have, too.
  public private(set) var acronyms: [String]?
  /// The countries of a framework.
  public private(set) var countries: [String]?
  /// Who keeps a framework.
  public private(set) var authority: String?
  /// The first day in force.
  public let validFrom: String?
  /// The day by which it was valid for certain, if the first day itself is not known.
  public let validBy: String?
  /// The last day in force.
  public let validTo: String?
  /// Its status, as its source says.
  public private(set) var status: String?
  /// Its workloads.
  public private(set) var workload: [String]?
  /// The framework of a concept.
  public private(set) var framework: String?
  /// The title of the framework of a concept, with the countries.
  public private(set) var heading: String?
  /// The address that the field has given it.
  public let uri: String?
  /// The licence of a framework.
  public private(set) var licence: String?
  /// Who describes it.
  public let evidence: EvidenceAnswer?
  /// The statements of which it is the subject.
  public let links: [LinkAnswer]
  /// The statements of which it is the object.
  public let incoming: [LinkAnswer]
  /// What is noted on it.
  public let notes: [Note]
  /// Who decides on recognition in the system of a framework.
  public private(set) var procedures: [ProcedureAnswer]?

  init(_ record: ConceptRecord, of framework: Framework?, in graph: any GraphReading) throws {
    let concept = record.concept
    id = concept.id.description
    kind = concept.kind.rawValue
    tier = concept.tier
    titles = concept.title.labels
    alternatives = concept.alternatives.labels
    self.framework = framework?.name.description
    heading = framework?.heading
    uri = concept.uri
    status = concept.status
    validFrom = concept.validity.from?.description
    validBy = concept.validity.by?.description
    validTo = concept.validity.to?.description
    workload = concept.workloads.isEmpty ? nil : concept.workloads.map(\.description)
    evidence = EvidenceAnswer(record.evidence)
    links = try graph.links(from: concept.id).answers
    incoming = try graph.links(to: concept.id).answers
    notes = try Self.notes(about: concept.id, in: graph)
  }

  init(_ framework: Framework, in graph: any GraphReading) throws {
    let id = Identifier(framework.name)
    self.id = framework.name.description
    kind = framework.kind.rawValue
    titles = framework.title.labels
    aliases = framework.aliases
    acronyms = framework.acronyms
    countries = framework.countries.map(\.description)
    authority = framework.authority
    validFrom = framework.validity.from?.description
    validBy = framework.validity.by?.description
    validTo = framework.validity.to?.description
    uri = framework.uri
    licence = framework.licence
    evidence = try graph.evidence(of: framework.name).map(EvidenceAnswer.init)
    links = try graph.links(from: id).answers
    incoming = try graph.links(to: id).answers
    notes = try Self.notes(about: id, in: graph)
    procedures = try graph.procedures(of: framework.name).map(ProcedureAnswer.init)
  }

  private static func notes(about id: Identifier, in graph: any GraphReading) throws -> [Note] {
    try graph.notes(about: id).compactMap { record in
      record.note.text.preferred.map {
        Note(text: $0, evidence: EvidenceAnswer(record.evidence))
      }
    }
  }
}
