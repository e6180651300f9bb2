import PasserelleKit

/// Reads the decisions that a recognition body has taken: one row a case.
///
/// The columns are `from` and `to` (identifiers), `outcome`, and as far as they are there `date`,
/// `purpose`, `conditions`, `compensation`, `reference`, `note` and `source`. Who decided stands in the
/// head. No column holds a person's name, and a column that is not known is refused: what must not be
/// stored is not read.
struct Decisions: Adapter {
  static let manifest = AdapterManifest(
    id: "Decisions", version: "1.0.0",
    summary: "a recognition body's own decisions, one case per row (CSV, TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "decisions", mediaTypes: ["text/csv", "text/tab-separated-values"],
        filePatterns: ["*.csv", "*.tsv"])
    ])

  private static let required = ["from", "to", "outcome"]
  private static let optional = [
    "date", "purpose", "conditions", "compensation", "reference", "note", "source",
  ]

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    return table.hasColumns(Self.required) ? 95 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    try checkColumns(of: table)
    let head = try TableHead(
      of: table, in: source.main,
      keys: ["id", "title", "from", "to", "parties", "licence"], graph: graph)
    let agreement = try agreement(head, of: table)
    try graph.add(.agreement(agreement), at: table.headerPosition)
    try head.scope.addDocuments()
    let columns = try DecisionColumns(of: table)
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      var link = try columns.link(of: row, head: head)
      link.parties = agreement.parties
      try graph.add(.link(link), at: row.position(columns.from))
    }
    try head.scope.addNotes(of: head.node, about: Identifier(agreement.name))
  }

  private func agreement(_ head: TableHead, of table: Table) throws(Diagnostic) -> Agreement {
    guard let node = head.node else {
      throw .error(
        .missingHead, at: table.headerPosition, "nothing says whose decisions these are",
        hint: "begin the file with comment lines: '# id: …', '# title: {en: …}', '# parties: …'")
    }
    var agreement = Agreement(
      name: try node.require("id").value(), kind: .precedents, title: try node.localized("title"))
    for party in node.all("parties") { agreement.parties.append(try party.scalar()) }
    for country in node.all("from") { agreement.from.append(try country.value()) }
    for country in node.all("to") { agreement.to.append(try country.value()) }
    agreement.licence = try node.text("licence")
    agreement.source = head.source
    return agreement
  }

  private func checkColumns(of table: Table) throws(Diagnostic) {
    let known = Self.required + Self.optional
    for name in table.header where !known.contains(name.lowercased()) {
      throw .error(
        .unknownColumn, at: table.headerPosition,
        "the column '\(name.prefix(60).printable)' is not known",
        hint: "the columns are \(known.joined(separator: ", ")); personal data does not belong here"
      )
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Decisions")
public func passerelleAdapterDecisions() -> UnsafeRawPointer {
  AdapterModule.export(Decisions())
}
