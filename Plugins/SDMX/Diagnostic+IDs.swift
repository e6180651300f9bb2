import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let badReference: Self = "bad-reference"
  static let noCodelist: Self = "no-codelist"
  static let notAStructure: Self = "not-a-structure"
  static let partialList: Self = "partial-list"
}
