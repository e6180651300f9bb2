public import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// One concept or framework with everything known about it.
public struct ConceptAnswer: Answer {
  /// The kind of answer.
  public static let kind = "concept"

  /// A note, and who says so.
  public struct Note: Encodable, Sendable {
    /// The text, in the reader's language if the source has it.
    public let text: Phrase
    /// Who says so.
    public let evidence: EvidenceAnswer
  }

  /// A further name, what kind of name it is, and who says so.
  public struct Name: Encodable, Sendable {
    /// The kind of name.
    public let kind: String
    /// The name in each language.
    public let texts: [Label]
    /// The first day on which it was in use.
    public let validFrom: String?
    /// The day by which it was valid for certain, if the first day itself is not known.
    public let validBy: String?
    /// The last day on which it was in use.
    public let validTo: String?
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
  /// Its further names.
  public private(set) var names: [Name]?
  /// Names that mean this framework alone.
  public private(set) var aliases: [String]?
  /// Acronyms that other frameworks have, too.
  public private(set) var acronyms: [String]?
  /// The sectors of education of a framework, or those that award a level or a qualification; `nil` if its
  /// source names none.
  public private(set) var sectors: [String]?
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
  /// What only indicates where it is placed, strongest first; a framework has none.
  public private(set) var indications: [IndicationAnswer]?
  /// What is noted on it.
  public let notes: [Note]
  /// Who decides on recognition in the system of a framework.
  public private(set) var procedures: [ProcedureAnswer]?
  /// What an agreement says, if it is one.
  public private(set) var agreement: AgreementAnswer?
  /// The agreements and programmes that lead to a country, if this is its recognition.
  public private(set) var agreements: [AgreementAnswer]?

  init(_ record: ConceptRecord, of framework: Framework?, from vantage: Vantage) throws {
    let (concept, graph) = (record.concept, vantage.graph)
    id = concept.id.description
    kind = concept.kind.rawValue
    tier = concept.tier
    titles = concept.title.labels
    alternatives = concept.alternatives.labels
    names = try graph.names(of: concept.id).map(Name.init)
    self.framework = framework?.name.description
    heading = framework?.heading
    uri = concept.uri
    status = concept.status
    validFrom = concept.validity.from?.description
    validBy = concept.validity.by?.description
    validTo = concept.validity.to?.description
    workload = concept.workloads.isEmpty ? nil : concept.workloads.map(\.description)
    sectors = concept.sectors.isEmpty ? nil : concept.sectors.map(\.rawValue)
    evidence = EvidenceAnswer(record.evidence)
    links = try graph.links(from: concept.id).answers
    incoming = try graph.links(to: concept.id).answers
    indications = try Comparer(vantage).compare([record]).indications.answers
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
    sectors = framework.sectors.isEmpty ? nil : framework.sectors.map(\.rawValue)
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
    let records = try graph.procedures(of: framework.name)
    let between =
      framework.kind == .recognition
      ? try graph.agreements().filter { $0.agreement.leads(to: framework.countries) } : []
    let names = try ScopeNames(
      for: records.flatMap(\.procedure.subjects) + between.flatMap(\.agreement.subjects), in: graph)
    procedures = records.map { ProcedureAnswer($0, naming: names) }
    guard framework.kind == .recognition else { return }
    agreements = between.map { AgreementAnswer($0, naming: names) }
  }

  /// A law, an agreement or a programme, with what it declares.
  init(_ record: AgreementRecord, in graph: StoredGraph) throws {
    let agreement = record.agreement
    id = agreement.name.description
    kind = agreement.kind.rawValue
    titles = agreement.title.labels
    validFrom = agreement.validity.from?.description
    validBy = agreement.validity.by?.description
    validTo = agreement.validity.to?.description
    uri = nil
    licence = agreement.licence
    evidence = EvidenceAnswer(record.evidence)
    var declared: [Link] = []
    try graph.statements(of: agreement.name) { statement in
      if case .link(let link) = statement { declared.append(link) }
    }
    let known = try Set(declared.map(\.from)).flatMap { try graph.links(from: $0) }
    links = known.filter { $0.publication == agreement.name }.sortedByContent.answers
    incoming = []
    notes = try Self.notes(about: Identifier(agreement.name), in: graph)
    self.agreement = AgreementAnswer(
      record, naming: try ScopeNames(for: agreement.subjects, in: graph))
  }

  private static func notes(about id: Identifier, in graph: any GraphReading) throws -> [Note] {
    try graph.notes(about: id).compactMap { record in
      record.note.text.phrase.map {
        Note(text: $0, evidence: EvidenceAnswer(record.evidence))
      }
    }
  }
}

extension ConceptAnswer.Name {
  init(_ record: NameRecord) {
    self.init(
      kind: record.name.kind.rawValue, texts: record.name.text.labels,
      validFrom: record.name.validity.from?.description,
      validBy: record.name.validity.by?.description,
      validTo: record.name.validity.to?.description, evidence: EvidenceAnswer(record.evidence))
  }
}

extension Agreement {
  /// Whether it provides for people who go to one of some countries.
  fileprivate func leads(to countries: [CountryCode]) -> Bool {
    let ends = to + (isMutual ? from : [])
    return isProvision
      && ends.contains { end in countries.contains { $0.isWithin(end) || end.isWithin($0) } }
  }
}
