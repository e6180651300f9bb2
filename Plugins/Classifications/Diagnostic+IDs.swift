import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let badLength: Self = "bad-length"
  static let contradictoryColumns: Self = "contradictory-columns"
  static let emptyTier: Self = "empty-tier"
  static let unmappedColumn: Self = "unmapped-column"
}
