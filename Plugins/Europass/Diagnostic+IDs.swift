import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let signatureNotChecked: Self = "signature-not-checked"
  static let unknownForm: Self = "unknown-form"
}
