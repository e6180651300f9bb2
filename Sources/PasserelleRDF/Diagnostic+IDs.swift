package import PasserelleKit

/// The kinds of problems that only RDF has.
extension Diagnostic.ID {
  package static let iriTooLong: Self = "iri-too-long"
  static let noRaptor: Self = "no-raptor"
  package static let notRDF: Self = "not-rdf"
  static let rdf: Self = "rdf"
  static let statementTooLong: Self = "statement-too-long"
  package static let tooManyTriples: Self = "too-many-triples"
}
