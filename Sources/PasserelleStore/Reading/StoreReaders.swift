internal import Synchronization

/// Connections that only read, each question from the newest state: what a server keeps open.
///
/// To open a store, and to find out what is in it, takes longer than most answers. Nothing is ever written:
/// another program may write to the file, or put a new one in its place, and the next question sees it.
package final class StoreReaders: Sendable {
  private struct Idle: Sendable {
    var file: FileStamp.Identity?
    var readers: [StoreReader] = []
  }

  private let path: String
  private let patience: Duration
  private let idle = Mutex(Idle())
  /// The hash of the content that the files had when they were looked at last.
  private let newest = Mutex<(stamp: StoreStamp, hash: String)?>(nil)
  /// A hash takes long where the store does not remember it; it is made once, not by each reader.
  private let hashing = Mutex(())

  /// Opens a store that is there.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How long one question may take.
  /// - Throws: `StoreError` if there is none, or it cannot be read.
  package init(path: String, patience: Duration) throws {
    (self.path, self.patience) = (path, patience)
    try read { _, _ in }
  }

  /// Reads from the newest state, with its hash.
  ///
  /// - Parameter body: Is given the state and the hash of its content.
  /// - Returns: What the body returns.
  /// - Throws: What the body throws; `StoreError`.
  package func read<Value>(_ body: (StoredGraph, String) throws -> Value) throws -> Value {
    let before = StoreStamp(of: path)
    let reader = try reader(of: before.file)
    defer { giveBack(reader, of: before.file) }
    return try reader.read(within: patience) { graph in
      try hash(of: graph, lookedAt: before)
    } _: { graph, hash in
      newest.withLock { $0 = (before, hash) }
      return try body(graph, hash)
    }
  }

  /// The hash of the newest state, if it is known without reading: it takes a look at two files.
  package func knownHash() -> String? {
    newest.withLock { newest in
      guard let newest, newest.stamp.isSettled, newest.stamp == StoreStamp(of: path) else {
        return nil
      }
      return newest.hash
    }
  }

  /// The hash of a state that a reader sees for the first time.
  private func hash(of graph: StoredGraph, lookedAt before: StoreStamp) throws -> String {
    try hashing.withLock { _ in
      // The reader has begun: if the files are now what they were before, it sees what they had then.
      if let known = newest.withLock({ $0 }), known.stamp.isSettled, known.stamp == before,
        StoreStamp(of: path) == before
      {
        return known.hash
      }
      return try graph.contentHash()
    }
  }

  private func reader(of file: FileStamp.Identity?) throws -> StoreReader {
    let known = idle.withLock { idle -> StoreReader? in
      if idle.file != file { idle = Idle(file: file) }
      return idle.readers.popLast()
    }
    return try known ?? StoreReader(path: path)
  }

  private func giveBack(_ reader: StoreReader, of file: FileStamp.Identity?) {
    idle.withLock { if $0.file == file { $0.readers.append(reader) } }
  }
}
