import PasserelleKit
import PasserelleRDF

/// A link that was found, until it is stated: a file has millions of them.
struct LinkDraft: Hashable {
  /// The numbers of the addresses of its ends.
  let from: UInt32
  let to: UInt32
  let relation: Relation
  /// The number of the association of XKOS that states it, if one does.
  private let statedBy: UInt32
  let place: Place

  /// Makes a draft; `nil` where the file does not have the addresses.
  init?(
    _ from: String, _ relation: Relation, _ to: String, by association: String? = nil,
    at place: Place, in graph: RDFGraph
  ) {
    guard let from = graph.number(of: from), let to = graph.number(of: to) else { return nil }
    (self.from, self.relation, self.to, self.place) = (from, relation, to, place)
    statedBy = association.flatMap(graph.number) ?? RDFGraph.none
  }

  var association: UInt32? { statedBy == RDFGraph.none ? nil : statedBy }

  /// Whether two state the same, wherever they do.
  static func == (one: LinkDraft, other: LinkDraft) -> Bool {
    one.from == other.from && one.relation == other.relation && one.to == other.to
      && one.statedBy == other.statedBy
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(to)
    hasher.combine(relation)
  }
}
