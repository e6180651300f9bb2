import PasserelleKit
import PasserelleRDF

/// Reads concept schemes and correspondences in SKOS and XKOS: Turtle, N-Triples, RDF/XML and JSON-LD.
struct SKOS: Adapter {
  static let manifest = AdapterManifest(
    id: "SKOS", version: "1.0.0",
    summary:
      "classifications and correspondences in SKOS and XKOS (Turtle, N-Triples, RDF/XML, JSON-LD)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "skos-turtle", mediaTypes: ["text/turtle"], filePatterns: ["*.ttl"]),
      AdapterManifest.Dialect(
        name: "skos-ntriples", mediaTypes: ["application/n-triples"], filePatterns: ["*.nt"]),
      AdapterManifest.Dialect(
        name: "skos-rdfxml", mediaTypes: ["application/rdf+xml"],
        filePatterns: ["*.rdf", "*.xml"], roots: ["RDF"]),
      AdapterManifest.Dialect(
        name: "skos-jsonld", mediaTypes: ["application/ld+json"],
        filePatterns: ["*.jsonld", "*.json"]),
    ])

  func identify(_ source: Source) -> Int {
    let opening = source.main.opening
    guard let syntax = RDFSyntax(of: source.main, opening: opening) else { return 0 }
    if syntax.form == .jsonLD { return JSONLDEvidence(source.main, opening).sureness }
    let isSKOS = Vocabulary.recognised.contains(where: opening.contains)
    return isSKOS ? 95 : syntax.isNamed ? 20 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let part = source.main
    guard let syntax = RDFSyntax(of: part, opening: part.opening) else {
      throw .error(
        .notRDF, at: part.position, "the file is neither Turtle, N-Triples, RDF/XML nor JSON-LD",
        hint: "name it '.ttl', '.nt', '.rdf' or '.jsonld'")
    }
    let rdf =
      syntax.form == .jsonLD
      ? try JSONLDReader.graph(of: part, to: graph)
      : try RDFGraph(
        reading: part, as: syntax.form, naming: Vocabulary.name, reportingTo: graph)
    rdf.addWhatFollows()
    var reader = SchemeReader(rdf, of: part, to: graph)
    guard !reader.names.frameworks.isEmpty || !reader.links.isEmpty else {
      throw .error(
        .noScheme, at: part.position, "the file contains no SKOS or XKOS concepts or mappings",
        hint: "concepts are of the type skos:Concept, or name their scheme by skos:inScheme")
    }
    try reader.state()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_SKOS")
public func passerelleAdapterSKOS() -> UnsafeRawPointer { AdapterModule.export(SKOS()) }
