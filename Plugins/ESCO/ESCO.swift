import PasserelleKit

/// Reads the official CSV release of ESCO, versions 1.0 to 1.2, in any of its languages.
///
/// A release is many files, which the European Commission hands out in one folder or in two: the
/// classification of a language, and the relations of all. They are read together, wherever they lie.
struct ESCO: Adapter {
  static let manifest = AdapterManifest(
    id: "ESCO", version: "1.0.0",
    summary: "the CSV release of ESCO: occupations, skills, their groups and relations (CSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "esco-release", mediaTypes: ["text/csv"], filePatterns: ["*.csv"])
    ], readsTogether: true)

  func identify(_ source: Source) -> Int {
    source.tableSample().flatMap(ReleaseFile.Content.init) == nil ? 0 : 95
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let release = try Release(source, graph: graph)
    let framework = release.framework
    try graph.add(.framework(framework), at: release.position)
    try graph.add(.document(release.document), at: release.position)

    let catalogue = Catalogue(framework: framework.name)
    for file in release.conceptFiles {
      let reader = try ConceptReader(file, others: release.translations(of: file), graph: graph)
      try reader.read(into: catalogue)
    }
    try Collections(release, graph: graph).state(catalogue)
    try catalogue.stateGroups(into: graph)
    for file in release.relationFiles {
      try RelationReader(file, catalogue, graph: graph).read()
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_ESCO")
public func passerelleAdapterESCO() -> UnsafeRawPointer { AdapterModule.export(ESCO()) }
