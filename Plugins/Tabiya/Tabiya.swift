import PasserelleKit

/// Reads a taxonomy of occupations and skills in the CSV files of the Tabiya platform.
///
/// It is ESCO's shape with identifiers of its own and with occupations and groups of a country beside
/// those of ESCO.
struct Tabiya: Adapter {
  static let manifest = AdapterManifest(
    id: "Tabiya", version: "1.0.0",
    summary: "taxonomies of occupations and skills in Tabiya's files (CSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "tabiya-taxonomy", mediaTypes: ["text/csv"], filePatterns: ["*.csv"])
    ], readsTogether: true)

  func identify(_ source: Source) -> Int {
    source.tableSample().flatMap(TaxonomyFile.Content.init) == nil ? 0 : 95
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let taxonomies = source.taxonomies
    guard taxonomies.count > 1 else { return try readTaxonomy(source, into: graph) }
    for taxonomy in taxonomies {
      _ = try graph.attempt { () throws(Diagnostic) in try readTaxonomy(taxonomy, into: graph) }
    }
  }

  private func readTaxonomy(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let taxonomy = try Taxonomy(source, graph: graph)
    try graph.add(.framework(taxonomy.framework), at: taxonomy.position)
    try graph.add(.document(taxonomy.document), at: taxonomy.position)
    var entities = Entities(framework: taxonomy.framework.name)
    for file in taxonomy.files(of: .entities) {
      try EntityReader(file, language: taxonomy.language, graph: graph).read(into: &entities)
    }
    for file in taxonomy.files(of: .hierarchy) + taxonomy.files(of: .relations) {
      try TaxonomyRelations(file, entities, graph: graph).read()
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Tabiya")
public func passerelleAdapterTabiya() -> UnsafeRawPointer { AdapterModule.export(Tabiya()) }
