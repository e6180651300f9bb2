internal import GRDB

/// What was found when all of a store was looked at.
package struct StoreCheck: Sendable, Equatable {
  package var pages: Int
  /// Whether each page has a checksum: a store that an earlier version made has none.
  package var hasChecksums: Bool
  /// What SQLite finds wrong, and what the content says that it did not say when it was written.
  package var problems: [String]

  package var isWhole: Bool { problems.isEmpty }
}

extension CompetenceStore {
  /// Reads all of the store, and sees whether it is what was written: every page, every index, the words of
  /// the search, and the hash of the content.
  ///
  /// - Returns: What was found.
  /// - Throws: `StoreError` if it cannot be read to its end.
  package func verify() throws -> StoreCheck {
    try tellingFaults {
      let check = try queue.read { db in
        var problems = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)")
          .filter { $0 != "ok" }
        let graph = StoredGraph(db)
        if problems.isEmpty, let known = try graph.meta(StoredGraph.hashName),
          try graph.hashOfContent() != known
        {
          problems.append("the content is not what it was when its hash was taken")
        }
        return StoreCheck(
          pages: try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0,
          hasChecksums: try Int.fetchOne(db, sql: "PRAGMA application_id")
            == PageChecks.applicationID, problems: problems)
      }
      if !isReadOnly, check.isWhole {
        // The words of the search can only be looked at by who might write them.
        try withLockOrNone { db in
          try db.execute(
            sql: "INSERT INTO label_search (label_search) VALUES ('integrity-check')")
          return .rollback
        }
      }
      return check
    }
  }

  /// Turns what SQLite says of a fault into what a person can do about it.
  func tellingFaults<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as DatabaseError {
      if error.resultCode == .SQLITE_CORRUPT || error.extendedResultCode == .SQLITE_IOERR_DATA {
        throw StoreError.damaged(path)
      }
      if error.resultCode == .SQLITE_BUSY { throw StoreError.busy(path) }
      if let fault = StoreFault(error.extendedResultCode, at: path) {
        throw StoreError.fault(path, fault)
      }
      throw error
    }
  }
}
