internal import PasserelleModel

/// A way from a question to what it is led to, with what it is judged by.
struct DerivedWay {
  let place: Identifier
  let tie: Tie
  let side: MappingWalk.Side
  /// The concept from which the first table was followed.
  let anchor: Identifier
  let steps: [MappingWalk.Step]
  /// How many steps lead from the question to the anchor.
  private let anchorDepth: Int

  init(_ arrival: MappingWalk.Arrival, in walk: MappingWalk) {
    let path = walk.path(to: arrival.before)
    let last = walk.ways[arrival.before]
    (place, tie, side) = (arrival.place, arrival.tie, last.side)
    anchor = walk.ways[last.anchor].place
    steps = path.compactMap(\.step) + [arrival.step]
    anchorDepth = walk.path(to: last.anchor).count - 1
  }

  var links: [LinkRecord] { steps.map(\.link) }

  /// The steps from the anchor on.
  var ownSteps: ArraySlice<MappingWalk.Step> { steps.dropFirst(anchorDepth) }
  var ownLinks: [LinkRecord] { ownSteps.map(\.link) }
  /// How the anchor itself stands to the place.
  var ownTie: Tie { MappingWalk.tie(of: ownSteps.map(\.move)) ?? .undetermined }

  /// Whether this one says more than the other, is firmer, surer or shorter, in this order.
  func precedes(_ other: DerivedWay) -> Bool {
    let (own, its) = (order, other.order)
    return own == its ? text < other.text : own < its
  }

  private var order: (Int, Int, Int, Double, Int) {
    let stated = Set(links).compactMap(\.link.confidence?.value).sorted()
    return (
      tie.rank, ownTie.rank, -(links.map(\.evidence.grade.rawValue).min() ?? 0),
      stated.isEmpty ? 1 : -stated.reduce(1, *), steps.count
    )
  }

  private var text: String { links.map(\.sortKey).joined(separator: "\u{2}") }
}
