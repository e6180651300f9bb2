package import PasserelleKit

/// What stands at the end of a triple.
package enum RDFTerm: Hashable {
  /// A thing: its address, or `_:` and the name of a blank node.
  case resource(String)
  case literal(String, language: String)
}

/// Where something stands in its file; line 0 stands for the file as a whole.
package struct Place {
  private let line: Int32
  /// 1 in a syntax of which only the lines are known.
  private let column: Int32

  package init(line: Int, column: Int = 1) {
    (self.line, self.column) = (Int32(clamping: line), Int32(clamping: line > 0 ? column : 0))
  }

  package func position(in part: SourcePart) -> SourcePosition {
    SourcePosition(file: part.name, part: part.index, line: Int(line), column: Int(column))
  }
}

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
  package fileprivate(set) var properties: [Property] = []

  package init(iri: String, place: Place) {
    (self.iri, self.place) = (iri, place)
  }

  /// The things that a property leads to.
  package func resources(_ names: String...) -> [String] {
    properties.compactMap { property in
      guard names.contains(property.name), case .resource(let iri) = property.object else {
        return nil
      }
      return iri
    }
  }

  /// The texts of a property, each with its language, which may be empty.
  package func texts(_ names: String...) -> [(text: String, language: String)] {
    names.flatMap { name in
      properties.compactMap { property in
        guard property.name == name, case .literal(let text, let language) = property.object
        else { return nil }
        let trimmed = text.trimmed
        return trimmed.isEmpty ? nil : (trimmed, language)
      }
    }
  }

  package func text(_ names: String...) -> String? {
    names.lazy.compactMap { texts($0).first?.text }.first
  }
}

/// All that a file says, by what it says it of.
package struct RDFGraph {
  package private(set) var resources: [RDFResource] = []
  private var indices: [String: Int] = [:]

  package init() {}

  package subscript(iri: String) -> RDFResource? { indices[iri].map { resources[$0] } }

  /// Adds what is said of a thing, which starts at a place of its own where the syntax shows it.
  package mutating func add(
    _ subject: String, _ property: RDFResource.Property, from start: Place? = nil
  ) {
    let index = indices[subject] ?? resources.count
    if index == resources.count {
      indices[subject] = index
      resources.append(RDFResource(iri: subject, place: start ?? property.place))
    }
    resources[index].properties.append(property)
  }
}
