internal import Foundation
internal import GRDB

extension CompetenceStore {
  /// Opens the store at a path, and makes it if there is none.
  ///
  /// A file that may not be written, or that is in a folder that may not be, is opened to be read only: a
  /// store of the system, of another user, or on a disk that is mounted so.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - isReadOnly: Whether it is opened to be read only; by the rights to the file if `nil`.
  /// - Throws: `StoreError` if the file is not a store, was made by a newer Passerelle, or would have to be
  ///   written and may not be.
  package init(path: String, isReadOnly: Bool? = nil) throws {
    do {
      let (queue, fault) =
        isReadOnly ?? !Self.mayBeWritten(path)
        ? (try Self.opened(toBeRead: path), nil) : try Self.opened(toBeWritten: path)
      let isReadOnly = isReadOnly ?? (fault != nil || !Self.mayBeWritten(path))
      self.init(queue, path: path, isReadOnly: isReadOnly, fault: fault)
      let version = try queue.read { try Self.version(of: $0, at: path) }
      guard version != Schema.version else { return }
      guard !isReadOnly else {
        throw version == 0 ? StoreError.notAStore(path) : StoreError.tooOld(path, version)
      }
      try Self.layOut(queue)
      try queue.inTransaction(.immediate) { db in
        try Schema.migrate(db)
        return .commit
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Opens a store, or a copy of one, to take over what it holds: whatever earlier version made it, and whole.
  ///
  /// - Parameter path: The path; the file is not changed.
  /// - Returns: The store.
  /// - Throws: `StoreError` if the file is not a store, was made by a newer Passerelle, or is damaged.
  package static func source(at path: String) throws -> CompetenceStore {
    let store: CompetenceStore
    do {
      store = try CompetenceStore(path: path, isReadOnly: true)
    } catch StoreError.tooOld {
      store = try CompetenceStore(inMemory: .inMemoryCopy(fromPath: plain(path)))
    }
    do {
      let check = try store.queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") }
      guard check == "ok" else { throw StoreError.damaged(path) }
    } catch is DatabaseError {
      throw StoreError.damaged(path)
    }
    return store
  }

  /// Whether a copy of the store in memory costs little: it is smaller than a few frameworks of a continent.
  var fitsInMemory: Bool {
    guard queue.path != ":memory:", let file = FileStamp(of: path) else { return false }
    return file.size + (FileStamp(of: path + "-wal")?.size ?? 0) <= 64 << 20
  }

  /// Copies the store into memory, where all may be changed.
  func inMemory() throws -> CompetenceStore {
    try CompetenceStore(
      inMemory: .inMemoryCopy(fromPath: queue.path, configuration: Self.configuration))
  }

  /// Whether a store may be written, or be made if there is none: the log of one is a file beside it.
  private static func mayBeWritten(_ path: String) -> Bool {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : path[..<$0] } ?? "."
    return access(path, F_OK) != 0
      || access(path, W_OK) == 0 && access(String(folder), W_OK) == 0
  }

  /// Opens a file to be written; to be read only if there is no room for the index of a log beside it.
  ///
  /// Nothing can be kept on a full disk, and yet what is there can be asked.
  private static func opened(
    toBeWritten path: String
  ) throws -> (DatabaseQueue, StoreFault?) {
    do {
      let queue = try DatabaseQueue(path: plain(path), configuration: configuration)
      try queue.read { _ = try Int.fetchOne($0, sql: "PRAGMA user_version") }
      return (queue, nil)
    } catch let error as DatabaseError {
      guard let fault = StoreFault(error.extendedResultCode, at: path),
        [.diskFull, .writing].contains(fault), !hasLog(path),
        let queue = try? unchanging(plain(path)),
        let tables = try? queue.read({
          try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema")
        }), tables > 0
      else { throw error }
      return (queue, fault)
    }
  }

  /// Opens a file to be read only.
  ///
  /// SQLite needs a log and an index of it beside a file that has one, even to read it. If they are not
  /// there and may not be made, nobody is writing, and the file is read as one that does not change.
  static func opened(
    toBeRead path: String, _ configuration: Configuration = Self.configuration
  ) throws -> DatabaseQueue {
    PageChecks.install()
    var configuration = configuration
    configuration.readonly = true
    let path = plain(path)
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.read { _ = try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_schema") }
      return queue
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) && !hasLog(path)
    {
      return try unchanging(path, configuration)
    }
  }

  /// Opens a file that nobody writes to, without a log beside it.
  private static func unchanging(
    _ path: String, _ configuration: Configuration = Self.configuration
  ) throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    let address = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return try DatabaseQueue(path: "file:\(address)?immutable=1", configuration: configuration)
  }

  /// A path as SQLite takes it for one: what begins with 'file:' is an address with options to it.
  private static func plain(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }

  private static func hasLog(_ path: String) -> Bool {
    var status = stat()
    return stat(path + "-wal", &status) == 0 && status.st_size > 0
  }

  /// Whether another program may change what this one reads, in a log beside the file.
  var isLogged: Bool {
    guard !queue.path.hasPrefix("file:") else { return false }
    return (try? queue.read { try String.fetchOne($0, sql: "PRAGMA journal_mode") }) == "wal"
  }

  /// Settles how the file is written, which it keeps.
  ///
  /// Large pages: an import writes fewer of them, and an answer reads few in any case. With a log of its
  /// own (WAL), readers of another process go on while this one writes, and a killed writer leaves
  /// nothing. Of two programs that make the store at once, SQLite refuses one without waiting, lest each
  /// wait for the other; so it tries again.
  static func layOut(_ queue: DatabaseQueue) throws {
    let end = Date.now + patience
    while true {
      do {
        return try queue.writeWithoutTransaction { db in
          try db.execute(sql: "PRAGMA page_size = 16384")
          try PageChecks.begin(in: db)
          try db.execute(sql: "PRAGMA journal_mode = WAL")
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date.now < end {
        Thread.sleep(forTimeInterval: .random(in: 0.01...0.05))
      }
    }
  }

  /// Makes a copy of a snapshot a store that is written to, with a log of its own.
  ///
  /// - Parameter path: The copy, which nobody else has open.
  /// - Throws: `StoreError` if it cannot be written.
  package static func adopt(copyAt path: String) throws {
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try layOut(queue)
      try queue.close()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// How a store is opened: without watching foreign keys row by row, and with a cache for an import.
  ///
  /// An import makes what it refers to before it refers to it, and removing a publication names the
  /// tables it is in. The cache is large enough not to write a page twice, and takes what is used.
  static var configuration: Configuration {
    PageChecks.install()
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// The version of the database: 0 for a new one.
  static func version(of db: Database, at path: String) throws -> Int {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    if ![Schema.applicationID, PageChecks.applicationID].contains(application) {
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard version == 0, application == 0, tables == 0 else { throw StoreError.notAStore(path) }
    }
    guard version <= Schema.version else { throw StoreError.tooNew(path, version) }
    return version
  }
}
