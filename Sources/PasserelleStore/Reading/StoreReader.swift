internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// A connection that only reads, and what it knows of the state that it saw last.
final class StoreReader: Sendable {
  /// What is known of a state.
  private struct State: Sendable {
    /// The number by which the connection knows that nobody else has written.
    var version: Int
    var hash: String
    var known = StoredGraph.Known()
  }

  private let queue: DatabaseQueue
  private let path: String
  private let deadline = Deadline()
  private let last = Mutex<State?>(nil)

  init(path: String) throws {
    self.path = path
    queue = try CompetenceStore.readOnly(at: path)
    queue.inDatabase { [deadline] db in
      // A single statement may take long, too. The reader outlives its connection's statements.
      sqlite3_progress_handler(
        db.sqliteConnection, 20_000,
        { deadline in
          let deadline = deadline.map { Unmanaged<Deadline>.fromOpaque($0).takeUnretainedValue() }
          return deadline?.isOver == true ? 1 : 0
        }, Unmanaged.passUnretained(deadline).toOpaque())
    }
  }

  /// Reads from the newest state.
  ///
  /// - Parameters:
  ///   - time: How much of it the body may take.
  ///   - hash: Finds the hash of a state that this connection has not seen.
  ///   - body: Is given the state and its hash.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws; `StoreError`.
  func read<Value>(
    within time: Duration, hash: (StoredGraph) throws -> String,
    _ body: (StoredGraph, String) throws -> Value
  ) throws -> Value {
    do {
      return try queue.read { db in
        deadline.allow(nil)
        let version = try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
        let state = try takeState(of: version) {
          try CompetenceStore.checkVersion(of: db, at: path)
          return State(version: version, hash: try hash(StoredGraph(db)))
        }
        let graph = StoredGraph(db, knowing: state.known, within: deadline)
        deadline.allow(time)
        defer {
          deadline.allow(nil)
          last.withLock {
            $0 = State(version: version, hash: state.hash, known: graph.cache.known)
          }
        }
        return try body(graph, state.hash)
      }
    } catch let error as DatabaseError {
      throw error.resultCode == .SQLITE_INTERRUPT
        ? StoreError.outOfTime : StoreError(error, path: path)
    }
  }

  /// What is known of the state that is there, or else is found out.
  private func takeState(of version: Int, orElse find: () throws -> State) throws -> State {
    // It is taken away, so that it can be added to without being copied.
    let state = last.withLock { last in
      defer { last = nil }
      return last
    }
    if let state, state.version == version { return state }
    return try find()
  }
}
