import PasserelleKit

/// The rows of a table, one after the other, each for the row of another table that it belongs to.
///
/// The other table is read at the same time, and both are in one order: this is why no table has to be
/// held.
final class Rows {
  let kind: BundleTable
  let table: Table
  private let owner: Table.Column
  private let position: Table.Column?
  private let role: Table.Column?
  let graph: GraphWriter
  /// The place of each owner, if all owners are known.
  private let order: [String: Int]?
  /// The row that comes next.
  private var next: TableRow?
  /// Words of roles that are not known here.
  private var unknown = Tally()

  /// Opens the rows of a table.
  ///
  /// - Parameters:
  ///   - kind: Which table it is.
  ///   - table: The table.
  ///   - order: The place of each owner, if all owners are known.
  ///   - graph: Where problems are reported.
  /// - Throws: The problem that cannot be read past.
  init(
    _ kind: BundleTable, _ table: Table, in order: [String: Int]? = nil, graph: GraphWriter
  ) throws(Diagnostic) {
    (self.kind, self.table, self.order, self.graph) = (kind, table, order, graph)
    owner = try table.column(kind.owner)
    position = table.optionalColumn("position")
    role = table.optionalColumn("role")
    next = try table.nextRow(reportingTo: graph)
    if role != nil {
      table.tellUnknown(besides: kind.needed + ["position", "language"], to: graph)
    }
  }

  /// Calls the body with each of the rows that come next and belong to the owner.
  ///
  /// - Parameters:
  ///   - name: The owner.
  ///   - body: Takes each row.
  /// - Throws: What the body throws, and a diagnostic if a row is not where it belongs.
  func forEach(
    of name: String, _ body: (TableRow) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    var last: [String: Int] = [:]
    while let row = next, row[owner] == name {
      try check(row, after: &last)
      try body(row)
      next = try table.nextRow(reportingTo: graph)
    }
    guard let order, let row = next else { return }
    guard let place = order[row[owner]] else { throw foreign(row) }
    if let current = order[name], place <= current { throw misplaced(row) }
  }

  /// Counts a word whose role is not known here.
  func passOver(_ role: String, in row: TableRow) {
    unknown.count("words of the role '\(role.prefix(60).printable)'", at: row.position)
  }

  /// Says what was passed over, and sees to it that no row is left.
  func finish() throws(Diagnostic) {
    unknown.report(to: graph, hint: "a newer Passerelle may know the role")
    if let problem = leftOver { throw problem }
  }

  /// What is wrong with the row that comes next, if it should have been read by now.
  var leftOver: Diagnostic? {
    next.map { row in
      .error(
        .bundleOrder, at: row.position(owner),
        "the \(kind.owner) '\(row[owner].prefix(60).printable)' is not in '\(kind.ownerTable.file)', "
          + "or not in this place of the order there",
        hint: Self.hint)
    }
  }

  /// Sees to it that what is numbered comes in the order of its numbers.
  private func check(_ row: TableRow, after last: inout [String: Int]) throws(Diagnostic) {
    guard let position, let text = row.text(position) else { return }
    guard let number = Int(text) else {
      throw .error(
        .badNumber, at: row.position(position), "'\(text.prefix(60).printable)' is not a number")
    }
    let role = row.text(role) ?? ""
    if let before = last.updateValue(number, forKey: role), before >= number {
      throw .error(
        .bundleOrder, at: row.position(position), "position \(number) comes after \(before)",
        hint: Self.hint)
    }
  }

  private func foreign(_ row: TableRow) -> Diagnostic {
    .error(
      .danglingRow, at: row.position(owner),
      "'\(kind.ownerTable.file)' has no '\(row[owner].prefix(60).printable)'",
      hint: "the tables of a bundle belong together; export them again")
  }

  private func misplaced(_ row: TableRow) -> Diagnostic {
    .error(
      .bundleOrder, at: row.position(owner),
      "'\(row[owner].prefix(60).printable)' comes earlier in '\(kind.ownerTable.file)'",
      hint: Self.hint)
  }

  private static let hint =
    "keep the rows of all tables in the order of the export: what belongs together is read together"
}
