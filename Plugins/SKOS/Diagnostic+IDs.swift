import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let jsonLD: Self = "json-ld"
  static let noScheme: Self = "no-scheme"
  static let remoteContext: Self = "remote-context"
  static let undefinedTerm: Self = "undefined-term"
}
