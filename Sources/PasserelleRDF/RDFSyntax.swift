package import PasserelleKit

/// How the RDF of a file is written.
package struct RDFSyntax {
  package enum Form { case turtle, nTriples, rdfXML, jsonLD }

  package let form: Form
  /// Whether the name of the file says so.
  package let isNamed: Bool

  /// Tells by the name, or else by how the text starts; nothing where it is no RDF.
  package init?(of part: SourcePart, opening: Opening) {
    guard !opening.isEmpty else { return nil }
    let isRDFXML = opening.rootElement == "RDF"
    let isJSON = opening.starts(with: "{") || opening.starts(with: "[")
    let isXML = isRDFXML || opening.starts(with: "<?xml")
    let named: Form? =
      part.isNamed(".ttl", ".turtle")
      ? .turtle
      : part.isNamed(".nt")
        ? .nTriples
        : part.isNamed(".rdf")
          ? .rdfXML : isJSON && part.isNamed(".jsonld", ".json") ? .jsonLD : nil
    if let named {
      (form, isNamed) = (isXML ? .rdfXML : named, true)
      return
    }
    isNamed = false
    if isXML {
      // Other dialects of XML declare the prefix of RDF, too.
      guard isRDFXML, opening.contains("http://www.w3.org/1999/02/22-rdf-syntax-ns#") else {
        return nil
      }
      form = .rdfXML
    } else if ["@prefix", "@base", "PREFIX", "BASE"].contains(where: opening.starts) {
      form = .turtle
    } else if ["<http", "<urn:", "_:"].contains(where: opening.starts) {
      form = .nTriples
    } else if isJSON, opening.contains("\"@") {
      form = .jsonLD
    } else {
      return nil
    }
  }
}
