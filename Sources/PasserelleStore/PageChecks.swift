internal import CPages
internal import GRDB
internal import GRDBSQLite

/// Stores whose pages have checksums, so that damage is an error of reading and never another answer.
///
/// A new store has them, and so has every copy; a store of an earlier version goes on without.
enum PageChecks {
  /// Marks a file as ours, with checksums: "PasH" as a number.
  static let applicationID = Int(CPAGES_APPLICATION_ID)

  /// Sees to it that connections which are opened from now on check what they read.
  static func install() { _ = cpages_install() }

  /// Lets the pages of a database that is about to be made, or to be copied, end in room for a checksum.
  static func reserveRoom(in db: Database) {
    var bytes = Int32(CPAGES_TAIL)
    sqlite3_file_control(db.sqliteConnection, "main", SQLITE_FCNTL_RESERVE_BYTES, &bytes)
  }

  /// Makes a database that has nothing in it one whose pages have checksums.
  static func begin(in db: Database) throws {
    reserveRoom(in: db)
    try db.inTransaction(.immediate) {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      let known = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      if tables == 0, known == 0 { try mark(db) }
      return .commit
    }
  }

  /// Copies a database to a file, whose pages get checksums.
  static func copy(_ db: Database, to path: String) throws {
    reserveRoom(in: db)
    cpages_check_new(1)
    defer { cpages_check_new(0) }
    try db.execute(sql: "VACUUM INTO ?", arguments: [path])
  }

  /// Says of a database that its pages have checksums.
  static func mark(_ db: Database) throws {
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
  }
}
