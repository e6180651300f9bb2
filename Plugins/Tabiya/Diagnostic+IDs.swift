import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let notTabiya: Self = "not-tabiya"
  static let untypedRelation: Self = "untyped-relation"
}
