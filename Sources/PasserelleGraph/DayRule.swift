internal import PasserelleModel

/// Says which links hold on a day, as far as their sources say.
///
/// Who asks about a day in the past must not be told what became so later. Where no source says since
/// when a link holds, it is known to hold from the date of its source on, and before that day it is not
/// known whether it held. A source without a date speaks for the day on which the question is asked.
struct DayRule {
  let day: Day
  /// The day on which the question is asked.
  let today: Day
  /// The frameworks that others are referenced to, and when each is in force.
  let metaFrameworks: [FrameworkName: Validity]
  /// When the versions that have dates are in force.
  let versions: [FrameworkName: Validity]

  func holding(of record: LinkRecord) -> Holding {
    let link = record.link
    var holding = link.validity.holding(on: day)
    if let reference = metaFrameworks[link.to.framework] {
      holding = holding.and(reference.holding(on: day))
    }
    guard holding != .no, link.relation.hasDays, !link.validity.hasBeginning else { return holding }
    return holding.and(beginning(of: record))
  }

  /// Whether a link that does not say when it began had begun.
  private func beginning(of record: LinkRecord) -> Holding {
    if let date = record.link.date { return Validity(from: date).holding(on: day) }
    if let version = versions[record.link.from.framework] {
      let begun = Validity(from: version.from, by: version.by).holding(on: day)
      // What is stated of a version that has ended is stated of all its days.
      guard begun == .yes, version.to == nil else { return begun }
    }
    return record.sourceDay.map { $0 <= day } ?? (today <= day) ? .yes : .notKnown
  }
}

extension Holding {
  /// What two conditions come to that must both hold.
  func and(_ other: Holding) -> Holding {
    self == .no || other == .no ? .no : self == .notKnown ? .notKnown : other
  }
}

extension Relation {
  /// Whether it is a fact of law or practice, which has a day on which it began; what a source maps by
  /// meaning has none.
  fileprivate var hasDays: Bool {
    switch self {
    case .referencedTo, .comparedTo, .atLevel, .declaredEquivalent, .precedent, .evaluatedAs: true
    default: isNull
    }
  }
}
