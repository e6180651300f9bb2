internal import GRDB
internal import GRDBSQLite
internal import PasserelleModel

/// A prepared statement that writes rows, one after the other, with nothing between it and SQLite.
///
/// GRDB's own statements box each value; for a million rows that takes longer than SQLite does. A value
/// that is the same as in the row before, as the publication is, stays bound.
final class RowStatement {
  private let statement: OpaquePointer
  private let connection: OpaquePointer
  // Memory of its own: an array in a class is looked after at each access, ten times a row.
  /// The number that is bound to each parameter; nothing where it is no number.
  private let numbers: UnsafeMutableBufferPointer<Int64?>
  /// Where the constant text starts that is bound to each parameter.
  private let constants: UnsafeMutableBufferPointer<UnsafePointer<UInt8>?>

  init(_ db: Database, _ sql: String) throws {
    guard let connection = db.sqliteConnection else { throw StoreError.interrupted }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else { throw Self.error(code, connection) }
    (self.statement, self.connection) = (statement, connection)
    let count = Int(sqlite3_bind_parameter_count(statement)) + 1
    numbers = .allocate(capacity: count)
    numbers.initialize(repeating: nil)
    constants = .allocate(capacity: count)
    constants.initialize(repeating: nil)
  }

  /// A statement that writes rows of a table, all of whose columns are bound to the values of a record.
  convenience init<Record>(
    _ db: Database, _ table: StoredTable<Record, RowPlace>, of record: Record
  ) throws {
    try self.init(db, table.insertion)
    let values = table.row(of: record, at: RowPlace(publication: 0))
    for (index, value) in zip(Int32(1)..., values) {
      switch value?.databaseValue.storage {
      case .int64(let number): bind(number, at: index)
      case .string(let text): bind(copyOf: text, at: index)
      case .null, nil: continue
      case .double, .blob:
        preconditionFailure("a column of '\(table.name)' is no number and no text")
      }
    }
  }

  deinit {
    sqlite3_finalize(statement)
    numbers.deallocate()
    constants.deallocate()
  }

  func bind(_ number: Int64?, at index: Int32) {
    guard number != numbers[Int(index)] else { return }
    numbers[Int(index)] = number
    if let number {
      sqlite3_bind_int64(statement, index, number)
    } else {
      sqlite3_bind_null(statement, index)
    }
  }

  func bind(_ number: Int, at index: Int32) { bind(Int64(number), at: index) }

  /// Binds a text; its bytes must stay until the row is written.
  func bind(_ text: PlainStatement.Text, at index: Int32) {
    constants[Int(index)] = nil
    let start = UnsafeRawPointer(text.baseAddress)?.assumingMemoryBound(to: CChar.self)
    if let start {
      sqlite3_bind_text(statement, index, start, Int32(text.count), nil)
    } else {
      sqlite3_bind_text(statement, index, "", 0, nil)
    }
  }

  func bind(_ text: StaticString, at index: Int32) {
    bind(
      constant: PlainStatement.Text(start: text.utf8Start, count: text.utf8CodeUnitCount), at: index
    )
  }

  /// Binds a text whose bytes stay as long as the statement.
  func bind(constant text: PlainStatement.Text, at index: Int32) {
    guard constants[Int(index)] != text.baseAddress || text.baseAddress == nil else { return }
    bind(text, at: index)
    constants[Int(index)] = text.baseAddress
  }

  func bind(_ text: PlainStatement.Text?, orNothingAt index: Int32) {
    if let text { bind(text, at: index) } else { sqlite3_bind_null(statement, index) }
  }

  /// Binds a text by a copy.
  func bind(copyOf text: String, at index: Int32) {
    constants[Int(index)] = nil
    let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(statement, index, text, -1, transient)
  }

  /// Writes the row, and returns how many rows there are more.
  @discardableResult
  func run() throws -> Bool {
    let code = sqlite3_step(statement)
    sqlite3_reset(statement)
    guard code == SQLITE_DONE else { throw Self.error(code, connection) }
    return sqlite3_changes(connection) > 0
  }

  /// Asks for one number; nothing where there is no row.
  func number() throws -> Int64? {
    let code = sqlite3_step(statement)
    defer { sqlite3_reset(statement) }
    switch code {
    case SQLITE_ROW: return sqlite3_column_int64(statement, 0)
    case SQLITE_DONE: return nil
    default: throw Self.error(code, connection)
    }
  }

  /// Takes four numbers of each row.
  func forEachRow(_ body: (Int, Int64, Int64, Int64) -> Void) throws {
    defer { sqlite3_reset(statement) }
    while true {
      let code = sqlite3_step(statement)
      guard code == SQLITE_ROW else {
        guard code == SQLITE_DONE else { throw Self.error(code, connection) }
        return
      }
      body(
        Int(sqlite3_column_int64(statement, 0)), sqlite3_column_int64(statement, 1),
        sqlite3_column_int64(statement, 2), sqlite3_column_int64(statement, 3))
    }
  }

  /// The number of the row that was written last.
  var rowID: Int64 { sqlite3_last_insert_rowid(connection) }

  private static func error(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)))
  }
}
