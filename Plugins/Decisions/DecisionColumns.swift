import PasserelleKit

/// The columns of a table of decisions.
struct DecisionColumns {
  let from: Table.Column
  private let to: Table.Column
  private let outcome: Table.Column
  private let date: Table.Column?
  private let purpose: Table.Column?
  private let conditions: Table.Column?
  private let compensation: Table.Column?
  private let reference: Table.Column?
  private let note: Table.Column?
  private let source: Table.Column?

  init(of table: Table) throws(Diagnostic) {
    from = try table.column("from")
    to = try table.column("to")
    outcome = try table.column("outcome")
    date = table.optionalColumn("date")
    purpose = table.optionalColumn("purpose")
    conditions = table.optionalColumn("conditions")
    compensation = table.optionalColumn("compensation")
    reference = table.optionalColumn("reference")
    note = table.optionalColumn("note")
    source = table.optionalColumn("source")
  }

  /// The decision of a row.
  func link(of row: TableRow, head: TableHead) throws(Diagnostic) -> Link {
    var link = Link(from: try row.require(from), .precedent, to: try row.require(to))
    link.outcome = try row.require(outcome)
    link.date = try row.value(date)
    if let purpose: Purpose = try row.value(purpose) { link.purposes = [purpose] }
    link.conditions = list(row, conditions)
    link.compensation = list(row, compensation)
    let remarks = [row.text(reference).map { "case \($0)" }, row.text(note)].compactMap { $0 }
    if !remarks.isEmpty { link.note = .english(remarks.joined(separator: "; ")) }
    link.source = head.source
    if let source, let key = row.text(source) {
      link.source = try head.scope.declared(key, at: row.position(source))
    }
    return link
  }

  /// Several values in one field are parted by semicolons.
  private func list(_ row: TableRow, _ column: Table.Column?) -> [String] {
    (row.text(column) ?? "").split(separator: ";").map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }
}
