import PasserelleKit

/// A thing and what a file says of it, in the order of the file.
struct RDFResource {
  struct Property {
    /// The name in its vocabulary: `skos:broader`.
    let name: String
    let object: RDFTerm
    let place: Place
  }

  let iri: String
  let place: Place
  private let first: UInt32
  private let graph: RDFGraph?

  /// A thing of which the file says nothing.
  init(iri: String, place: Place) {
    (self.iri, self.place) = (iri, place)
    (first, graph) = (RDFGraph.none, nil)
  }

  init(iri: String, place: Place, first: UInt32, in graph: RDFGraph) {
    (self.iri, self.place, self.first, self.graph) = (iri, place, first, graph)
  }

  /// Calls the body with each entry.
  private func forEach(_ body: (RDFGraph, RDFGraph.Entry, RDFGraph.Kind) -> Void) {
    guard let graph else { return }
    var next = first
    while next != RDFGraph.none {
      let entry = graph.entry(next)
      body(graph, entry, graph.kind(of: entry))
      next = entry.next
    }
  }

  /// All that is said of it.
  var properties: [Property] {
    var found: [Property] = []
    forEach { graph, entry, kind in
      let object =
        kind.language.map { RDFTerm.literal(graph.text(of: entry), language: $0) }
        ?? .resource(graph.address(of: entry))
      found.append(Property(name: kind.name, object: object, place: entry.place))
    }
    return found
  }

  /// The things that a property leads to.
  func resources(_ names: String...) -> [String] {
    var found: [String] = []
    forEach { graph, entry, kind in
      if kind.language == nil, names.contains(kind.name) { found.append(graph.address(of: entry)) }
    }
    return found
  }

  /// The texts of a property, each with its language, which may be empty.
  func texts(_ names: String...) -> [(text: String, language: String)] {
    names.flatMap { name in
      var found: [(text: String, language: String)] = []
      forEach { graph, entry, kind in
        guard let language = kind.language, kind.name == name else { return }
        let text = graph.text(of: entry).trimmed
        if !text.isEmpty { found.append((text, language)) }
      }
      return found
    }
  }

  func text(_ names: String...) -> String? {
    names.lazy.compactMap { texts($0).first?.text }.first
  }

  func isA(_ type: String) -> Bool {
    types.contains(type)
  }

  /// The types by their names in their vocabularies.
  var types: [String] { resources("rdf:type").map(Vocabulary.name) }
}
