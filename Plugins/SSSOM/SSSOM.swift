import PasserelleKit

/// Reads mapping sets in SSSOM's own form: a TSV table whose metadata stands in its comment lines, or
/// in a YAML file beside it.
struct SSSOM: Adapter {
  static let manifest = AdapterManifest(
    id: "SSSOM", version: "1.0.0",
    summary: "mapping sets in SSSOM, with embedded or external metadata (TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "sssom-tsv", mediaTypes: ["text/tab-separated-values"],
        filePatterns: ["*.sssom.tsv", "*.tsv", "*.csv"])
    ])

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    if table.preamble?.child("curie_map") != nil { return 100 }
    let slots = ["subject_id", "predicate_id", "object_id", "mapping_justification"]
    return slots.count { table.optionalColumn($0) != nil } >= 3 ? 95 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let prefixes = PrefixMap(table.preamble?.child("curie_map"), graph: graph)
    let metadata = SetMetadata(of: table, in: source.main, prefixes, graph: graph)
    let columns = MappingColumns(of: table, graph: graph)
    let ends = MappingEnds(of: source, prefixes, metadata.common)
    var mappings = metadata.mappings
    (mappings.from, mappings.to) = (ends.subjects.only, ends.objects.only)
    try graph.add(.mappings(mappings), at: table.headerPosition)
    try graph.add(.document(metadata.document), at: table.headerPosition)
    for (note, position) in metadata.notes { try graph.add(.note(note), at: position) }
    var reader = MappingReader(
      columns: columns, prefixes: prefixes, metadata: metadata, ends: ends, graph: graph)
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in try reader.read(row) }
    reader.passedOver.report(to: graph)
    prefixes.reportMissing(to: graph)
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_SSSOM")
public func passerelleAdapterSSSOM() -> UnsafeRawPointer { AdapterModule.export(SSSOM()) }
