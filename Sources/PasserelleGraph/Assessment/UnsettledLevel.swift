internal import PasserelleModel

/// Why two levels come to no answer, by the side that it is about: the certificate, what is sought, or
/// both.
struct UnsettledLevel {
  let reason: ElementReason

  init(_ comparison: Comparison) {
    let statuses = comparison.items.prefix(2).map { $0.placement?.status ?? .unknown }
    func choose(
      _ isAboutIt: (Placement.Status) -> Bool, here: ElementReason, there: ElementReason,
      both: ElementReason
    ) -> ElementReason {
      switch statuses.map(isAboutIt) {
      case [true, false]: here
      case [false, true]: there
      default: both
      }
    }
    reason =
      switch comparison.finding {
      case .conflict:
        choose(
          { $0 == .conflict }, here: .levelConflict, there: .levelConflictThere,
          both: .levelConflictBoth)
      case .ambiguous:
        choose(
          \.spansSeveral, here: .levelSpans, there: .levelSpansThere, both: .levelSpansBoth)
      case .notKnownThen: .levelNotKnownThen
      default:
        choose(
          { !$0.isLevel }, here: .levelNoLinkHereBeside, there: .levelNoLinkThere,
          both: .levelNoLink)
      }
  }
}

extension Placement.Status {
  fileprivate var isLevel: Bool {
    if case .levels = self { true } else { false }
  }

  fileprivate var spansSeveral: Bool {
    if case .levels(let levels) = self { levels.count > 1 } else { false }
  }
}
