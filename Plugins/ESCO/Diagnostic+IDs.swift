import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let duplicatePart: Self = "duplicate-part"
  static let noVersion: Self = "no-version"
  static let notESCO: Self = "not-esco"
  static let severalVersions: Self = "several-versions"
  static let unknownGroup: Self = "unknown-group"
}
