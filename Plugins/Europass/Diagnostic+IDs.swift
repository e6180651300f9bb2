import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let unknownForm: Self = "unknown-form"
}
