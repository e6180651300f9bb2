import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let otherVersion: Self = "other-version"
  static let unknownTable: Self = "unknown-table"
}
