internal import GRDB
internal import GRDBSQLite

/// A prepared question that is asked again and again, and whose rows are read where SQLite has them.
///
/// A large publication has a million rows; to keep each of their values takes longer than to find it.
final class RowReader {
  private let statement: SQLiteStatement

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.interrupted }
    var statement: SQLiteStatement?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: String(cString: sqlite3_errmsg(connection)),
        sql: sql)
    }
    self.statement = statement
  }

  deinit {
    sqlite3_finalize(statement)
  }

  /// Asks anew, for some numbers.
  func ask(_ first: Int64? = nil, _ second: Int64? = nil, _ third: Int64? = nil) {
    sqlite3_reset(statement)
    for (index, number) in zip(Int32(1)..., [first, second, third]) {
      if let number { sqlite3_bind_int64(statement, index, number) }
    }
  }

  /// Goes to the next row; `false` if there is none, after which nothing is held open.
  func next() throws -> Bool {
    guard try statement.step() else {
      sqlite3_reset(statement)
      return false
    }
    return true
  }

  /// How many columns a row has.
  var count: Int32 { sqlite3_column_count(statement) }

  /// What a column of the row holds.
  enum Kind {
    case nothing, number, text, other
  }

  func kind(of column: Int32) -> Kind {
    switch sqlite3_column_type(statement, column) {
    case SQLITE_NULL: .nothing
    case SQLITE_INTEGER: .number
    case SQLITE_TEXT: .text
    default: .other
    }
  }

  func isNull(_ column: Int32) -> Bool { kind(of: column) == .nothing }

  func number(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }

  func text(_ column: Int32) -> String { String(decoding: bytes(column), as: UTF8.self) }

  /// The bytes of a text, until the next row.
  func bytes(_ column: Int32) -> UnsafeBufferPointer<UInt8> { statement.bytes(at: column) }

  func value(_ column: Int32) -> DatabaseValue { statement.value(at: column) }
}
