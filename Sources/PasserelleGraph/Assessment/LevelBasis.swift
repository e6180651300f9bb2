package import PasserelleModel

/// What the level of a certificate is judged by.
package struct LevelBasis: Sendable {
  /// The certificate's level with the level that is sought, or alone if nothing is sought.
  package var comparison: Comparison
  /// The levels in the destination country that reach the same reference level.
  package var there: [Identifier]

  init(_ comparison: Comparison, there correspondents: Correspondents) {
    self.comparison = comparison
    there = correspondents.settled(.sameReferenceLevel).map(\.record.id)
  }
}

extension Correspondents {
  /// The levels over there with a finding that does not depend on the single certificate.
  func settled(_ finding: Finding) -> [Match] {
    matches.filter { $0.finding == finding && !$0.isContingent && $0.since == nil }
  }
}
