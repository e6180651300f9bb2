public import PasserelleGraph
internal import PasserelleModel

/// What corresponds to a concept in a country or framework.
public struct CorrespondentsAnswer: TabularAnswer {
  /// The kind of answer.
  public static let kind = "correspondents"

  /// A level that reaches the same reference level, or the next.
  public struct Match: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The title in all languages that it is given in.
    public let titles: [Label]
    /// Its framework.
    public let framework: String
    /// The title of its framework, with the countries.
    public let heading: String
    /// The finding, by its token.
    public let finding: String
    /// How many reference levels lie between the two.
    public let distance: Int
    /// The reference level that it reaches.
    public let referenceLevel: String
    /// What all sources say about its reference level.
    public let links: [LinkAnswer]
    /// The qualifications that the level includes.
    public let qualifications: [Qualification]
    /// Whether it holds only if the certificate is at this reference level.
    public let contingent: Bool
    /// What superseded the old level that was asked about.
    public let since: String?
    /// The title as people on both sides know it; JSON has it by language.
    let fullTitle: String

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, framework, heading, finding, distance, referenceLevel, links
      case qualifications, contingent, since
    }
  }

  /// A framework that was searched and has nothing to show.
  public struct Unmatched: Encodable, Sendable {
    /// The framework.
    public let framework: String
    /// Its title, with the countries.
    public let heading: String
    /// Why there is nothing.
    public let reason: Phrase
  }

  /// A qualification at a level.
  public struct Qualification: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The title in all languages that it is given in.
    public let titles: [Label]
  }

  /// A declaration, a decision or a published mapping, read from the side of the question.
  public struct Mapping: Encodable, Sendable {
    /// The concept at the other end.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The title in all languages that it is given in.
    public let titles: [Label]
    /// What kind of group it is, if its classification says so.
    public let tier: String?
    /// The relation, as the vocabulary has it, or what follows for a group.
    public let relation: String
    /// How many concepts are on each side: `1:n`.
    public let cardinality: String
    /// The same in words.
    public let cardinalityInWords: Phrase
    /// What says so: one link, or a chain of them.
    public let links: [LinkAnswer]
    /// The parts of the concept, or its wider groups, that lead there.
    public let via: [Via]
    /// The title as people on both sides know it; JSON has it by language.
    let fullTitle: String
    /// What follows for the concept itself, if its parts or wider groups lead there.
    let tieInWords: Phrase?

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, tier, relation, cardinality, cardinalityInWords, links, via
    }
  }

  /// A part of the concept, or a wider group, that leads somewhere.
  public struct Via: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// How it stands to what it leads to.
    public let relation: String
    /// What says so.
    public let links: [LinkAnswer]
  }

  /// The finest parts of a group.
  public struct Parts: Encodable, Sendable {
    /// How many there are.
    public let count: Int
    /// Those that no table has a row for.
    public let unlinked: [String]
  }

  /// The day as of which the answer holds.
  public let asOf: String
  /// The level of the question itself.
  public let subject: ComparisonAnswer
  /// The frameworks that were searched.
  public let searched: [String]
  /// What reaches the same reference level, or the next, nearest first.
  public let matches: [Match]
  /// What only indicates that something there compares, strongest first.
  public let indications: [IndicationAnswer]
  /// How many more indications there are than are shown.
  public let indicationsLeftOut: Int
  /// The frameworks that have nothing to show.
  public let unmatched: [Unmatched]
  /// Declarations, each within its scope.
  public let declared: [Mapping]
  /// Decisions on individual cases, which are not binding in others.
  public let precedents: [Mapping]
  /// Published mappings.
  public let mappings: [Mapping]
  /// What several tables, or a table and a hierarchy, yield together.
  public let chained: [Mapping]
  /// The finest parts of the concept, if its answer is the sum of theirs.
  public let parts: Parts?
  /// Comparisons without commitment.
  public let compared: [Mapping]
  /// What is stated to have no usable counterpart there.
  public let nulls: [LinkAnswer]
  /// What the reader must know, most important first.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]
  /// Who decides in the destination country, if a purpose was named.
  public let nextSteps: NextStepsAnswer?

  init(
    _ found: Correspondents, understandings: [Phrase] = [], nextSteps: NextStepsAnswer? = nil
  ) {
    let headings = Dictionary(
      found.targets.map { ($0.name, $0.heading) }, uniquingKeysWith: { first, _ in first })
    asOf = found.subject.day.description
    subject = ComparisonAnswer(found.subject)
    searched = found.targets.map(\.name.description)
    matches = found.matches.map { Match($0, headings[$0.record.id.framework] ?? "") }
    indications = found.indications.answers
    indicationsLeftOut = found.indicationsLeftOut
    unmatched = found.unmatched.map {
      Unmatched(
        framework: $0.framework.name.description, heading: $0.framework.heading, reason: $0.reason)
    }
    declared = found.declared.map(Mapping.init)
    precedents = found.precedents.map(Mapping.init)
    mappings = found.mappings.map(Mapping.init)
    chained = found.derived.found.map { Mapping($0, of: found.subject.items.first?.record.id) }
    parts = found.derived.parts.map { parts in
      Parts(count: parts.count, unlinked: parts.unlinked.map(\.description))
    }
    compared = found.compared.map(Mapping.init)
    nulls = found.nulls.answers
    caveats = understandings + found.caveats
    caveatKeys = caveats.map(\.key)
    self.nextSteps = nextSteps
  }

  /// The finding of a framework that has nothing: the level of the question may be settled, and there
  /// is still no link.
  var emptyFinding: String {
    subject.finding == Finding.sameReferenceLevel.rawValue
      ? Finding.noOfficialLink.rawValue : subject.finding
  }
}

extension Correspondents {
  /// The finding if there is nothing: the level of the question may be settled, and there is still no
  /// link.
  var emptyFinding: Finding {
    subject.finding == .sameReferenceLevel ? .noOfficialLink : subject.finding
  }
}

extension CorrespondentsAnswer.Match {
  init(_ match: Correspondents.Match, _ heading: String) {
    id = match.record.id.description
    title = match.record.concept.name
    titles = match.record.concept.title.labels
    framework = match.record.id.framework.description
    self.heading = heading
    finding = match.finding.rawValue
    distance = match.distance
    referenceLevel = match.referenceLevel.description
    links = match.links.answers
    qualifications = match.qualifications.map { record in
      CorrespondentsAnswer.Qualification(
        id: record.id.description, title: record.concept.name, titles: record.concept.title.labels)
    }
    contingent = match.isContingent
    since = match.since?.description
    fullTitle = match.record.concept.fullTitle
  }
}

extension CorrespondentsAnswer.Mapping {
  init(_ mapping: Correspondents.Mapping) {
    let concept = mapping.record?.concept
    id = mapping.id.description
    title = concept?.name ?? ""
    titles = concept?.title.labels ?? []
    tier = concept?.tier
    relation = mapping.relation.rawValue
    cardinality = mapping.cardinality.description
    cardinalityInWords = mapping.cardinality()
    links = mapping.links.answers
    via = []
    fullTitle = concept?.fullTitle ?? ""
    tieInWords = nil
  }

  init(_ derived: Correspondents.Derived, of question: Identifier?) {
    let concept = derived.record?.concept
    id = derived.id.description
    title = concept?.name ?? ""
    titles = concept?.title.labels ?? []
    tier = concept?.tier
    relation = derived.tie.name
    cardinality = derived.cardinality.description
    cardinalityInWords = derived.cardinality()
    links = derived.links.answers
    via = derived.routes.map { route in
      CorrespondentsAnswer.Via(
        id: route.id.description, title: route.record?.concept.name ?? "",
        relation: route.tie.name, links: route.links.answers)
    }
    fullTitle = concept?.fullTitle ?? ""
    tieInWords =
      via.isEmpty && derived.tie != .undetermined
      ? nil : question.flatMap(derived.tie.words)
  }
}
