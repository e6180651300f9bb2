internal import PasserelleKit

/// A thing and what a file says of it, in the order of the file.
package struct RDFResource {
  package struct Property {
    /// The name in its vocabulary: `skos:broader`.
    package let name: String
    package let object: RDFTerm
    package let place: Place

    package init(name: String, object: RDFTerm, place: Place) {
      (self.name, self.object, self.place) = (name, object, place)
    }
  }

  package let iri: String
  package let place: Place
  private let first: UInt32
  private let graph: RDFGraph?

  /// A thing of which the file says nothing.
  package init(iri: String, place: Place) {
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
  package var properties: [Property] {
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
  package func resources(_ names: String...) -> [String] {
    var found: [String] = []
    forEach { graph, entry, kind in
      if kind.language == nil, names.contains(kind.name) { found.append(graph.address(of: entry)) }
    }
    return found
  }

  /// The texts of a property, each with its language, which may be empty.
  package func texts(_ names: String...) -> [(text: String, language: String)] {
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

  package func text(_ names: String...) -> String? {
    names.lazy.compactMap { texts($0).first?.text }.first
  }
}
