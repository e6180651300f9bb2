internal import Foundation

/// What tells without opening a store that nobody has written to it: the files it is made of.
struct StoreStamp: Hashable {
  /// The database, and the log of what was written last.
  private let files: [FileStamp?]
  private let made = Date.now

  init(of path: String) {
    files = [FileStamp(of: path), FileStamp(of: path + "-wal")]
  }

  /// Which file it is, whatever its content: another may have been put in its place.
  var file: FileStamp.Identity? { files[0]?.identity }

  /// Whether a write since then would have changed it.
  ///
  /// The clock of a file system has steps: of two writes in one step, the second leaves no trace.
  var isSettled: Bool {
    files.allSatisfy { $0.map { made.timeIntervalSince($0.written) > 1 } ?? true }
  }

  static func == (one: StoreStamp, other: StoreStamp) -> Bool { one.files == other.files }

  func hash(into hasher: inout Hasher) { hasher.combine(files) }
}

/// A file, as the system knows it without reading it.
struct FileStamp: Hashable {
  struct Identity: Hashable {
    var device: UInt64
    var number: UInt64
  }

  var identity: Identity
  var size: Int64
  var written: Date

  /// Looks at a file; `nil` if there is none.
  init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    identity = Identity(device: UInt64(status.st_dev), number: UInt64(status.st_ino))
    size = Int64(status.st_size)
    written = Date(
      timeIntervalSince1970: Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9)
  }
}
