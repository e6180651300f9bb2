internal import Foundation
internal import GRDB

/// The database that holds the graph.
///
/// All SQL of the project is in this module. Reading and writing go through values that live as long
/// as one transaction.
package struct CompetenceStore: Sendable {
  let queue: DatabaseQueue
  /// How long a program waits for another that writes: an import of a large register takes a minute.
  static let patience: TimeInterval = 120

  /// Opens the store at a path, and makes it where there is none.
  ///
  /// - Throws: `StoreError` where the file is no store, or was made by a newer Passerelle.
  package init(path: String) throws {
    var configuration = Self.configuration
    configuration.busyMode = .timeout(Self.patience)
    do {
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if try queue.read({ try Self.version(of: $0, at: path) }) != Schema.version {
        try Self.layOut(queue)
        try queue.inTransaction(.immediate) { db in
          try Schema.migrate(db)
          return .commit
        }
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Settles how the file is written, which it keeps.
  ///
  /// Large pages: an import writes fewer of them, and an answer reads few in any case. With a log of its
  /// own (WAL), readers of another process go on while this one writes, and a killed writer leaves
  /// nothing. Of two programs that make the store at once, SQLite refuses one without waiting, lest each
  /// wait for the other; so it tries again.
  private static func layOut(_ queue: DatabaseQueue) throws {
    let end = Date.now + patience
    while true {
      do {
        return try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA page_size = 16384")
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date.now < end {
        Thread.sleep(forTimeInterval: .random(in: 0.01...0.05))
      }
    }
  }

  /// How a store is opened: without watching foreign keys row by row, and with a cache for an import.
  ///
  /// An import makes what it refers to before it refers to it, and removing a publication names the
  /// tables it is in. The cache is large enough not to write a page twice, and takes what is used.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// Makes a store in memory, for tests and for checks.
  package init() throws {
    queue = try DatabaseQueue(configuration: Self.configuration)
    try queue.write { try Schema.migrate($0) }
  }

  /// Reads from one state of the store.
  package func read<Value>(_ body: (StoredGraph) throws -> Value) throws -> Value {
    try queue.read { try body(StoredGraph($0)) }
  }

  /// Imports in one transaction: all of it is kept, or, where the body throws, nothing.
  package func write<Value>(_ body: (ImportTransaction) throws -> Value) throws -> Value {
    try transaction(endingIn: .commit, body)
  }

  /// Sees to it that the hash of the content is known without reading everything.
  ///
  /// Where another program is writing, or the store cannot be written, it is not.
  package func rememberContentHash() {
    try? withLockOrNone { db in
      let hash = try StoredGraph(db).contentHash()
      try db.execute(
        sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)",
        arguments: [StoredGraph.hashName, hash])
      return .commit
    }
  }

  /// Runs a transaction that a reader can do without: another program that writes is waited for a second.
  func withLockOrNone(
    _ body: (Database) throws -> Database.TransactionCompletion
  ) throws {
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA busy_timeout = 1000")
      defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Int(Self.patience) * 1000)") }
      try db.inTransaction(.immediate) { try body(db) }
    }
  }

  /// Runs an import to its end and undoes it: what `check` does.
  package func rehearse<Value>(_ body: (ImportTransaction) throws -> Value) throws -> Value {
    try transaction(endingIn: .rollback, body)
  }

  private func transaction<Value>(
    endingIn completion: Database.TransactionCompletion, _ body: (ImportTransaction) throws -> Value
  ) throws -> Value {
    var result: Value?
    do {
      try queue.inTransaction(.immediate) { db in
        let transaction = try ImportTransaction(db)
        result = try body(transaction)
        try transaction.settle()
        return completion
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      throw StoreError.busy(queue.path)
    }
    guard let result else { throw StoreError.interrupted }
    return result
  }

  /// The version of the database: 0 for a new one.
  static func version(of db: Database, at path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if application != Schema.applicationID {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard version == 0, application == 0, tables == 0 else { throw StoreError.notAStore(path) }
    }
    guard version <= Schema.version else { throw StoreError.tooNew(path, version) }
    return version
  }
}

/// Why a store cannot be used.
package enum StoreError: Error, CustomStringConvertible {
  case missing(String)
  case notAStore(String)
  case tooNew(String, Int)
  case tooOld(String)
  case outOfTime
  case interrupted
  case busy(String)
  case database(String, String)

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path)
    case .SQLITE_BUSY: self = .busy(path)
    default: self = .database(path, error.message ?? "error \(error.resultCode.rawValue)")
    }
  }

  package var description: String {
    switch self {
    case .missing(let path):
      "there is no store '\(path)'; 'passerelle stats' builds the library"
    case .tooOld(let path):
      "'\(path)' was made by an older Passerelle; 'passerelle stats' brings it up to date"
    case .outOfTime: "the question takes longer than it may"
    case .notAStore(let path):
      "'\(path)' is not a Passerelle store; move it away, and it will be rebuilt"
    case .tooNew(let path, let version):
      "'\(path)' was made by a newer Passerelle (store version \(version), this one knows "
        + "\(Schema.version)); use that one, or move the file away"
    case .interrupted:
      "the store was closed in the middle of a transaction"
    case .busy(let path):
      "another program has been writing to the store '\(path)' for \(Int(CompetenceStore.patience)) "
        + "seconds; try again when it has finished"
    case .database(let path, let message):
      "the store '\(path)' cannot be used: \(message)"
    }
  }
}
