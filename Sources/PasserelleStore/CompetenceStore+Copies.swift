internal import Foundation
internal import GRDB
internal import PasserelleModel

extension CompetenceStore {
  /// Writes a compact copy of the store, which can be read where nothing may be written.
  ///
  /// - Parameter path: The file, which there is none of yet.
  /// - Returns: The hash of the content.
  /// - Throws: `StoreError` if it cannot be written.
  package func snapshot(to path: String) throws -> String {
    try copy(to: path) { db in
      let hash = try StoredGraph(db).contentHash()
      try Self.setMeta(StoredGraph.hashName, to: hash, in: db)
      try Self.setMeta(StoredGraph.libraryName, to: StoredGraph.stamp(ofSnapshot: hash), in: db)
      return hash
    }
  }

  /// Writes a copy of all that a user has imported, and of nothing else.
  ///
  /// - Parameter path: The file, which there is none of yet.
  /// - Returns: The hash of the content.
  /// - Throws: `StoreError` if it cannot be written.
  package func backup(to path: String) throws -> String {
    try copy(to: path) { db in
      _ = try PublicationRemoval(db).removeBundled()
      // What a link of a user leads to is known by its name alone.
      try db.execute(
        sql: """
          DELETE FROM meaning;
          DELETE FROM node WHERE code <> '' AND id NOT IN (
            SELECT node FROM concept UNION SELECT node FROM label UNION SELECT node FROM note
            UNION SELECT node FROM name UNION SELECT subject FROM link UNION SELECT object FROM link);
          DELETE FROM meta;
          INSERT INTO label_search (label_search) VALUES ('optimize');
          """)
      let hash = try StoredGraph(db).contentHash()
      try Self.setMeta(StoredGraph.hashName, to: hash, in: db)
      try Self.setMeta(StoredGraph.backupName, to: "1", in: db)
      return hash
    }
  }

  /// What was imported, and does not come with the program, by name.
  package func imports() throws -> [String] {
    try queue.read { db in
      try String.fetchAll(
        db, sql: "SELECT name FROM publication WHERE NOT is_bundled ORDER BY name")
    }
  }

  /// Whether a file is a store, or a copy of one.
  package static func isStore(at path: String) -> Bool {
    let head = try? FileHandle(forReadingAtPath: path)?.read(upToCount: 72)
    return head.map { isStore(head: Array($0)) } ?? false
  }

  private static func isStore(head: [UInt8]) -> Bool {
    guard head.count == 72, head.starts(with: "SQLite format 3\0".utf8) else { return false }
    let application = head[68..<72].reduce(0) { $0 << 8 | Int($1) }
    return [Schema.applicationID, PageChecks.applicationID].contains(application)
  }

  /// Whether the first 72 bytes of a file are those of a snapshot or a backup: of a store without a log.
  package static func isCopy(head: [UInt8]) -> Bool { isStore(head: head) && head[18] == 1 }

  /// Copies the store, changes the copy, and makes it compact.
  private func copy(
    to path: String, _ change: (Database) throws -> String
  ) throws -> String {
    do {
      try queue.inDatabase { try PageChecks.copy($0, to: path) }
      let copy = try DatabaseQueue(path: path, configuration: Self.configuration)
      defer { try? copy.close() }
      return try copy.inDatabase { db in
        // Until it is whole, nobody reads it, and nothing of it need outlive a loss of power.
        try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
        try PageChecks.mark(db)
        let result = try change(db)
        try db.execute(sql: "VACUUM")
        return result
      }
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  private static func setMeta(_ name: String, to value: String, in db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, value])
  }
}

extension StoredGraph {
  /// The files that what was imported was read from, by the names of the publications.
  package func importedFiles() throws -> [String: String] {
    let rows = try StoredRow.fetchAll(
      db, sql: "SELECT name, file FROM publication WHERE NOT is_bundled")
    return Dictionary(
      rows.map { ($0["name"], $0["file"]) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name under which the store remembers which bundled frameworks it has.
  package static let libraryName = "library"
  /// The name under which a backup says that it is one.
  static let backupName = "backup"

  /// What a store that was copied from a snapshot remembers of its bundled frameworks.
  static func stamp(ofSnapshot hash: String) -> String { "snapshot \(hash)" }

  /// Whether this is a backup, which holds what a user has imported, and nothing that it leads to.
  package func isBackup() throws -> Bool { try meta(Self.backupName) != nil }
}
