import PasserelleKit
import PasserelleRDF

/// Reads the Credential Transparency Description Language and its profile for competencies (CTDL-ASN), in
/// JSON-LD and in Turtle: credentials, frameworks of competencies, qualifications frameworks and alignment
/// maps.
struct CTDL: Adapter {
  static let manifest = AdapterManifest(
    id: "CTDL", version: "1.0.0",
    summary: "credentials, frameworks and alignment maps in CTDL and CTDL-ASN (JSON-LD, Turtle)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "ctdl-jsonld", mediaTypes: ["application/ld+json"],
        filePatterns: ["*.jsonld", "*.json"], roots: ["@graph"]),
      AdapterManifest.Dialect(
        name: "ctdl-rdf",
        mediaTypes: ["text/turtle", "application/n-triples", "application/rdf+xml"],
        filePatterns: ["*.ttl", "*.nt", "*.rdf"]),
    ])

  func identify(_ source: Source) -> Int {
    let opening = source.main.opening
    guard source.main.isNamed(".json", ".jsonld") else {
      return RDFSyntax(of: source.main, opening: opening) == nil ? 0 : Self.sureness(ofRDF: opening)
    }
    // Most examples of the publisher name no context; their keys and types have its prefixes.
    if Self.marks.contains(where: opening.contains) { return 95 }
    return Self.places.contains(where: opening.contains)
      && Self.keywords.contains(where: opening.contains) ? 95 : 0
  }

  private static let marks = ["\"ceterms:", "\"ceasn:"]
  private static let places = ["credreg.net/ctdl", "purl.org/ctdl"]
  private static let keywords = ["\"@context\"", "\"@graph\"", "\"@type\"", "\"@id\""]

  /// Words of SKOS stand beside those of CTDL, and a list of CTDL's own terms is SKOS: a class or number that
  /// only CTDL has is what counts.
  private static func sureness(ofRDF opening: Opening) -> Int {
    guard places.contains(where: opening.contains) else { return 0 }
    let names = ["ceasn:Competency", "ceterms:ctid", "ceterms:AlignmentMap"]
    let addresses = ["/terms/Competency", "/terms/ctid", "/terms/AlignmentMap"]
    let frameworks = [":QualificationsFramework", "/terms/QualificationsFramework"]
    return (names + addresses + frameworks).contains(where: opening.contains) ? 97 : 50
  }

  func read(_ source: Source, into writer: GraphWriter) throws(Diagnostic) {
    let graph = try Graph(Self.root(of: source.main, reportingTo: writer), reportingTo: writer)
    var reader = Reader(graph, of: source.main, to: writer)
    try reader.state()
  }

  /// What the file says, as JSON-LD.
  private static func root(
    of part: SourcePart, reportingTo writer: GraphWriter
  ) throws(Diagnostic) -> SourceNode {
    guard let syntax = RDFSyntax(of: part, opening: part.opening), syntax.form != .jsonLD else {
      return try part.json()
    }
    return try Triples(part, as: syntax.form, reportingTo: writer).root
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_CTDL")
public func passerelleAdapterCTDL() -> UnsafeRawPointer { AdapterModule.export(CTDL()) }
