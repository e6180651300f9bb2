import PasserelleKit

/// Reads the Credential Transparency Description Language and its profile for competencies (CTDL-ASN), as
/// JSON-LD: credentials, frameworks of competencies, qualifications frameworks and alignment maps.
struct CTDL: Adapter {
  static let manifest = AdapterManifest(
    id: "CTDL", version: "1.0.0",
    summary: "credentials, frameworks and alignment maps in CTDL and CTDL-ASN (JSON-LD)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "ctdl-jsonld", mediaTypes: ["application/ld+json"],
        filePatterns: ["*.jsonld", "*.json"], roots: ["@graph"])
    ])

  func identify(_ source: Source) -> Int {
    guard source.main.isNamed(".json", ".jsonld") else { return 0 }
    let opening = source.main.opening
    // Most examples of the publisher name no context; their keys and types have its prefixes.
    if Self.marks.contains(where: opening.contains) { return 95 }
    return Self.places.contains(where: opening.contains)
      && Self.keywords.contains(where: opening.contains) ? 95 : 0
  }

  private static let marks = ["\"ceterms:", "\"ceasn:"]
  private static let places = ["credreg.net/ctdl", "purl.org/ctdl"]
  private static let keywords = ["\"@context\"", "\"@graph\"", "\"@type\"", "\"@id\""]

  func read(_ source: Source, into writer: GraphWriter) throws(Diagnostic) {
    let graph = try Graph(source.main.json(), reportingTo: writer)
    var reader = Reader(graph, of: source.main, to: writer)
    try reader.state()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_CTDL")
public func passerelleAdapterCTDL() -> UnsafeRawPointer { AdapterModule.export(CTDL()) }
