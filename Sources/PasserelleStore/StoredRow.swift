internal import Foundation
internal import GRDB
internal import GRDBSQLite

/// A row of a result, whose columns are found by their names at once.
///
/// A copied row of GRDB looks through all its columns for each name, in either case of letters.
struct StoredRow {
  private let columns: ColumnNames
  private let values: [DatabaseValue]

  fileprivate init(columns: ColumnNames, values: [DatabaseValue]) {
    self.columns = columns
    self.values = values
  }

  /// The value of a column; `nil` for a null, if the type is optional.
  ///
  /// To ask for a column that the query has not selected is a mistake of the program, and ends it: the
  /// value would be lost without a word.
  subscript<Value: DatabaseValueConvertible>(name: String) -> Value {
    guard let value = Value.fromDatabaseValue(value(of: name)) else {
      preconditionFailure("the column '\(name)' is null, or of another type")
    }
    return value
  }

  /// The value of a column, as the store has it.
  func value(of name: String) -> DatabaseValue {
    guard let index = columns.index(of: name) else {
      preconditionFailure("the query selects no column '\(name)'")
    }
    return values[index]
  }
}

/// The names of the columns of a result, which all its rows share.
private final class ColumnNames {
  private let names: [String]
  /// The column after the one that was asked for last: most are asked for in their order.
  private var next = 0

  init(_ names: [String]) {
    self.names = names
  }

  /// The first column of a name.
  func index(of name: String) -> Int? {
    let index = next < names.count && names[next] == name ? next : names.firstIndex(of: name)
    if let index { next = index + 1 }
    return index
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
final class StoredRowCursor {
  private let statement: GRDB.Statement
  private let columns: ColumnNames
  private let count: Int32

  init(
    _ statement: GRDB.Statement, arguments: StatementArguments = StatementArguments()
  ) throws {
    try statement.setArguments(arguments)
    self.statement = statement
    columns = ColumnNames(statement.columnNames)
    count = sqlite3_column_count(statement.sqliteStatement)
  }

  deinit {
    sqlite3_reset(statement.sqliteStatement)
  }

  func next() throws -> StoredRow? {
    let pointer = statement.sqliteStatement
    guard try pointer.step() else { return nil }
    return StoredRow(columns: columns, values: (0..<count).map(pointer.value))
  }
}

extension SQLiteStatement {
  /// Goes to the next row; `false` if there is none.
  func step() throws -> Bool {
    let code = sqlite3_step(self)
    guard code != SQLITE_ROW else { return true }
    guard code == SQLITE_DONE else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(sqlite3_db_handle(self))),
        sql: sqlite3_sql(self).map { String(cString: $0) })
    }
    return false
  }

  /// The value of a column of the row.
  func value(at column: Int32) -> DatabaseValue {
    switch sqlite3_column_type(self, column) {
    case SQLITE_INTEGER: sqlite3_column_int64(self, column).databaseValue
    case SQLITE_TEXT: String(decoding: bytes(at: column), as: UTF8.self).databaseValue
    case SQLITE_FLOAT: sqlite3_column_double(self, column).databaseValue
    case SQLITE_BLOB: Data(bytes(at: column)).databaseValue
    default: .null
    }
  }

  /// The bytes of a text, until the next row.
  func bytes(at column: Int32) -> UnsafeBufferPointer<UInt8> {
    let start =
      sqlite3_column_type(self, column) == SQLITE_BLOB
      ? sqlite3_column_blob(self, column)?.assumingMemoryBound(to: UInt8.self)
      : sqlite3_column_text(self, column)
    return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(self, column)))
  }
}
