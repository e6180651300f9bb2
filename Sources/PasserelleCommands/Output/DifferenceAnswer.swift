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

  struct Change: Encodable {
    var facet: String
    var gone: [String]
    var come: [String]

    init(_ change: ConceptChange) {
      (facet, gone, come) = (change.facet.rawValue, change.gone, change.come)
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
      } + [Count(what: "unchanged", count: difference.unchanged)]
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

extension FrameworkDifference {
  /// What the reader must know.
  var caveats: [String] {
    let isOneSeries = !Set(old.names.map(\.series)).isDisjoint(with: new.names.map(\.series))
    let isOneName = !Set(old.names).isDisjoint(with: new.names)
    return [
      !isOneName && isOneSeries && pairedByCode > 0
        ? "\(pairedByCode) concepts were paired by code alone: no source here says that a code kept "
          + "its meaning" : nil,
      !isOneSeries && replaced.isEmpty
        ? "no source here leads from \(old.title) to \(new.title), and codes of two series are not "
          + "paired: nothing was compared" : nil,
      !removed.isEmpty && !replaced.isEmpty
        ? "removed: no source here names a successor; it may have one" : nil,
      tiersWithoutSuccessors.isEmpty
        ? nil
        : "what sources state of successors does not reach \(tiersWithoutSuccessors.joined(separator: ", ")): "
          + "there, removed and added say nothing",
      replaced.contains { $0.successors.count > 1 }
        ? "of several successors none is chosen: the old code alone does not say which" : nil,
      "a successor is a proposal: who publishes a link decides what becomes of it",
    ].compactMap { $0 }
  }
}
