import PasserelleKit

/// What stands at the end of a triple.
enum RDFTerm: Hashable {
  /// A thing: its address, or `_:` and the name of a blank node.
  case resource(String)
  case literal(String, language: String)
}

/// A thing and what a file says of it, in the order of the file.
struct RDFResource {
  struct Property {
    /// The name in its vocabulary: `skos:broader`.
    let name: String
    let object: RDFTerm
    let line: Int
  }

  let iri: String
  let line: Int
  fileprivate(set) var properties: [Property] = []

  /// The things that a property leads to.
  func resources(_ names: String...) -> [String] {
    properties.compactMap { property in
      guard names.contains(property.name), case .resource(let iri) = property.object else {
        return nil
      }
      return iri
    }
  }

  /// The texts of a property, each with its language, which may be empty.
  func texts(_ names: String...) -> [(text: String, language: String)] {
    names.flatMap { name in
      properties.compactMap { property in
        guard property.name == name, case .literal(let text, let language) = property.object
        else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : (trimmed, language)
      }
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

/// All that a file says, by what it says it of.
struct RDFGraph {
  private(set) var resources: [RDFResource] = []
  private var indices: [String: Int] = [:]

  subscript(iri: String) -> RDFResource? { indices[iri].map { resources[$0] } }

  mutating func add(_ subject: String, _ property: RDFResource.Property) {
    let index = indices[subject] ?? resources.count
    if index == resources.count {
      indices[subject] = index
      resources.append(RDFResource(iri: subject, line: property.line))
    }
    resources[index].properties.append(property)
  }
}
