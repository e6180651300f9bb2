import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let bundleOrder: Self = "bundle-order"
  static let duplicateTable: Self = "duplicate-part"
  static let foreignSource: Self = "unknown-source"
  static let noSource: Self = "missing-source"
  static let notBundle: Self = "not-a-bundle"
  static let noTruth: Self = "bad-truth-value"
  static let unknownColumn: Self = "unknown-column"
}
