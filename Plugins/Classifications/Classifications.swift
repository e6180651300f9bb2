import PasserelleKit

/// Reads any classification in a table whose head says what it is and which column is what.
///
/// A new classification needs a few lines of YAML, and no code.
struct Classifications: Adapter {
  static let manifest = AdapterManifest(
    id: "Classifications", version: "1.0.0",
    summary: "any classification in a table, with a map of its columns (CSV, TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "mapped-classification", mediaTypes: ["text/csv", "text/tab-separated-values"],
        filePatterns: ["*.csv", "*.tsv"])
    ])

  func identify(_ source: Source) -> Int {
    let table = source.tableSample()
    let head = table?.preamble
    if let table, head?.child("framework") != nil, let layout = MapLayout(head) {
      // Beside a table it may be a copy that does not fit; its reader then says why.
      return layout.fits(table, named: source.main.name) ? 100 : 60
    }
    if head?.child("columns") != nil, head?.child("framework")?.kind == .mapping { return 100 }
    // Nobody else may want the table; then its reader can say what is wrong with it, or is missing.
    return source.main.isNamed(".csv", ".tsv") ? 1 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let head = try TableHead(
      of: table, in: source.main,
      keys: [
        "framework", "licence", "columns", "tiers", "fill", "pad", "codes", "digits", "agree",
        "empty", "separators", "marks",
        "concepts",
      ], graph: graph)
    guard let node = head.node else {
      throw .error(
        .missingHead, at: table.headerPosition, "nothing says which classification this is",
        hint: "begin the file with comment lines: '# framework: {id: …}', '# columns: {code: …}'")
    }
    // Each part of the head by itself, so that a mistake in one hides none in another.
    func read<Part>(_ part: () throws(Diagnostic) -> Part) throws(Diagnostic) -> Part? {
      try graph.attempt(part)
    }
    let framework = try read { () throws(Diagnostic) in
      var framework = try node.require("framework").framework(to: graph)
      if framework.licence == nil { framework.licence = try node.text("licence") }
      // Columns may name codes of frameworks that are not here.
      framework.isOpen = true
      return framework
    }
    let kind = try read { () throws(Diagnostic) in
      try node.value("concepts") ?? framework?.kind.usualConcepts
    }
    let map = try read { () throws(Diagnostic) in try ColumnMap(node, of: table, graph: graph) }
    let scheme = try read { () throws(Diagnostic) in try CodeScheme(node, graph: graph) }
    let marks = try read { () throws(Diagnostic) in try FootnoteMarks(node) }
    guard let framework, let kind = kind ?? nil, let map, let scheme, let marks else { return }
    var rows = MappedRows(map: map, scheme: scheme, marks: marks, in: table, graph: graph)
    try rows.read(table)
    try rows.list.state(framework, of: kind, head: head, table) { _ in true }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Classifications")
public func passerelleAdapterClassifications() -> UnsafeRawPointer {
  AdapterModule.export(Classifications())
}
