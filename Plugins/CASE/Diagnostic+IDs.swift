import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let notAPackage: Self = "not-a-package"
  static let unknownAssociation: Self = "unknown-association"
}
