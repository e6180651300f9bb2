import PasserelleKit

/// Reads a table of the export that says what records are linked to: occupations, fields, or the
/// records that they took the place of.
struct LinkTable {
  /// What a table of the export links records to.
  private struct Theme {
    var name: String
    var codeColumn: String
    var labelColumn: String
    var relation: Relation
    var framework: FrameworkName
  }

  private static let themes = [
    Theme(
      name: "fr-rncp-rome", codeColumn: "Codes_Rome_Code", labelColumn: "Codes_Rome_Libelle",
      relation: .preparesFor, framework: FrameworkName(series: "fr-rome")),
    Theme(
      name: "fr-rncp-nsf", codeColumn: "Nsf_Code", labelColumn: "Nsf_Intitule",
      relation: .inField, framework: FrameworkName(series: "fr-nsf")),
    Theme(
      name: "fr-rncp-formacode", codeColumn: "Formacode_Code", labelColumn: "Formacode_Libelle",
      relation: .inField, framework: FrameworkName(series: "fr-formacode")),
  ]

  private let table: Table
  private let graph: GraphWriter

  init(_ table: Table, graph: GraphWriter) {
    self.table = table
    self.graph = graph
  }

  func read(restingOn documents: [Document]) throws(Diagnostic) {
    if let theme = Self.themes.first(where: { table.optionalColumn($0.codeColumn) != nil }) {
      try open(theme.name, restingOn: documents)
      try readCodes(theme, source: documents.first?.key)
    } else if let old = table.optionalColumn("Ancienne_Certification"),
      let new = table.optionalColumn("Nouvelle_Certification")
    {
      try open("fr-rncp-succession", restingOn: documents)
      try readSuccession(old, new, source: documents.first?.key)
    } else {
      throw .error(
        .unknownTable, at: table.headerPosition,
        "this is not a table of the export that the adapter reads",
        hint:
          "it reads records, ROME, NSF, Formacode, and old and new records; the feed in "
          + "XML has everything")
    }
  }

  private func open(_ name: String, restingOn documents: [Document]) throws(Diagnostic) {
    var set = MappingSet(
      name: FrameworkName(series: name), title: .english("RNCP: \(name.dropFirst(8))"))
    set.source = documents.first?.key
    set.isOpen = true
    try graph.add(.mappings(set), at: table.headerPosition)
    for document in documents { try graph.add(.document(document), at: table.headerPosition) }
  }

  private func readCodes(_ theme: Theme, source: String?) throws(Diagnostic) {
    let (code, label) = (
      try table.column(theme.codeColumn), table.optionalColumn(theme.labelColumn)
    )
    try forEachRecord { row, id throws(Diagnostic) in
      guard let code = try row.value(code, as: Code.self) else { return }
      var link = Link(
        from: id, theme.relation, to: Identifier(theme.framework, code), source: source)
      if let label = row.text(label) { link.note = .french(label) }
      try graph.add(.link(link), at: row.position)
    }
  }

  private func readSuccession(
    _ old: Table.Column, _ new: Table.Column, source: String?
  ) throws(Diagnostic) {
    try forEachRecord { row, id throws(Diagnostic) in
      if let old = row.text(old).flatMap(Repertoire.identifier) {
        try graph.add(
          .link(Link(from: id, .supersedes, to: old, source: source)), at: row.position)
      }
      if let new = row.text(new).flatMap(Repertoire.identifier) {
        try graph.add(
          .link(Link(from: new, .supersedes, to: id, source: source)), at: row.position)
      }
    }
  }

  private func forEachRecord(
    _ body: (TableRow, Identifier) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let number = try table.column("Numero_Fiche")
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      guard let id = Repertoire.identifier(row.text(number) ?? "") else {
        throw .error(
          .badNumber, at: row.position(number),
          "'\(row[number].prefix(60).printable)' is not a record number",
          hint: "it is written as RNCP34762 or RS5000")
      }
      try body(row, id)
    }
  }
}
