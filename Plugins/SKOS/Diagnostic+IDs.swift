import PasserelleKit

/// The kinds of problems that only this adapter finds.
extension Diagnostic.ID {
  static let iriTooLong: Self = "iri-too-long"
  static let jsonLD: Self = "json-ld"
  static let noRaptor: Self = "no-raptor"
  static let noScheme: Self = "no-scheme"
  static let notRDF: Self = "not-rdf"
  static let rdf: Self = "rdf"
  static let remoteContext: Self = "remote-context"
  static let statementTooLong: Self = "statement-too-long"
  static let tooManyTriples: Self = "too-many-triples"
  static let undefinedTerm: Self = "undefined-term"
}
