import PasserelleKit
import PasserelleRDF

/// What a file in Turtle, N-Triples or RDF/XML says, in the form that JSON-LD has for the same: a list of
/// resources, each an object with a list of values for each property.
struct Triples {
  private let graph: RDFGraph
  private let part: SourcePart

  /// Reads the file.
  ///
  /// - Parameters:
  ///   - part: The file.
  ///   - form: Its syntax.
  ///   - writer: Where problems are reported.
  /// - Throws: What the file cannot be read past.
  init(
    _ part: SourcePart, as form: RDFSyntax.Form, reportingTo writer: GraphWriter
  ) throws(Diagnostic) {
    self.part = part
    graph = try RDFGraph(reading: part, as: form, naming: Self.key, reportingTo: writer)
    guard graph.resources.lazy.map(\.properties.count).reduce(0, +) <= part.limits.events else {
      throw .error(
        .tooManyValues, at: part.position,
        "the file has more than \(part.limits.events) values", hint: "split it by framework")
    }
  }

  /// The resources as objects of JSON-LD.
  var root: SourceNode {
    var draft = SourceDraft(of: part)
    draft.open(isList: true, at: part.position)
    for resource in graph.resources { add(resource, to: &draft) }
    draft.close()
    return draft.finish()
  }

  private func add(_ resource: RDFResource, to draft: inout SourceDraft) {
    let start = resource.place.position(in: part)
    draft.open(at: start)
    draft.add(resource.iri.asWritten, "@id", at: start)
    let values = Dictionary(grouping: resource.properties, by: \.name)
    var seen: Set<String> = []
    for property in resource.properties where seen.insert(property.name).inserted {
      draft.open(property.name, isList: true, at: property.place.position(in: part))
      for value in values[property.name] ?? [] { add(value, to: &draft) }
      draft.close()
    }
    draft.close()
  }

  private func add(_ value: RDFResource.Property, to draft: inout SourceDraft) {
    let place = value.place.position(in: part)
    switch value.object {
    case .resource(let iri) where value.name == "@type":
      draft.add(Vocabulary.name(of: iri), at: place)
    case .resource(let iri):
      draft.open(at: place)
      draft.add(iri.asWritten, "@id", at: place)
      draft.close()
    case .literal(let text, language: ""): draft.add(text, at: place)
    case .literal(let text, let language):
      draft.open(at: place)
      draft.add(text, "@value", at: place)
      draft.add(language, "@language", at: place)
      draft.close()
    }
  }

  private static func key(of predicate: String) -> String {
    predicate == "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
      ? "@type" : Vocabulary.name(of: predicate)
  }
}

extension String {
  /// The address as the file has it: one that is relative means something in the file alone.
  fileprivate var asWritten: String {
    hasPrefix(.relativeBase) ? String(dropFirst(String.relativeBase.count)) : self
  }
}
