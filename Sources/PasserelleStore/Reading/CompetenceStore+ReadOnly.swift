internal import Foundation
internal import GRDB

extension CompetenceStore {
  /// Opens a connection to a store that is there, to read from it alone.
  ///
  /// - Throws: `StoreError` if the file is no store, or of another version.
  static func readOnly(at path: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.missing(path) }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA cache_size = -8192")
    }
    do {
      let queue = try opened(toBeRead: path, configuration)
      try queue.read { try checkVersion(of: $0, at: path) }
      return queue
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  /// Sees to it that a store is of the version that this program reads: who only reads cannot change it.
  static func checkVersion(of db: Database, at path: String) throws {
    let version = try version(of: db, at: path)
    guard version == Schema.version else { throw StoreError.tooOld(path, version) }
  }
}
