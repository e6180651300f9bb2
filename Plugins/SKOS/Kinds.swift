import PasserelleKit
import PasserelleRDF

// What a scheme and its concepts are, where the file says so, and by rule where it does not.

extension RDFResource {
  /// The types by their names in their vocabularies.
  var types: [String] { resources("rdf:type").map(Vocabulary.name) }

  func isA(_ type: String) -> Bool { types.contains(type) }

  /// The kind that the file states, as Passerelle's own export does.
  var statedKind: FrameworkKind? {
    texts("dcterms:type").lazy.compactMap { FrameworkKind($0.text) }.first
  }

  /// The kind that the words of its names speak for; competences, if they speak for none.
  var assumedKind: FrameworkKind {
    let texts = texts(
      "dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title", "dcterms:identifier",
      "skos:notation")
    return FrameworkKind(assumedFrom: [iri] + texts.map(\.text)) ?? .competences
  }

  /// What a concept of such a scheme is.
  func conceptKind(in scheme: FrameworkKind) -> ConceptKind {
    if let stated = texts("dcterms:type").lazy.compactMap({ ConceptKind($0.text) }).first {
      return stated
    }
    if isA("esco:Occupation") { return .occupation }
    if isA("esco:Skill") { return .competence }
    return scheme.usualConcepts
  }

  /// The step of a concept in the words of its own export: what is a type and no kind.
  var tier: String? {
    let types = texts("dcterms:type").map(\.text)
    return types.contains { ConceptKind($0) != nil } ? types.first { ConceptKind($0) == nil } : nil
  }
}
