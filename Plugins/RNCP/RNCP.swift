import PasserelleKit

/// Reads the registers of France compétences: the feed of the RNCP or of the répertoire spécifique in
/// XML, at any size, and the tables of the export in CSV.
struct RNCP: Adapter {
  static let manifest = AdapterManifest(
    id: "RNCP", version: "1.0.0",
    summary: "the RNCP and the répertoire spécifique of France (XML feed 4, CSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "rncp-xml", mediaTypes: ["application/xml"], filePatterns: ["*.xml"],
        roots: ["FICHES"]),
      AdapterManifest.Dialect(
        name: "rncp-csv", mediaTypes: ["text/csv"], filePatterns: ["*.csv"]),
    ])

  func identify(_ source: Source) -> Int {
    if let table = source.tableSample() {
      return table.optionalColumn("Numero_Fiche") == nil ? 0 : 95
    }
    return source.main.opening.rootElement == "FICHES" ? 95 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    if source.tableSample() != nil {
      try ExportTable(source: source, graph: graph).read()
    } else {
      try readFeed(source.main, into: graph)
    }
  }

  private func readFeed(_ part: SourcePart, into graph: GraphWriter) throws(Diagnostic) {
    var feed = Feed(part: part, graph: graph)
    try part.records(named: "VERSION_FLUX", "FICHE") { node throws(Diagnostic) in
      _ = try graph.attempt { () throws(Diagnostic) in
        if node.name == "FICHE" { try feed.read(node) } else { feed.check(version: node) }
      }
    }
    try feed.finish()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_RNCP")
public func passerelleAdapterRNCP() -> UnsafeRawPointer { AdapterModule.export(RNCP()) }
