package import PasserelleModel

/// One way of moving along a link: as it is stated, or from its object back to its subject.
package enum Move: UInt8, CaseIterable, Sendable {
  case exact, broad, narrow, close, related, overlap, disjoint
  /// To the next wider, or the next finer, concept of the same framework.
  case wider, finer
  /// From a qualification to its level, and from a level to what stands at it.
  case atLevel, holds
  /// From a national level to the reference level, and from that to the national levels it serves.
  case reference, served
  /// To what a law, agreement or decision declares.
  case declared
  /// To the level that has taken the place of this one, and to the one that it took the place of.
  case succeeded, preceded
  /// To what it was compared with.
  case compared
}

extension Move {
  /// The move from the subject of a relation to its object.
  package static func along(_ relation: Relation) -> Move? { relation.moves?.along }

  /// The move from the object of a relation to its subject.
  package static func against(_ relation: Relation) -> Move? { relation.moves?.against }
}

extension Relation {
  /// The relations that chains follow.
  static let walked = Set(allCases.filter { $0.moves != nil })

  /// Those of mappings, which lead from one framework to another, whatever they say of the two ends.
  static let mapped = walked.filter { relation in
    switch relation.moves?.along {
    case .exact, .broad, .narrow, .close, .related, .overlap, .disjoint: true
    default: false
    }
  }

  /// How a relation is moved along, and against: the table of inversions.
  ///
  /// What has none is not part of a chain: a null is an answer, a denial speaks against chains, a
  /// centre's evaluation and a class of statistics only indicate, and a declaration goes one way.
  /// Broad and narrow flip as SSSOM says (RI1, RI2).
  fileprivate var moves: (along: Move, against: Move?)? {
    switch self {
    case .exactMatch: (.exact, .exact)
    case .broadMatch: (.broad, .narrow)
    case .narrowMatch: (.narrow, .broad)
    case .closeMatch: (.close, .close)
    case .relatedMatch: (.related, .related)
    case .overlaps: (.overlap, .overlap)
    case .disjointFrom: (.disjoint, .disjoint)
    case .broader: (.wider, .finer)
    case .atLevel: (.atLevel, .holds)
    case .referencedTo: (.reference, .served)
    case .declaredEquivalent: (.declared, nil)
    case .supersedes: (.preceded, .succeeded)
    case .comparedTo: (.compared, .compared)
    case .evaluatedAs, .classifiedAs, .belowScale, .noneAgreed, .notReferenced, .notUsable,
      .noMatch, .precedent, .notExactMatch, .notCloseMatch, .notBroadMatch, .notNarrowMatch,
      .notRelatedMatch, .inField, .preparesFor, .attests, .awardedBy, .requiresEssential,
      .requiresOptional, .partOf:
      nil
    }
  }

  /// The relation read from the other side, for mappings that can be.
  package var inverse: Relation? {
    switch self {
    case .exactMatch, .closeMatch, .relatedMatch, .overlaps, .comparedTo: self
    case .notExactMatch, .notCloseMatch, .notRelatedMatch, .disjointFrom: self
    case .broadMatch: .narrowMatch
    case .narrowMatch: .broadMatch
    case .notBroadMatch: .notNarrowMatch
    case .notNarrowMatch: .notBroadMatch
    case .referencedTo, .evaluatedAs, .classifiedAs, .belowScale, .noneAgreed, .notReferenced,
      .notUsable, .noMatch, .declaredEquivalent, .precedent, .atLevel, .inField, .preparesFor,
      .attests, .awardedBy,
      .requiresEssential, .requiresOptional, .broader, .partOf, .supersedes:
      nil
    }
  }
}
