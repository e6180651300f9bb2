internal import PasserelleModel

/// Writes resources of RDF in one syntax, each as it comes.
package struct RDFSerializer {
  /// How RDF is written.
  package enum Syntax: Sendable {
    case turtle, nTriples, jsonLD
  }

  private let syntax: Syntax
  private let file: ExportFile
  private var isFirst = true
  /// What is written of a resource, byte by byte: an export of a taxonomy has a hundred million.
  private var text = EscapedText()
  private var addresses: [String: String] = [:]

  init(_ syntax: Syntax, into file: ExportFile) throws {
    self.syntax = syntax
    self.file = file
    switch syntax {
    case .turtle:
      for (prefix, iri) in RDFVocabulary.prefixes {
        try file.write("@prefix \(prefix): <\(iri)> .\n")
      }
    case .nTriples: break
    case .jsonLD:
      let context = RDFVocabulary.prefixes.map { "\($0.prefix.jsonQuoted): \($0.iri.jsonQuoted)" }
      try file.write(
        "{\"@context\": {\(context.joined(separator: ", "))},\n\"@graph\": [")
    }
  }

  mutating func write(_ resource: RDFResource) throws {
    switch syntax {
    case .turtle: turtle(resource)
    case .nTriples: nTriples(resource)
    case .jsonLD:
      text.append(isFirst ? "\n" : ",\n")
      jsonLD(resource)
    }
    isFirst = false
    try file.write(text)
    text.clear()
  }

  func end() throws {
    if syntax == .jsonLD { try file.write("\n]}\n") }
  }

  // MARK: - Turtle

  private mutating func turtle(_ resource: RDFResource) {
    text.append("\n<")
    text.append(iri: resource.iri)
    text.append("> ")
    for (index, property) in resource.properties.enumerated() {
      if index > 0 { text.append(" ;\n  ") }
      text.append(property.name == "rdf:type" ? "a" : property.name)
      for (index, object) in property.objects.enumerated() {
        text.append(index > 0 ? ", " : " ")
        turtle(object)
      }
    }
    text.append(" .\n")
  }

  private mutating func turtle(_ object: RDFResource.Object) {
    switch object {
    case .iri(let iri):
      text.append("<")
      text.append(iri: iri)
      text.append(">")
    case .term(let term): text.append(term)
    case .text(let literal, let language):
      text.append(literal: literal)
      if let language {
        text.append("@")
        text.append(language)
      }
    case .typed(let literal, let type):
      text.append(literal: literal)
      text.append("^^xsd:")
      text.append(type)
    }
  }

  // MARK: - N-Triples

  private mutating func nTriples(_ resource: RDFResource) {
    for property in resource.properties {
      let name = address(of: property.name)
      for object in property.objects {
        text.append("<")
        text.append(iri: resource.iri)
        text.append("> <")
        text.append(name)
        text.append("> ")
        nTriples(object)
        text.append(" .\n")
      }
    }
  }

  private mutating func nTriples(_ object: RDFResource.Object) {
    switch object {
    case .term(let term):
      text.append("<")
      text.append(address(of: term))
      text.append(">")
    case .typed(let literal, let type):
      text.append(literal: literal)
      text.append("^^<")
      text.append(address(of: "xsd:\(type)"))
      text.append(">")
    case .iri, .text: turtle(object)
    }
  }

  /// The address that a name of a vocabulary stands for; there are few, and a million uses of them.
  private mutating func address(of term: String) -> String {
    if let known = addresses[term] { return known }
    let address = RDFVocabulary.iri(of: term)
    addresses[term] = address
    return address
  }

  // MARK: - JSON-LD

  private mutating func jsonLD(_ resource: RDFResource) {
    text.append("{\"@id\": ")
    text.append(json: resource.iri)
    text.append(", ")
    for (index, property) in resource.properties.enumerated() {
      if index > 0 { text.append(", ") }
      let isType = property.name == "rdf:type"
      text.append(json: isType ? "@type" : property.name)
      text.append(": ")
      if property.objects.count != 1 { text.append("[") }
      for (index, object) in property.objects.enumerated() {
        if index > 0 { text.append(", ") }
        if isType, case .term(let term) = object {
          text.append(json: term)
        } else {
          jsonLD(object)
        }
      }
      if property.objects.count != 1 { text.append("]") }
    }
    text.append("}")
  }

  private mutating func jsonLD(_ object: RDFResource.Object) {
    func value(_ literal: String, _ key: String, _ detail: String) {
      text.append("{\"@value\": ")
      text.append(json: literal)
      text.append(", \"\(key)\": ")
      text.append(json: detail)
      text.append("}")
    }
    switch object {
    case .iri(let iri), .term(let iri):
      text.append("{\"@id\": ")
      text.append(json: iri)
      text.append("}")
    case .text(let literal, nil): text.append(json: literal)
    case .text(let literal, let language?): value(literal, "@language", language)
    case .typed(let literal, let type): value(literal, "@type", "xsd:\(type)")
    }
  }
}
