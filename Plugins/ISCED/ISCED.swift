import PasserelleKit

/// Reads the code lists of ISCED: levels of 2011 and of 1997, fields of 2013.
///
/// The three are different classifications: a bare "ISCED 6" is a bachelor in one of them, a
/// doctorate in another.
struct ISCED: Adapter {
  static let manifest = AdapterManifest(
    id: "ISCED", version: "1.0.0",
    summary: "the code lists of ISCED: levels 2011 and 1997, fields 2013 (CSV, TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "isced-code-list", mediaTypes: ["text/csv", "text/tab-separated-values"],
        filePatterns: ["*.csv", "*.tsv"])
    ])

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    if let name = table.preamble?.child("framework") {
      return Edition.named(name.text) == nil ? 0 : 100
    }
    return Edition.recognised(in: table, named: source.main.name) == nil ? 0 : 70
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let head = try TableHead(
      of: table, in: source.main, keys: Classification.headKeys, graph: graph)
    let name = head.node?.child("framework")
    let edition =
      if let name { Edition.named(name.text) } else {
        source.tableSample().flatMap { Edition.recognised(in: $0, named: source.main.name) }
      }
    guard let edition else {
      throw .error(
        .unknownEdition, at: name?.position ?? table.headerPosition,
        "this is not an ISCED classification that the adapter knows",
        hint: "it knows \(Edition.all.map { "'\($0.framework.name)'" }.joined(separator: ", "))")
    }
    try edition.read(table, head: head, into: graph)
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_ISCED")
public func passerelleAdapterISCED() -> UnsafeRawPointer { AdapterModule.export(ISCED()) }
