import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let badChoice: Self = "bad-choice"
  static let badCURIE: Self = "bad-curie"
  static let missingSlot: Self = "missing-slot"
  static let prefixClash: Self = "prefix-clash"
  static let unknownJustification: Self = "unknown-justification"
  static let unknownPredicate: Self = "unknown-predicate"
  static let unknownPrefix: Self = "unknown-prefix"
  static let unknownSlot: Self = "unknown-slot"
}
