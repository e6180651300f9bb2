package import PasserelleModel

/// What a chain of links comes to, between its two ends: what says most first.
package enum Conclusion: UInt8, CaseIterable, Sendable {
  case declaredEquivalent
  case exactMatch
  /// Both reach the same level of a reference framework.
  case sameReferenceLevel
  case closeMatch, broadMatch, narrowMatch, overlaps, relatedMatch
  /// The end is the level that the start stands at, or the start the level of the end.
  case standsAt, holds
  /// The end is the reference level of the start, or the start that of the end.
  case referencedTo, referenceOf
  /// The end has taken the place of the start, or the start that of the end.
  case successor, predecessor
  /// The same reference level, by way of what has taken the place of an old level.
  case sameReferenceLevelSince
  /// The end is the reference level of what has taken the place of the start.
  case referencedSince
  /// They were compared without commitment.
  case comparedTo
  case disjointFrom
}

extension Conclusion {
  /// What each denial contradicts.
  ///
  /// To be the same is to be close and to be related; what has nothing in common is nothing else.
  private static let contradicted: [Relation: Set<Conclusion>] = [
    .notExactMatch: [.exactMatch],
    .notCloseMatch: [.exactMatch, .closeMatch],
    .notBroadMatch: [.broadMatch],
    .notNarrowMatch: [.narrowMatch],
    .notRelatedMatch: [
      .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .overlaps, .relatedMatch,
    ],
    .disjointFrom: [
      .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .overlaps, .relatedMatch,
    ],
  ]

  /// Whether a denial of the same two concepts, in the same direction, says that this does not hold.
  package func isDenied(by denial: Relation) -> Bool {
    Self.contradicted[denial]?.contains(self) ?? false
  }

  /// The conclusion as JSON and tables have it.
  package var name: String { String(describing: self) }

  /// The conclusion as answers say it.
  package var words: String {
    switch self {
    case .declaredEquivalent: "declared equivalent, within its scope"
    case .exactMatch: "exact match, by published mappings"
    case .closeMatch: "close match"
    case .broadMatch: "broad match: the second is the broader one"
    case .narrowMatch: "narrow match: the second is the narrower one"
    case .overlaps: "overlap: each covers something that the other does not"
    case .relatedMatch: "related"
    case .disjointFrom: "nothing in common"
    case .comparedTo: "compared, without commitment"
    case .sameReferenceLevel: "same reference level"
    case .sameReferenceLevelSince: "same reference level, by what took the old level's place"
    case .referencedTo: "the second is the reference level of the first"
    case .referencedSince: "the second is the reference level of what took the first's place"
    case .referenceOf: "the first is the reference level of the second"
    case .standsAt: "the first stands at the second"
    case .holds: "the second stands at the first"
    case .successor: "the second has taken the place of the first"
    case .predecessor: "the first has taken the place of the second"
    }
  }
}
