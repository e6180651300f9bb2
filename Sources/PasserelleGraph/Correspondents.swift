package import PasserelleModel

/// What stands where a concept stands, in another country or framework.
package struct Correspondents: Sendable {
  /// A level over there that reaches the same, or a neighbouring, reference level.
  package struct Match: Sendable {
    package var record: ConceptRecord
    package var finding: Finding
    /// How many reference levels lie between the two.
    package var distance: Int
    package var referenceLevel: Identifier
    /// What all sources say of where it stands.
    package var links: [LinkRecord]
    /// The qualifications at that level.
    package var qualifications: [ConceptRecord]
    /// Whether it holds only where the concept that was asked about stands at this reference level: it
    /// spans several.
    package var isContingent = false
    /// What has taken the place of the old level that was asked about, and reaches this level.
    package var since: Identifier?
  }

  /// A framework that was searched and that has nothing to show, and why.
  package struct Unmatched: Sendable {
    package var framework: Framework
    package var reason: Phrase
  }

  /// A published mapping or a declaration, read from the concept's side.
  package struct Mapping: Sendable {
    package var record: ConceptRecord?
    package var id: Identifier
    /// How the concept that was asked about stands to this one.
    package var relation: Relation
    /// What says so: one link, or a chain of them.
    package var links: [LinkRecord]
    /// How many concepts each side has in this place.
    package var cardinality: Cardinality
  }

  /// Where the concept itself stands, and what there is to know of that.
  package var subject: Comparison
  /// The frameworks that were searched.
  package var targets: [Framework]
  package var matches: [Match]
  /// What only indicates that something over there compares, strongest first.
  package var indications: [Indication]
  /// How many more indications there are than are shown.
  package var indicationsLeftOut: Int
  /// The frameworks where nothing stands at the same or a neighbouring level.
  package var unmatched: [Unmatched]
  /// Declared equivalences, within their scope.
  package var declared: [Mapping]
  /// What recognition bodies have decided in single cases.
  package var precedents: [Mapping]
  /// Published mappings between classifications.
  package var mappings: [Mapping]
  /// What several tables, or a table and the hierarchy of a classification, yield together.
  package var derived: Derivation
  /// Comparisons without commitment.
  package var compared: [Mapping]
  /// What is stated to have no usable counterpart there.
  package var nulls: [LinkRecord]
  /// What the reader must know.
  package var caveats: [Phrase]
}
