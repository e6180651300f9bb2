internal import PasserelleModel

/// The link that an answer stands or falls with.
package struct WeakestLink: Hashable, Sendable {
  package var link: LinkRecord
  package var reason: Weakness

  /// The weakest of some links: unverified before unofficial, before read in a copy, before
  /// undated, before old.
  package init?(of links: [LinkRecord]) {
    let weakest = links.min { one, other in
      guard one.grade == other.grade else { return one.grade < other.grade }
      let (day, otherDay) = (one.sourceDay, other.sourceDay)
      return day == otherDay ? one.precedes(other) : day.isEarlier(than: otherDay)
    }
    guard let weakest else { return nil }
    link = weakest
    reason =
      switch weakest.grade {
      case .unverified: .unverified
      case .unofficial: .unofficial
      case .copy: .copy
      case .official: Self.age(of: weakest, among: links)
      }
  }

  /// What is left to say of a link whose source is as firm as those of the others.
  private static func age(of weakest: LinkRecord, among links: [LinkRecord]) -> Weakness {
    guard let date = weakest.evidence.document?.date else { return .undated }
    guard links.contains(where: { $0 != weakest }) else { return .alone }
    let others = links.filter { $0.evidence.document != weakest.evidence.document }
    if others.isEmpty { return .oneSource }
    // A source of 2020 may be younger than one of May 2020.
    return others.allSatisfy { other in other.sourceDay.map { $0 > date.lastDay } ?? false }
      ? .oldest : .noneOlder
  }
}

/// Why a link is the weakest of those that an answer is based on.
package enum Weakness: String, Message {
  case unverified = "weakest.unverified"
  case unofficial = "weakest.unofficial"
  case copy = "weakest.copy"
  case undated = "weakest.undated"
  /// The answer is based on this link only.
  case alone = "weakest.alone"
  case oneSource = "weakest.one-source"
  case oldest = "weakest.oldest"
  /// All sources are official, and none is known to be older.
  case noneOlder = "weakest.none-older"
}

extension Day? {
  /// Whether this day comes before the other one; no day comes before all others.
  func isEarlier(than other: Day?) -> Bool {
    guard let other else { return false }
    return map { $0 < other } ?? true
  }
}
