/// Why a chain of statements yields nothing beyond a point.
package enum Refusal: String, Message {
  case comparison = "refusal.comparison"
  case closeIsNotTransitive = "refusal.close-is-not-transitive"
  case closeAfterExactOnly = "refusal.close-after-exact-only"
  case downAgain = "refusal.down-again"
  case upAgain = "refusal.up-again"
  case beyondOverlap = "refusal.beyond-overlap"
  case toOverlap = "refusal.to-overlap"
  case beyondDisjoint = "refusal.beyond-disjoint"
  case referenceLevel = "refusal.reference-level"
  case mappingIsNotReferencing = "refusal.mapping-is-not-referencing"
  case beyondDeclaration = "refusal.beyond-declaration"
  case toDeclaration = "refusal.to-declaration"
  case successorOfLevel = "refusal.successor-of-level"
  case successorOfThing = "refusal.successor-of-thing"
  case noRule = "refusal.no-rule"
}
