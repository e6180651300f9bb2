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
    defer { isFirst = false }
    switch syntax {
    case .turtle: try file.write(Self.turtle(resource))
    case .nTriples: try file.write(Self.nTriples(resource))
    case .jsonLD: try file.write((isFirst ? "\n" : ",\n") + Self.jsonLD(resource))
    }
  }

  func end() throws {
    if syntax == .jsonLD { try file.write("\n]}\n") }
  }

  // MARK: - Turtle

  private static func turtle(_ resource: RDFResource) -> String {
    let properties = resource.properties.map { property in
      let name = property.name == "rdf:type" ? "a" : property.name
      return "\(name) \(property.objects.map(turtle).joined(separator: ", "))"
    }
    return "\n<\(resource.iri.iriQuoted)> \(properties.joined(separator: " ;\n  ")) .\n"
  }

  private static func turtle(_ object: RDFResource.Object) -> String {
    switch object {
    case .iri(let iri): "<\(iri.iriQuoted)>"
    case .term(let term): term
    case .text(let text, let language): text.turtleQuoted + (language.map { "@\($0)" } ?? "")
    case .typed(let text, let type): "\(text.turtleQuoted)^^xsd:\(type)"
    }
  }

  // MARK: - N-Triples

  private static func nTriples(_ resource: RDFResource) -> String {
    resource.properties.flatMap { property in
      property.objects.map { object in
        "<\(resource.iri.iriQuoted)> <\(RDFVocabulary.iri(of: property.name))> \(nTriples(object)) .\n"
      }
    }.joined()
  }

  private static func nTriples(_ object: RDFResource.Object) -> String {
    switch object {
    case .term(let term): "<\(RDFVocabulary.iri(of: term))>"
    case .typed(let text, let type):
      "\(text.turtleQuoted)^^<\(RDFVocabulary.iri(of: "xsd:\(type)"))>"
    default: turtle(object)
    }
  }

  // MARK: - JSON-LD

  private static func jsonLD(_ resource: RDFResource) -> String {
    let properties = resource.properties.map { property in
      let isType = property.name == "rdf:type"
      let values = property.objects.map { isType ? type(of: $0) : jsonLD($0) }
      let value = values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
      return "\((isType ? "@type" : property.name).jsonQuoted): \(value)"
    }
    return "{\"@id\": \(resource.iri.jsonQuoted), \(properties.joined(separator: ", "))}"
  }

  private static func type(of object: RDFResource.Object) -> String {
    switch object {
    case .term(let term): term.jsonQuoted
    default: jsonLD(object)
    }
  }

  private static func jsonLD(_ object: RDFResource.Object) -> String {
    switch object {
    case .iri(let iri): "{\"@id\": \(iri.jsonQuoted)}"
    case .term(let term): "{\"@id\": \(term.jsonQuoted)}"
    case .text(let text, nil): text.jsonQuoted
    case .text(let text, let language?):
      "{\"@value\": \(text.jsonQuoted), \"@language\": \(language.jsonQuoted)}"
    case .typed(let text, let type):
      "{\"@value\": \(text.jsonQuoted), \"@type\": \("xsd:\(type)".jsonQuoted)}"
    }
  }
}

extension String {
  /// The address as it may stand between angle brackets: what may not is escaped.
  fileprivate var iriQuoted: String {
    unicodeScalars.reduce(into: "") { quoted, scalar in
      if scalar.value <= 0x20 || "<>\"{}|^`\\".unicodeScalars.contains(scalar) {
        quoted += String(scalar).iriEscaped
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
  }

  /// The text as a literal of Turtle and N-Triples.
  fileprivate var turtleQuoted: String {
    unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case _ where scalar.value < 0x20:
        quoted +=
          "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16, uppercase: true))"
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }

  /// The text as JSON has it (RFC 8259).
  package var jsonQuoted: String {
    unicodeScalars.reduce(into: "\"") { quoted, scalar in
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        quoted += "\\u00\(scalar.value < 16 ? "0" : "")\(String(scalar.value, radix: 16))"
      default: quoted.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}
