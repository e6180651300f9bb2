import PasserelleKit

/// Reads lists of levels: a table with the columns `level`, `title` and `eqf`, the lowest level first.
///
/// Comment lines before the table say which framework it is, and who published the list.
struct NewAdapter: Adapter {
  static let manifest = AdapterManifest(
    id: "NewAdapter", version: "0.1.0",
    summary: "lists of levels, and the levels of the EQF that they are referenced to (CSV)",
    licence: "NOASSERTION", author: "the authors of NewAdapter",
    dialects: [
      AdapterManifest.Dialect(
        name: "new-adapter-levels", mediaTypes: ["text/csv"], filePatterns: ["*.csv"])
    ])

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    return table.hasColumns(["level", "title", "eqf"]) ? 90 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let head = try ListHead(of: table, in: source.main, graph: graph)
    try graph.add(.framework(head.framework), at: head.position)
    try graph.add(.document(head.document), at: head.position)

    let (level, title) = (try table.column("level"), try table.column("title"))
    let eqf = try table.column("eqf")
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      let id = Identifier(head.framework.name, try row.require(level))
      guard let text = row.text(title) else {
        throw .error(
          .missingTitle, at: row.position(title), "the level '\(id)' has no title",
          hint: "write the title that the authority gives it")
      }
      var concept = Concept(id: id, kind: .level, title: .english(text))
      concept.source = head.document.key
      try graph.add(.concept(concept), at: row.position(level))

      guard let target = try Self.reference(of: row, eqf) else { return }
      let link = Link(from: id, .referencedTo, to: target, source: head.document.key)
      try graph.add(.link(link), at: row.position(eqf))
    }
  }

  /// The level of the EQF that a row names; nothing where the field is empty.
  private static func reference(
    of row: TableRow, _ column: Table.Column
  ) throws(Diagnostic) -> Identifier? {
    guard let code = try row.value(column, as: Code.self) else { return nil }
    guard (1...8).contains(Int(code.description) ?? 0) else {
      throw .error(
        .badEQFLevel, at: row.position(column),
        "'\(code.description.prefix(20).printable)' is not a level of the EQF",
        hint: "its levels are 1 to 8; leave the field empty if there is none")
    }
    return Identifier(FrameworkName(series: "eqf"), code)
  }
}

/// The kinds of problems that only this adapter finds; the Kit has those that adapters share.
extension Diagnostic.ID {
  static let badEQFLevel: Self = "bad-eqf-level"
}

/// The entry point of the module: the host looks for a function of this name.
@_cdecl("passerelle_adapter_NewAdapter")
public func passerelleAdapterNewAdapter() -> UnsafeRawPointer { AdapterModule.export(NewAdapter()) }
