import PasserelleKit

/// Reads the tables of the export: the records themselves, and what they are linked to.
struct ExportTable {
  let source: Source
  let graph: GraphWriter

  func read() throws(Diagnostic) {
    let table = try source.table()
    let head = try TableHead(of: table, in: source.main, keys: ["licence"], graph: graph)
    let documents =
      head.node == nil ? [Repertoire.document(of: source.main)] : head.scope.documents
    if table.optionalColumn("Intitule") != nil {
      try readRecords(header: table.headerPosition, restingOn: documents)
    } else {
      try LinkTable(table, graph: graph).read(restingOn: documents)
    }
  }

  /// The export has the records of both registers in one table; each register is stated whole.
  private func readRecords(
    header: SourcePosition, restingOn documents: [Document]
  ) throws(Diagnostic) {
    var strangers = Tally()
    var seen: Set<Repertoire> = []
    try forEachRecord(reportingTo: graph) { fiche throws(Diagnostic) in
      if let repertoire = Repertoire(number: fiche.number?.text ?? "") {
        seen.insert(repertoire)
      } else {
        strangers.count("a row without the number of a record", at: fiche.position)
      }
    }
    for repertoire in Repertoire.allCases where seen.contains(repertoire) {
      var register = try repertoire.open(restingOn: documents, at: header, into: graph)
      try forEachRecord(reportingTo: Self.said) { fiche throws(Diagnostic) in
        guard Repertoire(number: fiche.number?.text ?? "") == repertoire else { return }
        _ = try graph.attempt { () throws(Diagnostic) in try fiche.state(in: &register) }
      }
      register.finish()
    }
    strangers.report(to: graph)
  }

  /// Takes what is wrong with rows and has been said before.
  private static let said = GraphWriter(emit: { _, _ in true }, report: { _ in })

  private func forEachRecord(
    reportingTo graph: GraphWriter, _ body: (Fiche) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    let table = try source.table()
    let columns = FicheColumns(of: table)
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      try body(columns.fiche(of: row))
    }
  }
}

/// The columns of the table of records.
private struct FicheColumns {
  private let table: Table
  private let others: [(name: String, column: Table.Column)]

  private static let read: Set = [
    "numero_fiche", "intitule", "abrege_libelle", "nomenclature_europe_niveau",
    "nomenclature_europe_intitule", "actif", "date_effet", "date_fin_enregistrement",
  ]

  init(of table: Table) {
    self.table = table
    others = table.header.compactMap { name in
      guard !Self.read.contains(name.lowercased()) else { return nil }
      return table.optionalColumn(name).map { (name, $0) }
    }
  }

  func fiche(of row: TableRow) -> Fiche {
    func text(_ name: String) -> Fiche.Text? {
      guard let column = table.optionalColumn(name), let text = row.text(column) else { return nil }
      return Fiche.Text(text: text, position: row.position(column))
    }
    var fiche = Fiche(at: row.position)
    fiche.number = text("Numero_Fiche")
    fiche.title = text("Intitule")
    fiche.kind = text("Abrege_Libelle")
    fiche.level = text("Nomenclature_Europe_Niveau")
    fiche.levelLabel = text("Nomenclature_Europe_Intitule")
    fiche.status = [text("Actif")?.text].compactMap(\.self)
    fiche.start = text("Date_Effet")
    fiche.end = text("Date_Fin_Enregistrement")
    fiche.others = others.compactMap { name, column in row.text(column).map { "\(name): \($0)" } }
    return fiche
  }
}
