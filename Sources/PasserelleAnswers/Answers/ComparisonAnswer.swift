public import PasserelleGraph
internal import PasserelleModel

/// How concepts compare through a reference framework, and who says so.
public struct ComparisonAnswer: Answer {
  /// The kind of answer.
  public static let kind = "comparison"

  /// One thing that is compared.
  public struct Item: Encodable, Sendable {
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
    /// The level of its framework at which it is placed.
    public let level: String?
    /// The codes of the levels that it reaches in the reference framework.
    public let referenceLevels: [String]
    /// The links from the item to its reference level, in order.
    public let links: [LinkAnswer]
    /// What superseded its level.
    public let successors: [Successor]
    /// The title as people on both sides know it; JSON has it by language.
    let fullTitle: String

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, framework, heading, level, referenceLevels, links, successors
    }
  }

  /// A level that superseded another.
  public struct Successor: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The title in all languages that it is given in.
    public let titles: [Label]
    /// The codes of the levels that it reaches in the reference framework.
    public let referenceLevels: [String]
    /// The link that says that it is a successor, then those to its reference level.
    public let links: [LinkAnswer]
    /// The title as people on both sides know it; JSON has it by language.
    let fullTitle: String

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, referenceLevels, links
    }
  }

  /// Links of one item on which its sources disagree.
  public struct Conflict: Encodable, Sendable {
    /// The item.
    public let item: String
    /// The links.
    public let links: [LinkAnswer]
  }

  /// The weakest link of an answer.
  public struct Weakest: Encodable, Sendable {
    /// The subject of the link.
    public let from: String
    /// The object of the link.
    public let to: String
    /// Why it is the weakest.
    public let reason: Phrase
  }

  /// The day as of which the answer holds.
  public let asOf: String
  /// The finding, by its token: `same-reference-level`.
  public let finding: String
  /// The finding in a sentence.
  public let summary: Phrase
  /// The framework through which the items were compared; `nil` if they have none in common.
  public let referenceFramework: String?
  /// The codes of the reference levels, in the order of the items if they differ.
  public let referenceLevels: [String]
  /// What was compared.
  public let items: [Item]
  /// What is stated of the items directly: declarations, published mappings, succession.
  public let direct: [LinkAnswer]
  /// Decisions on individual cases, which are not binding in others.
  public let precedents: [LinkAnswer]
  /// Weaker knowledge beside the finding, strongest first: it never changes what was found.
  public let indications: [IndicationAnswer]
  /// The link that the answer stands or falls with.
  public let weakestLink: Weakest?
  /// Where the sources of an item disagree.
  public let conflicts: [Conflict]
  /// The elements of a qualification that a level says nothing about, by their tokens.
  public let unknown: [String]
  /// What the reader must know, most important first.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]
  /// Who decides in the destination country, if a purpose was named.
  public let nextSteps: NextStepsAnswer?

  /// The words of the finding, which name levels as people do.
  let headline: Headline

  init(
    _ comparison: Comparison, understandings: [Phrase] = [], nextSteps: NextStepsAnswer? = nil
  ) {
    asOf = comparison.day.description
    finding = comparison.finding.rawValue
    headline = Headline(comparison)
    summary = headline.phrase
    referenceFramework = comparison.reference?.description
    referenceLevels = comparison.referenceLevels.map(\.codeText)
    items = comparison.items.map(Item.init)
    direct = comparison.direct.answers
    precedents = comparison.precedents.answers
    indications = comparison.indications.answers
    weakestLink = comparison.weakest.map { weakest in
      Weakest(
        from: weakest.link.link.from.description, to: weakest.link.link.to.description,
        reason: weakest.reason())
    }
    conflicts = comparison.conflicts.map {
      Conflict(item: $0.item.description, links: $0.links.answers)
    }
    unknown = Comparison.unknownElements.map(\.rawValue)
    caveats = understandings + comparison.caveats
    caveatKeys = caveats.map(\.key)
    self.nextSteps = nextSteps
  }

  private enum CodingKeys: String, CodingKey {
    case asOf, finding, summary, referenceFramework, referenceLevels, items, direct, precedents
    case indications, weakestLink, conflicts, unknown, caveats, caveatKeys, nextSteps
  }

  /// Writes null if there is no reference framework: that is part of the answer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(finding, forKey: .finding)
    try container.encode(summary, forKey: .summary)
    try container.encode(referenceFramework, forKey: .referenceFramework)
    try container.encode(referenceLevels, forKey: .referenceLevels)
    try container.encode(items, forKey: .items)
    try container.encode(direct, forKey: .direct)
    try container.encode(precedents, forKey: .precedents)
    try container.encode(indications, forKey: .indications)
    try container.encode(weakestLink, forKey: .weakestLink)
    try container.encode(conflicts, forKey: .conflicts)
    try container.encode(unknown, forKey: .unknown)
    try container.encode(caveats, forKey: .caveats)
    try container.encode(caveatKeys, forKey: .caveatKeys)
    try container.encodeIfPresent(nextSteps, forKey: .nextSteps)
  }
}

extension ComparisonAnswer.Item {
  init(_ item: Comparison.Item) {
    id = item.record.id.description
    title = item.record.concept.name
    titles = item.record.concept.title.labels
    framework = item.framework.name.description
    heading = item.framework.heading
    level = item.level?.description
    referenceLevels = item.placement?.namedLevels.map(\.codeText) ?? []
    links = item.links.answers
    successors = item.successors.map(ComparisonAnswer.Successor.init)
    fullTitle = item.record.concept.fullTitle
  }
}

extension ComparisonAnswer.Successor {
  init(_ successor: Comparison.Successor) {
    id = successor.record.id.description
    title = successor.record.concept.name
    titles = successor.record.concept.title.labels
    referenceLevels = successor.placement?.namedLevels.map(\.codeText) ?? []
    links = successor.links.answers
    fullTitle = successor.record.concept.fullTitle
  }
}
