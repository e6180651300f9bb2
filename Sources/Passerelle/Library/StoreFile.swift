internal import Crypto
internal import Foundation
internal import PasserelleModel
internal import PasserelleStore

/// A store that was written to a file of its own: a snapshot, or a backup.
package struct StoreFile: Sendable {
  /// The path, as the person wrote it.
  package let path: String
  /// The hash of what it says.
  package let contentHash: String
  /// SHA-256 of the file, as `sha256sum` prints it.
  package let sha256: String
  package let bytes: Int
  /// The publications that it holds and that do not come with the program.
  package let imports: [String]

  /// Writes a file beside its place, and puts it there when it is whole and safe from a loss of power.
  ///
  /// - Parameters:
  ///   - path: The file; a snapshot or a backup that is there is replaced.
  ///   - progress: Is told what is done.
  ///   - write: Writes the store to a path at which there is nothing.
  /// - Throws: `StoreFileError` if it cannot be written; `StoreError`.
  init(
    at path: String, progress: WorkProgress.Report, _ write: (String) throws -> String
  ) throws {
    try Self.checkPlace(path)
    let draft = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
    unlink(draft)
    defer { unlink(draft) }
    guard Self.isWritable(folderOf: path) else {
      throw StoreFileError.cannotWrite(path, why: String(cString: strerror(errno)))
    }
    progress(WorkProgress("copying the store"))
    contentHash = try write(draft)
    guard let handle = FileHandle(forReadingAtPath: draft) else {
      throw StoreFileError.cannotWrite(path, why: String(cString: strerror(errno)))
    }
    var status = stat()
    let size = fstat(handle.fileDescriptor, &status) == 0 ? Int(status.st_size) : nil
    var (hash, count) = (SHA256(), 0)
    while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty {
      hash.update(data: data)
      count += data.count
      progress(WorkProgress("hashing the file", done: count, of: size, .bytes))
    }
    sha256 = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    bytes = count
    imports = try CompetenceStore(path: draft, isReadOnly: true).imports()
    guard fsync(handle.fileDescriptor) == 0, rename(draft, path) == 0,
      Self.sync(folderOf: path)
    else { throw StoreFileError.cannotWrite(path, why: String(cString: strerror(errno))) }
    self.path = path
  }

  /// Copies a store that nobody writes to a path, where there is none yet.
  ///
  /// Another program that does the same is not disturbed. If there cannot be a copy, opening it says why.
  static func copyIfNone(_ source: String, to path: String) {
    guard access(path, F_OK) != 0 else { return }
    let draft = "\(path).part-\(ProcessInfo.processInfo.processIdentifier)"
    unlink(draft)
    defer { unlink(draft) }
    let manager = FileManager.default
    guard (try? manager.copyItem(atPath: source, toPath: draft)) != nil,
      chmod(draft, 0o644) == 0, (try? CompetenceStore.adopt(copyAt: draft)) != nil
    else { return }
    // A link is made only if nothing has the name; not all file systems have links.
    if link(draft, path) != 0, errno != EEXIST, access(path, F_OK) != 0 { rename(draft, path) }
  }

  /// What is there may be replaced if it is what this would write: not a store in use, nor another file.
  private static func checkPlace(_ path: String) throws(StoreFileError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG, let handle = FileHandle(forReadingAtPath: path),
      let head = try? handle.read(upToCount: 72), CompetenceStore.isCopy(head: Array(head))
    else { throw .isOther(path) }
  }

  private static func isWritable(folderOf path: String) -> Bool {
    access(folder(of: path), W_OK) == 0
  }

  private static func sync(folderOf path: String) -> Bool {
    let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    // Some file systems cannot, and need not.
    return fsync(descriptor) == 0 || errno == EINVAL
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Why a snapshot or a backup is not written.
package enum StoreFileError: Error, CustomStringConvertible {
  case isOther(String)
  case cannotWrite(String, why: String)

  package var description: String {
    switch self {
    case .isOther(let path):
      "'\(path.printable)' already exists and is not a snapshot or a backup; nothing was written"
    case .cannotWrite(let path, let why):
      "'\(path.printable)' cannot be written: \(why)"
    }
  }
}

extension Library {
  /// Writes a compact copy of the store, which can be read where nothing may be written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - progress: Is told what is done.
  /// - Returns: What was written.
  /// - Throws: `StoreFileError`, `StoreError`.
  package func snapshot(
    to path: String, progress: WorkProgress.Report = { _ in }
  ) throws -> StoreFile {
    try StoreFile(at: path, progress: progress) { try store.snapshot(to: $0) }
  }

  /// Writes a copy of what the user has imported.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - progress: Is told what is done.
  /// - Returns: What was written.
  /// - Throws: `StoreFileError`, `StoreError`.
  package func backup(
    to path: String, progress: WorkProgress.Report = { _ in }
  ) throws -> StoreFile {
    try StoreFile(at: path, progress: progress) { try store.backup(to: $0) }
  }

  /// Takes over what had been imported into a backup or another store, in one transaction.
  ///
  /// - Parameters:
  ///   - path: The file, which is not changed.
  ///   - spared: What is not taken over, by name.
  /// - Returns: What was taken over, by name.
  /// - Throws: `SourceFileError` if it cannot be read, `StoreError`.
  package func restore(
    from path: String, sparing spared: Set<String> = []
  ) throws -> [String] {
    guard access(path, R_OK) == 0 else {
      throw SourceFileError(path: path, why: String(cString: strerror(errno)))
    }
    let names = try CompetenceStore.source(at: path).read { backup in
      try store.write { try $0.restore(from: backup, sparing: spared) }
    }
    remember(names, from: [SourceFile(name: "", path: path)])
    return names
  }
}
