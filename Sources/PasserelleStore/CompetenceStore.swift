internal import Foundation
internal import GRDB

/// The database that holds the graph.
///
/// All SQL of the project is in this module. Reading and writing go through values that live as long
/// as one transaction.
package struct CompetenceStore: Sendable {
  let queue: DatabaseQueue
  /// The path of the file, as it was given.
  package let path: String
  /// Whether the file may only be read: it, or the folder that it is in, may not be written.
  package let isReadOnly: Bool
  /// The fault of the machine for which it is only read, if there is one.
  private let fault: StoreFault?
  /// Why nothing is written to a store that is only read.
  package var readOnlyError: StoreError { fault.map { .fault(path, $0) } ?? .readOnly(path) }
  /// How long a program waits for another that writes: an import of a large register takes a minute.
  static let patience: TimeInterval = 120

  /// Makes a store in memory, for tests and for checks.
  package init() throws {
    try self.init(inMemory: DatabaseQueue(configuration: Self.configuration))
  }

  init(inMemory queue: DatabaseQueue) throws {
    self.init(queue, path: queue.path, isReadOnly: false)
    try queue.write { try Schema.migrate($0) }
  }

  init(_ queue: DatabaseQueue, path: String, isReadOnly: Bool, fault: StoreFault? = nil) {
    (self.queue, self.path, self.isReadOnly, self.fault) = (queue, path, isReadOnly, fault)
  }

  /// Reads from one state of the store.
  package func read<Value>(_ body: (StoredGraph) throws -> Value) throws -> Value {
    try tellingFaults { try queue.read { try body(StoredGraph($0)) } }
  }

  /// Imports in one transaction: all of it is kept, or, where the body throws, nothing.
  ///
  /// - Throws: `readOnlyError` if the store may only be read; what the body throws.
  package func write<Value>(_ body: (ImportTransaction) throws -> Value) throws -> Value {
    guard !isReadOnly else { throw readOnlyError }
    return try transaction(endingIn: .commit, body)
  }

  /// Sees to it that the hash of the content is known without reading everything.
  ///
  /// Where another program is writing, or the store cannot be written, it is not.
  package func rememberContentHash() {
    guard !isReadOnly, (try? read { try $0.meta(StoredGraph.hashName) }) == nil else { return }
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
  ///
  /// It is done in a copy in memory, which nobody waits for: others may write meanwhile. A store that is too
  /// large for that is locked as by an import.
  package func rehearse<Value>(_ body: (ImportTransaction) throws -> Value) throws -> Value {
    let store = isReadOnly || fitsInMemory ? try inMemory() : self
    return try store.transaction(endingIn: .rollback, body)
  }

  private func transaction<Value>(
    endingIn completion: Database.TransactionCompletion, _ body: (ImportTransaction) throws -> Value
  ) throws -> Value {
    var result: Value?
    try tellingFaults {
      try queue.inTransaction(.immediate) { db in
        let transaction = try ImportTransaction(db)
        result = try body(transaction)
        try transaction.settle()
        return completion
      }
    }
    guard let result else { throw StoreError.interrupted }
    return result
  }
}
