/// A thing and what is said of it, in RDF.
struct RDFResource {
  /// What is said: the address of another thing, or a text.
  enum Object: Hashable {
    case iri(String)
    /// A name of a vocabulary: `skos:Concept`.
    case term(String)
    case text(String, language: String? = nil)
    /// A text of a type of XML Schema: `date`.
    case typed(String, String)
  }

  var iri: String
  /// Properties by the names of their vocabularies, in the order in which they are written.
  private(set) var properties: [(name: String, objects: [Object])] = []
  /// What is said of each property, to be said once.
  private var said: [String: Set<Object>] = [:]

  init(_ iri: String, a type: String...) {
    self.iri = iri
    add("rdf:type", type.map { .term($0) })
  }

  mutating func add(_ name: String, _ objects: [Object]) {
    guard !objects.isEmpty else { return }
    if let index = properties.firstIndex(where: { $0.name == name }) {
      for object in objects where said[name, default: []].insert(object).inserted {
        properties[index].objects.append(object)
      }
    } else {
      properties.append((name, objects))
      said[name] = Set(objects)
    }
  }

  /// Whether something is said by any of some properties.
  func says(_ object: Object, by names: Set<String>) -> Bool {
    names.contains { said[$0]?.contains(object) == true }
  }

  mutating func add(_ name: String, _ text: String?) {
    if let text { add(name, [.text(text)]) }
  }
}

/// The vocabularies that are used, by their usual prefixes.
enum RDFVocabulary {
  static let prefixes: [(prefix: String, iri: String)] = [
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("xkos", "http://rdf-vocabulary.ddialliance.org/xkos#"),
    ("dcterms", "http://purl.org/dc/terms/"),
    ("owl", "http://www.w3.org/2002/07/owl#"),
    ("elm", "http://data.europa.eu/snb/model/elm/"),
    ("esco", "http://data.europa.eu/esco/model#"),
  ]

  /// The address that a name of a vocabulary stands for.
  static func iri(of term: String) -> String {
    guard let colon = term.firstIndex(of: ":"),
      let space = prefixes.first(where: { $0.prefix == term[..<colon] })
    else { return term }
    return space.iri + term[term.index(after: colon)...]
  }
}
