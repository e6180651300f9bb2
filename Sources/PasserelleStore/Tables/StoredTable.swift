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
  /// The columns that a record is given, by their places, and how.
  private let readings: [(column: Int, read: @Sendable (inout Record, DatabaseValue) -> Void)]

  /// Names the columns of a table, and what happens to a row that is there already: `OR IGNORE`.
  init(_ name: String, onConflict conflict: String = "", _ columns: [StoredColumn<Record, Place>]) {
    self.name = name
    self.columns = columns
    insertion = """
      INSERT \(conflict) INTO \(name) (\(columns.map { "\"\($0.name)\"" }.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      """
    selection = columns.map { "\(name).\"\($0.name)\"" }.joined(separator: ", ")
    readings = columns.enumerated().compactMap { index, column in
      guard case .record(let value) = column.origin else { return nil }
      return value.read.map { (index, $0) }
    }
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

  /// Gives a record, which says nothing of it yet, what its row says.
  func read(_ row: StoredRow, into record: inout Record) {
    for (column, read) in readings {
      let value = row.value(of: columns[column].name)
      if !value.isNull { read(&record, value) }
    }
  }

  /// Gives a record, which says nothing of it yet, what a row says that begins with the columns.
  func read(_ row: RowReader, into record: inout Record) {
    for (column, read) in readings {
      let column = Int32(column)
      if !row.isNull(column) { read(&record, row.value(column)) }
    }
  }

  /// The place of a column in `selection`; found once, before the first row.
  func place(_ name: String) -> Int32 { parameter(name) - 1 }

  /// The parameter of `insertion` that a column is; found once, before the first row.
  func parameter(_ name: String) -> Int32 {
    guard let index = columns.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("the table '\(self.name)' has no column '\(name)'")
    }
    return Int32(index + 1)
  }
}
