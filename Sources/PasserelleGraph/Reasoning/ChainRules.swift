/// A rule that an answer may rest on, by the name under which it is documented.
package enum Rule: String, CaseIterable, Sendable {
  /// The link as its source states it.
  case stated = "ST"
  /// SSSOM: a mapping read from the other side.
  case inversion = "RI"
  /// SSSOM: exact, broad and narrow carry on.
  case transitivity = "T1"
  /// SSSOM: what follows an exact match keeps its relation.
  case afterExact = "RCE1"
  /// SSSOM: an exact match changes nothing of what came before it.
  case beforeExact = "RCE2"
  /// A wider concept of the same framework is a broader one, a finer one narrower.
  case hierarchy = "H1"
  /// What is apart from the whole is apart from each of its parts.
  case apart = "D1"
  /// A declaration carries on within the instrument that makes it, and nowhere else.
  case instrument = "E1"
  /// A qualification stands where its level stands.
  case level = "L1"
  /// Two that reach one reference level share it, and nothing else follows.
  case hub = "L2"
  /// Succession carries on from version to version.
  case succession = "V1"
  /// An old level is looked up by what has taken its place, and the answer says so.
  case since = "V2"
}

/// One row of the table by which chains are made: a conclusion, a further move, what it comes to.
package struct ChainRule: Sendable {
  package var first: Conclusion
  package var move: Move
  package var result: Conclusion
  package var rule: Rule
}

/// How links make chains: two tables, and what is in neither follows from nothing.
package enum ChainRules {
  /// What the first link of a chain comes to: as it is stated, or by a rule.
  package static let first: [(move: Move, result: Conclusion, rule: Rule?)] = [
    (.exact, .exactMatch, nil), (.broad, .broadMatch, nil), (.narrow, .narrowMatch, nil),
    (.close, .closeMatch, nil), (.related, .relatedMatch, nil), (.overlap, .overlaps, nil),
    (.disjoint, .disjointFrom, nil), (.wider, .broadMatch, .hierarchy),
    (.finer, .narrowMatch, .hierarchy), (.declared, .declaredEquivalent, nil),
    (.atLevel, .standsAt, nil), (.holds, .holds, nil), (.reference, .referencedTo, nil),
    (.served, .referenceOf, nil), (.succeeded, .successor, nil), (.preceded, .predecessor, nil),
    (.compared, .comparedTo, nil),
  ]

  /// What a conclusion and a further move come to.
  package static let table: [ChainRule] = [
    // Published mappings: SSSOM's chaining rules.
    row(.exactMatch, .exact, .exactMatch, .transitivity),
    row(.exactMatch, .broad, .broadMatch, .afterExact),
    row(.exactMatch, .narrow, .narrowMatch, .afterExact),
    row(.exactMatch, .close, .closeMatch, .afterExact),
    row(.exactMatch, .related, .relatedMatch, .afterExact),
    row(.exactMatch, .overlap, .overlaps, .afterExact),
    row(.exactMatch, .disjoint, .disjointFrom, .afterExact),
    row(.broadMatch, .exact, .broadMatch, .beforeExact),
    row(.narrowMatch, .exact, .narrowMatch, .beforeExact),
    row(.closeMatch, .exact, .closeMatch, .beforeExact),
    row(.relatedMatch, .exact, .relatedMatch, .beforeExact),
    row(.overlaps, .exact, .overlaps, .beforeExact),
    row(.disjointFrom, .exact, .disjointFrom, .beforeExact),
    row(.broadMatch, .broad, .broadMatch, .transitivity),
    row(.narrowMatch, .narrow, .narrowMatch, .transitivity),
    row(.broadMatch, .disjoint, .disjointFrom, .apart),
    row(.disjointFrom, .narrow, .disjointFrom, .apart),
    // The hierarchy of a framework, in the same chain.
    row(.exactMatch, .wider, .broadMatch, .hierarchy),
    row(.broadMatch, .wider, .broadMatch, .hierarchy),
    row(.exactMatch, .finer, .narrowMatch, .hierarchy),
    row(.narrowMatch, .finer, .narrowMatch, .hierarchy),
    row(.disjointFrom, .finer, .disjointFrom, .apart),
    // Declarations, within one instrument.
    row(.declaredEquivalent, .declared, .declaredEquivalent, .instrument),
    // Levels and referencing: up, and to those who share the reference level; nothing beyond.
    row(.standsAt, .reference, .referencedTo, .level),
    row(.referencedTo, .served, .sameReferenceLevel, .hub),
    row(.sameReferenceLevel, .holds, .sameReferenceLevel, .level),
    row(.referenceOf, .holds, .referenceOf, .level),
    // Versions.
    row(.successor, .succeeded, .successor, .succession),
    row(.predecessor, .preceded, .predecessor, .succession),
    row(.standsAt, .succeeded, .successor, .succession),
    row(.successor, .reference, .referencedSince, .since),
    row(.referencedSince, .served, .sameReferenceLevelSince, .hub),
    row(.sameReferenceLevel, .preceded, .sameReferenceLevelSince, .since),
    row(.sameReferenceLevelSince, .preceded, .sameReferenceLevelSince, .since),
    row(.sameReferenceLevelSince, .holds, .sameReferenceLevelSince, .level),
  ]

  private static func row(
    _ first: Conclusion, _ move: Move, _ result: Conclusion, _ rule: Rule
  ) -> ChainRule {
    ChainRule(first: first, move: move, result: result, rule: rule)
  }

  /// What a chain comes to with one more move, and by which rule: of none, by the move itself.
  package static func extend(_ first: Conclusion?, by move: Move) -> (Conclusion, Rule?)? {
    guard let first else { return starts[Int(move.rawValue)] }
    return rows[Int(first.rawValue) * Move.allCases.count + Int(move.rawValue)]
      .map { ($0.result, $0.rule) }
  }

  /// The two tables, by number.
  private static let starts: [(Conclusion, Rule?)?] = Move.allCases.map { move in
    first.first { $0.move == move }.map { ($0.result, $0.rule) }
  }
  private static let rows: [ChainRule?] = Conclusion.allCases.flatMap { conclusion in
    Move.allCases.map { move in
      table.first { $0.first == conclusion && $0.move == move }
    }
  }

  /// Why a conclusion and a further move yield nothing, the first row that fits.
  private static let refusals: [(first: [Conclusion], move: [Move], reason: Refusal)] = [
    ([.comparedTo], [], .comparison),
    ([], [.compared], .comparison),
    ([.closeMatch, .relatedMatch], [], .closeIsNotTransitive),
    ([], [.close, .related], .closeAfterExactOnly),
    ([.broadMatch], [.narrow, .finer], .downAgain),
    ([.narrowMatch], [.broad, .wider], .upAgain),
    ([.overlaps], [], .beyondOverlap),
    ([], [.overlap], .toOverlap),
    ([.disjointFrom], [], .beyondDisjoint),
    (
      [.sameReferenceLevel, .sameReferenceLevelSince, .referencedTo, .referencedSince], [],
      .referenceLevel
    ),
    ([], [.reference, .served], .mappingIsNotReferencing),
    ([.declaredEquivalent], [], .beyondDeclaration),
    ([], [.declared], .toDeclaration),
    ([.successor, .predecessor], [], .successorOfLevel),
    ([], [.succeeded, .preceded], .successorOfThing),
  ]

  /// Why a conclusion and a further move yield nothing.
  package static func refusal(of move: Move, after first: Conclusion) -> Refusal {
    refusals.first { row in
      (row.first.isEmpty || row.first.contains(first))
        && (row.move.isEmpty || row.move.contains(move))
    }?.reason ?? .noRule
  }
}
