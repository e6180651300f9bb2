internal import GRDB

/// A row of a result, whose columns are found by their names at once.
///
/// A copied row of GRDB looks through all its columns for each name, in either case of letters.
struct StoredRow {
  private let columns: [String: Int]
  private let values: [DatabaseValue]

  fileprivate init(columns: [String: Int], values: [DatabaseValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column; `nil` for a null, if the type is optional.
  ///
  /// To ask for a column that the query has not selected is a mistake of the program, and ends it: the
  /// value would be lost without a word.
  subscript<Value: DatabaseValueConvertible>(name: String) -> Value {
    guard let index = columns[name] else {
      preconditionFailure("the query selects no column '\(name)'")
    }
    guard let value = Value.fromDatabaseValue(values[index]) else {
      preconditionFailure("the column '\(name)' is null, or of another type")
    }
    return value
  }
}

extension StoredRow {
  /// All rows of a query.
  static func fetchAll(
    _ db: Database, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> [StoredRow] {
    try fetchAll(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// All rows of a statement.
  static func fetchAll(
    _ statement: GRDB.Statement, arguments: StatementArguments = StatementArguments()
  ) throws -> [StoredRow] {
    var rows: [StoredRow] = []
    let cursor = try StoredRowCursor(statement, arguments: arguments)
    while let row = try cursor.next() { rows.append(row) }
    return rows
  }

  /// The first row of a query.
  static func fetchOne(
    _ db: Database, sql: String, arguments: StatementArguments = StatementArguments()
  ) throws -> StoredRow? {
    try fetchOne(db.makeStatement(sql: sql), arguments: arguments)
  }

  /// The first row of a statement.
  static func fetchOne(
    _ statement: GRDB.Statement, arguments: StatementArguments = StatementArguments()
  ) throws -> StoredRow? {
    try StoredRowCursor(statement, arguments: arguments).next()
  }
}

/// The rows of a statement, one at a time.
struct StoredRowCursor {
  private let cursor: RowCursor
  private let columns: [String: Int]

  init(
    _ statement: GRDB.Statement, arguments: StatementArguments = StatementArguments()
  ) throws {
    columns = Dictionary(
      zip(statement.columnNames, 0...), uniquingKeysWith: { first, _ in first })
    cursor = try Row.fetchCursor(statement, arguments: arguments)
  }

  func next() throws -> StoredRow? {
    try cursor.next().map { StoredRow(columns: columns, values: Array($0.databaseValues)) }
  }
}
