internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `diff`, as JSON.
struct DifferenceAnswer: Encodable {
  struct Item: Encodable {
    var id: String
    var title: String

    init(_ concept: Concept) {
      (id, title) = (concept.id.description, concept.title.preferred ?? "")
    }
  }

  struct Saying: Encodable {
    var text: String
    /// The title of the other end of a link.
    var title: String?

    init(_ saying: ConceptChange.Saying) {
      (text, title) = (saying.text, saying.title)
    }

    var words: String { title.map { "\(text)  \($0)" } ?? text }
  }

  struct Change: Encodable {
    var facet: String
    var gone: [Saying]
    var come: [Saying]

    init(_ change: ConceptChange) {
      facet = change.facet.rawValue
      (gone, come) = (change.gone.map(Saying.init), change.come.map(Saying.init))
    }
  }

  struct Proposal: Encodable {
    var id: String
    var title: String
    var relation: String
    var words: String
    var cardinality: String
    var links: [LinkAnswer]

    init(_ successor: Successor) {
      (id, title) = (successor.id.description, successor.title)
      (relation, words) = (successor.relation.rawValue, successor.words)
      cardinality = successor.cardinality.description
      links = successor.links.map(LinkAnswer.init)
    }
  }

  struct Replacement: Encodable {
    var old: Item
    var successors: [Proposal]
    var changes: [Change]
  }

  struct Changed: Encodable {
    var old: Item
    var new: Item
    var changes: [Change]
  }

  struct Reordering: Encodable {
    var before: [String]
    var after: [String]
  }

  struct Count: Encodable {
    var what: String
    var count: Int
  }

  var old: String
  var new: String
  /// How many concepts are of each kind, in the order of the report.
  var counts: [Count]
  var pairedByCode: Int
  var pairedByStatement: Int
  var added: [Item]
  var removed: [Item]
  var replaced: [Replacement]
  var changed: [Changed]
  var reordered: Reordering?
  var impact: ImpactAnswer
  /// What the reader must know.
  var caveats: [String]

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
  }

  /// The counts in one line; what does not occur is left out.
  var headline: String {
    let words =
      counts.filter { $0.count > 0 }.map { "\($0.count) \($0.what)" }
      + (reordered == nil ? [] : ["levels re-ordered"])
    return words.isEmpty ? "no concepts on either side" : words.joined(separator: ", ")
  }
}
