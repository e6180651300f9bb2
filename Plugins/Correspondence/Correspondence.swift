import PasserelleKit

/// Reads correspondence tables between two classifications: one row a pair of codes.
///
/// The columns of codes are named after their classification (`ISCO-88 code`, `ISCO 08 Code`). A
/// column of parts (`ISCO-08 part`) marks with `p` that only a part of that code is meant. A table may
/// say itself how its codes stand to each other (`Relation`), and what each row rests on (`Source`).
struct Correspondence: Adapter {
  static let manifest = AdapterManifest(
    id: "Correspondence", version: "1.0.0",
    summary: "correspondence tables between two classifications (CSV, TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "correspondence-table", mediaTypes: ["text/csv", "text/tab-separated-values"],
        filePatterns: ["*.csv", "*.tsv"])
    ])

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    if table.preamble?.child("from") != nil, let layout = MapLayout(table.preamble) {
      // Beside a table it may be a copy that does not fit; its reader then says why.
      return layout.fits(table, named: source.main.name) ? 100 : 60
    }
    let hasCodes = CorrespondenceColumns.codes(of: table).count == 2
    guard let head = table.preamble, head.child("from") != nil, head.child("to") != nil else {
      return hasCodes ? 90 : 0
    }
    // Other tables say whence and whither as well: a body's decisions, of a country and for one.
    return hasCodes || head.child("columns") != nil ? 100 : 60
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let head = try TableHead(
      of: table, in: source.main,
      keys: [
        "id", "title", "from", "to", "licence", "columns", "empty", "marks", "relation", "pad",
      ],
      graph: graph)
    let columns = try CorrespondenceColumns(of: table, head: head.node, graph: graph)
    let name = FrameworkName(series: "\(columns.from.framework)-\(columns.to.framework)")
    var mappings = MappingSet(
      name: try head.node?.value("id") ?? name,
      title: try head.node?.localized("title")
        ?? .english("Correspondence between \(columns.from.framework) and \(columns.to.framework)"),
      from: columns.from.framework, to: columns.to.framework)
    mappings.source = head.source
    // Who published the table had not our frameworks before him.
    mappings.isOpen = true
    mappings.licence = try head.node?.text("licence")
    try graph.add(.mappings(mappings), at: table.headerPosition)
    try head.scope.addDocuments()
    let pairs = try Pair.all(in: table, columns, graph: graph)
    for pair in pairs {
      _ = try graph.attempt { () throws(Diagnostic) in
        var link = Link(from: pair.from.id, pair.relation, to: pair.to.id, source: head.source)
        (link.fromURI, link.toURI) = (pair.from.uri, pair.to.uri)
        if let source = pair.source {
          link.source = try head.scope.declared(source.key, at: source.position)
        }
        link.confidence = pair.confidence
        link.note = pair.note
        try graph.add(.link(link), at: pair.position)
      }
    }
    try head.scope.addNotes(of: head.node, about: Identifier(mappings.name))
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Correspondence")
public func passerelleAdapterCorrespondence() -> UnsafeRawPointer {
  AdapterModule.export(Correspondence())
}
