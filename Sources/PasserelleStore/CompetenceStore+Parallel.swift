internal import Dispatch
internal import GRDB
internal import Synchronization

extension CompetenceStore {
  /// Reads one state of the store on several threads at once, each by a connection of its own.
  ///
  /// Where another program is writing, or the store is in memory, one thread reads alone.
  ///
  /// - Parameters:
  ///   - workers: How many threads read.
  ///   - body: Is called once on each.
  /// - Throws: The first error that any body throws, after all have ended.
  package func read(
    by workers: Int, _ body: @escaping @Sendable (StoredGraph) throws -> Void
  ) throws {
    guard workers > 1, queue.path != ":memory:", !isReadOnly || !isLogged,
      let readers = try? readers(workers)
    else { return try read(body) }
    let failure = Mutex<(any Error)?>(nil)
    let (begun, threads) = (DispatchSemaphore(value: 0), DispatchGroup())
    do {
      try whileNobodyWrites {
        for reader in readers {
          DispatchQueue.global().async(group: threads) {
            Self.read(from: reader, begun: { begun.signal() }, failure, body)
          }
        }
        for _ in readers { begun.wait() }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      return try read(body)
    }
    threads.wait()
    if let error = failure.withLock({ $0 }) { throw error }
  }

  /// Runs a body while no other connection can change the store, so that all that it begins see one state.
  private func whileNobodyWrites(_ body: () -> Void) throws {
    guard isReadOnly else {
      // While this connection may write, no other can.
      return try withLockOrNone { _ in
        body()
        return .rollback
      }
    }
    // Who writes a file without a log waits for those who read it.
    try queue.read { db in
      _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM meta")
      body()
    }
  }

  private func readers(_ count: Int) throws -> [DatabaseQueue] {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Self.patience)
    return try (0..<count).map { _ in
      try DatabaseQueue(path: queue.path, configuration: configuration)
    }
  }

  private static func read(
    from reader: DatabaseQueue, begun: () -> Void, _ failure: borrowing Mutex<(any Error)?>,
    _ body: (StoredGraph) throws -> Void
  ) {
    var hasBegun = false
    do {
      try reader.read { db in
        // A transaction begins at its first look at the store.
        _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM meta")
        hasBegun = true
        begun()
        try body(StoredGraph(db))
      }
    } catch {
      failure.withLock { $0 = $0 ?? error }
      if !hasBegun { begun() }
    }
  }
}
