package import PasserelleModel

/// What concepts have to do with each other, and who says so.
package struct Comparison: Sendable {
  /// One thing that is compared.
  package struct Item: Hashable, Sendable {
    package var record: ConceptRecord
    package var framework: Framework
    /// The level of its own framework, where it stands at one.
    package var level: Identifier?
    /// Where it stands in the reference framework; nothing where there is none in common.
    package var placement: Placement?
    /// The links from the item to its reference level, in order.
    package var links: [LinkRecord]
    /// Where it stands in other reference frameworks.
    package var others: [Placement]
    /// What has taken the place of its level since, and where that stands.
    package var successors: [Successor] = []
  }

  /// A level that has taken the place of another, in a later version of the framework.
  package struct Successor: Hashable, Sendable {
    package var record: ConceptRecord
    /// The link that says so, then where the successor stands.
    package var links: [LinkRecord]
    package var placement: Placement?
  }

  package var finding: Finding
  /// The framework through which the items were compared.
  package var reference: FrameworkName?
  /// The levels that the items reach there, in the items' order where they differ.
  package var referenceLevels: [Identifier]
  package var items: [Item]
  /// What is stated of the items directly: declarations, published mappings, succession.
  package var direct: [LinkRecord]
  /// What recognition bodies have decided in cases of the same two: they bind no other case.
  package var precedents: [LinkRecord]
  /// What the answer is for, where that was asked.
  package var purpose: Purpose?
  /// The weakest link of the path and why it is that.
  package var weakest: WeakestLink?
  /// What the reader must know, most important first.
  package var caveats: [Phrase]
  /// The day as of which the answer holds.
  package var day: Day

  /// Links of an item on which its sources disagree.
  package var conflicts: [(item: Identifier, links: [LinkRecord])] {
    items.compactMap { item in
      guard let placement = item.placement, placement.status == .conflict else { return nil }
      return (item.record.id, placement.links)
    }
  }

  /// The elements of a qualification that a level says nothing about.
  package static let unknownElements = ["workload", "quality", "profile", "learning outcomes"]
}

/// The link that an answer stands or falls with.
package struct WeakestLink: Hashable, Sendable {
  package var link: LinkRecord
  package var reason: String

  /// The weakest of some links: unverified before unofficial, before read at second hand, before
  /// undated, before old.
  package init?(of links: [LinkRecord]) {
    let weakest = links.min { one, other in
      let (grade, otherGrade) = (one.evidence.grade, other.evidence.grade)
      guard grade == otherGrade else { return grade < otherGrade }
      let (day, otherDay) = (one.sourceDay, other.sourceDay)
      return day == otherDay ? one.sortKey < other.sortKey : day.isEarlier(than: otherDay)
    }
    guard let weakest else { return nil }
    link = weakest
    reason =
      switch weakest.evidence.grade {
      case .unverified: "it was not verified"
      case .unofficial: "its source is not an official one"
      case .atSecondHand: "its source was read at second hand"
      case .official: Self.age(of: weakest, among: links)
      }
  }

  /// What is left to say of a link whose source is as firm as those of the others.
  private static func age(of weakest: LinkRecord, among links: [LinkRecord]) -> String {
    guard let date = weakest.evidence.document?.date else { return "its source bears no date" }
    guard Set(links).count > 1 else { return "the answer rests on it alone" }
    let others = Set(links.map(\.evidence.document)).subtracting([weakest.evidence.document])
    if others.isEmpty { return "the answer rests on one source" }
    // A source of 2020 may be younger than one of May 2020.
    return others.allSatisfy { other in (other?.date?.firstDay).map { $0 > date.lastDay } ?? false }
      ? "its source is the oldest that the answer rests on"
      : "all sources are official, and none is known to be older"
  }
}

extension LinkRecord {
  /// The first day that the date of its source covers; `nil` if the source has no date.
  package var sourceDay: Day? { evidence.document?.date?.firstDay }
}

extension Day? {
  /// Whether this day comes before the other one; no day comes before all others.
  func isEarlier(than other: Day?) -> Bool {
    guard let other else { return false }
    return map { $0 < other } ?? true
  }
}
