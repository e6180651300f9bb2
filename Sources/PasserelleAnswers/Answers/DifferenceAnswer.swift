public import PasserelleGraph
internal import PasserelleModel

/// What differs between two versions of a framework, and what that does to the links of others.
public struct DifferenceAnswer: Answer {
  /// The kind of answer.
  public static let kind = "difference"

  /// A concept.
  public struct Item: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String

    init(_ concept: Concept) {
      (id, title) = (concept.id.description, concept.name)
    }
  }

  /// What a version says.
  public struct Saying: Encodable, Sendable {
    /// The title, the state, or the relation and the other end of a link.
    public let text: String
    /// The title of the other end of a link.
    public let title: String?

    /// The link, if it is one.
    let link: (relation: Relation, to: String)?

    private enum CodingKeys: String, CodingKey {
      case text, title
    }

    init(_ saying: ConceptChange.Saying) {
      (text, title) = (saying.text, saying.title)
      link = saying.target.map { ($0.relation, $0.to.description) }
    }
  }

  /// What two versions say differently in one respect.
  public struct Change: Encodable, Sendable {
    /// In which respect, by its token: `renamed`.
    public let facet: String
    /// What only the old version says.
    public let gone: [Saying]
    /// What only the new version says.
    public let come: [Saying]
    /// The respect in words.
    let facetWords: Phrase

    private enum CodingKeys: String, CodingKey {
      case facet, gone, come
    }

    init(_ change: ConceptChange) {
      facet = change.facet.rawValue
      (gone, come) = (change.gone.map(Saying.init), change.come.map(Saying.init))
      facetWords = change.facet.words
    }
  }

  /// A concept that sources name as a successor.
  public struct Proposal: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// The relation, as the vocabulary has it, read from the old concept.
    public let relation: String
    /// How many concepts are on each side: `1:n`.
    public let cardinality: String
    /// Who says so.
    public let links: [LinkAnswer]

    init(_ successor: Successor) {
      (id, title) = (successor.id.description, successor.title)
      relation = successor.relation.rawValue
      cardinality = successor.cardinality.description
      links = successor.links.answers
    }
  }

  /// A concept with its successors.
  public struct Replacement: Encodable, Sendable {
    /// The old concept.
    public let old: Item
    /// What sources name as its successors.
    public let successors: [Proposal]
    /// What differs, if there is a single successor.
    public let changes: [Change]
  }

  /// A concept that both versions have and describe differently.
  public struct Changed: Encodable, Sendable {
    /// The old concept.
    public let old: Item
    /// The new one.
    public let new: Item
    /// What differs.
    public let changes: [Change]
  }

  /// Levels in another order.
  public struct Reordering: Encodable, Sendable {
    /// The old order.
    public let before: [String]
    /// The new order.
    public let after: [String]
  }

  /// How many concepts are of one kind.
  public struct Count: Encodable, Sendable {
    /// Which kind, by its token: `added`.
    public let what: String
    /// How many.
    public let count: Int
  }

  /// The old version.
  public let old: String
  /// The new version.
  public let new: String
  /// How many concepts are of each kind, in the order of the report.
  public let counts: [Count]
  /// How many were paired by their code alone.
  public let pairedByCode: Int
  /// How many have successors that sources name.
  public let pairedByStatement: Int
  /// What only the new version has.
  public let added: [Item]
  /// What only the old version has, without a successor.
  public let removed: [Item]
  /// What has successors.
  public let replaced: [Replacement]
  /// What both have and describe differently.
  public let changed: [Changed]
  /// The levels, if their order differs.
  public let reordered: Reordering?
  /// What the new version does to the links of others.
  public let impact: ImpactAnswer
  /// What the reader must know.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]

  init(_ difference: FrameworkDifference, _ impact: Impact) {
    (old, new) = (difference.old.title, difference.new.title)
    counts =
      [
        Count(what: "added", count: difference.added.count),
        Count(what: "removed", count: difference.removed.count),
        Count(what: "replaced", count: difference.replaced.count),
      ]
      + ConceptChange.Facet.allCases.map { facet in
        Count(what: facet.rawValue, count: difference.count(of: facet))
      } + [Count(what: "unchanged", count: difference.unchanged.count)]
    pairedByCode = difference.pairedByCode
    pairedByStatement = difference.replaced.count
    added = difference.added.map(Item.init)
    removed = difference.removed.map(Item.init)
    replaced = difference.replaced.map { item in
      Replacement(
        old: Item(item.old), successors: item.successors.map(Proposal.init),
        changes: item.changes.map(Change.init))
    }
    changed = difference.changed.map { item in
      Changed(old: Item(item.old), new: Item(item.new), changes: item.changes.map(Change.init))
    }
    reordered = difference.reordered.map { order in
      Reordering(
        before: order.before.map(\.description), after: order.after.map(\.description))
    }
    self.impact = ImpactAnswer(impact)
    caveats = difference.caveats
    caveatKeys = caveats.map(\.key)
  }
}
