import PasserelleKit

/// Reads credentials in the Credential Transparency Description Language, as JSON-LD: one resource, or
/// a graph of several.
struct CTDL: Adapter {
  static let manifest = AdapterManifest(
    id: "CTDL", version: "1.0.0",
    summary: "credentials in the Credential Transparency Description Language (JSON-LD)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "ctdl-jsonld", mediaTypes: ["application/ld+json"],
        filePatterns: ["*.jsonld", "*.json"], roots: ["@graph"])
    ])

  func identify(_ source: Source) -> Int {
    guard source.main.isNamed(".json", ".jsonld") else { return 0 }
    return source.main.opening.contains("credreg.net/ctdl") ? 95 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let root = try source.main.json()
    var register = try Register(ofFile: source.main, in: "CTDL", into: graph)
    let resources = root.child("@graph").map(\.children) ?? [root]
    for node in resources {
      _ = try graph.attempt { () throws(Diagnostic) in
        try Resource(node).state(in: &register)
      }
    }
    register.finish()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_CTDL")
public func passerelleAdapterCTDL() -> UnsafeRawPointer { AdapterModule.export(CTDL()) }
