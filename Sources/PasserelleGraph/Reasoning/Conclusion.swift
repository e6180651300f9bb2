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

  /// The conclusion as JSON and tables have it: `same-reference-level`.
  package var name: String { Self.names[Int(rawValue)] }

  /// The names, a row a case: a client relies on them, so none is made from the Swift case.
  private static let names: [String] = allCases.map { conclusion in
    switch conclusion {
    case .declaredEquivalent: "declared-equivalent"
    case .exactMatch: "exact-match"
    case .sameReferenceLevel: "same-reference-level"
    case .closeMatch: "close-match"
    case .broadMatch: "broad-match"
    case .narrowMatch: "narrow-match"
    case .overlaps: "overlaps"
    case .relatedMatch: "related-match"
    case .standsAt: "at-level"
    case .holds: "level-of"
    case .referencedTo: "referenced-to"
    case .referenceOf: "reference-level-of"
    case .successor: "succeeded-by"
    case .predecessor: "supersedes"
    case .sameReferenceLevelSince: "same-reference-level-since"
    case .referencedSince: "referenced-since"
    case .comparedTo: "compared-to"
    case .disjointFrom: "disjoint-from"
    }
  }
}

extension Conclusion {
  /// The published mapping that a chain with this conclusion amounts to; `nil` if it is about levels,
  /// versions or declarations.
  package var relation: Relation? {
    switch self {
    case .exactMatch: .exactMatch
    case .closeMatch: .closeMatch
    case .broadMatch: .broadMatch
    case .narrowMatch: .narrowMatch
    case .relatedMatch: .relatedMatch
    case .overlaps: .overlaps
    case .disjointFrom: .disjointFrom
    case .declaredEquivalent, .sameReferenceLevel, .standsAt, .holds, .referencedTo, .referenceOf,
      .successor, .predecessor, .sameReferenceLevelSince, .referencedSince, .comparedTo:
      nil
    }
  }
}

extension Conclusion: Message {
  package var key: String { "conclusion.\(name)" }
}
