internal import GRDB

/// The columns of a table, named once: what is written, read and hashed is made from this list.
///
/// A new column takes a migration and one line here.
struct StoredTable<Record, Place>: Sendable {
  let name: String
  let columns: [StoredColumn<Record, Place>]
  /// The statement that writes a row; its parameters are the columns in their order.
  let insertion: String
  /// The columns as a query selects them.
  let selection: String
  /// The columns as the content hash takes them, each by names rather than row numbers.
  let content: String

  /// Names the columns of a table, and what happens to a row that is there already: `OR IGNORE`.
  init(_ name: String, onConflict conflict: String = "", _ columns: [StoredColumn<Record, Place>]) {
    self.name = name
    self.columns = columns
    insertion = """
      INSERT \(conflict) INTO \(name) (\(columns.map { "\"\($0.name)\"" }.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    selection = columns.map { "\(name).\"\($0.name)\"" }.joined(separator: ", ")
    content = columns.compactMap { column in
      switch column.content {
      case .value: "\(name).\"\(column.name)\""
      case .name(let sql): sql
      case .nothing: nil
      }
    }.joined(separator: ", ")
  }

  /// The values of a row, in the order of the columns.
  func row(of record: Record, at place: Place) -> [(any DatabaseValueConvertible)?] {
    columns.map { $0.write(record, at: place) }
  }

  /// Writes a row.
  func insert(_ record: Record, at place: Place, into db: Database) throws {
    try db.cachedStatement(sql: insertion)
      .execute(arguments: StatementArguments(row(of: record, at: place)))
  }

  /// Gives a record what its row says.
  func read(_ row: StoredRow, into record: inout Record) {
    for column in columns {
      if case .record(let value) = column.origin { value.read(&record, row, column.name) }
    }
  }

  /// The parameter of `insertion` that a column is; found once, before the first row.
  func parameter(_ name: String) -> Int32 {
    guard let index = columns.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("the table '\(self.name)' has no column '\(name)'")
    }
    return Int32(index + 1)
  }
}
