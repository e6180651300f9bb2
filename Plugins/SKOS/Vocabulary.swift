import PasserelleRDF

/// The vocabularies that are read, by their usual prefixes.
enum Vocabulary {
  /// What tells SKOS and XKOS from other RDF.
  static let recognised = [
    "http://www.w3.org/2004/02/skos/core#", "http://rdf-vocabulary.ddialliance.org/xkos#",
  ]

  private static let prefixes: [(prefix: String, space: String)] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", recognised[0]), ("xkos", recognised[1]),
    ("xl", "http://www.w3.org/2008/05/skos-xl#"), ("dcterms", "http://purl.org/dc/terms/"),
    ("dc", "http://purl.org/dc/elements/1.1/"), ("owl", "http://www.w3.org/2002/07/owl#"),
    ("elm", "http://data.europa.eu/snb/model/elm/"),
    ("esco", "http://data.europa.eu/esco/model#"),
  ]

  static func isPrefix(_ name: String) -> Bool { space(of: name) != nil }

  /// The address that a usual prefix stands for.
  static func space(of prefix: String) -> String? {
    prefixes.first { $0.prefix == prefix }?.space
  }

  /// Whether an address is that of one of the vocabularies, or of the types of texts.
  static func isSpace(_ address: String) -> Bool {
    address == "http://www.w3.org/2001/XMLSchema#" || prefixes.contains { $0.space == address }
  }

  /// The name that an address has in its vocabulary, `skos:broader`; else the address.
  static func name(of iri: String) -> String {
    if iri.hasPrefix(String.relativeBase) { return "<\(iri.dropFirst(String.relativeBase.count))>" }
    guard let known = prefixes.first(where: { iri.hasPrefix($0.space) }) else { return iri }
    return "\(known.prefix):\(iri.dropFirst(known.space.count))"
  }
}
