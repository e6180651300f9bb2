internal import Foundation

/// The files of a folder and below it, with what tells that they have changed.
///
/// The C library is asked: every call of the program asks whether the bundled frameworks have
/// changed, and Foundation takes several times as long.
struct FolderListing {
  struct Entry {
    /// The path below the folder.
    var name: String
    /// What tells that the file has changed without reading it.
    var state: FileState
  }

  /// What was found, ordered by the bytes of the names.
  private(set) var entries: [Entry] = []

  /// Walks a folder.
  ///
  /// Hidden files and folders are passed over, and links to folders are not followed. Nothing where
  /// the folder cannot be read.
  init?(of folder: String) {
    guard walk(folder, below: "") else { return nil }
    entries.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private mutating func walk(_ folder: String, below prefix: String) -> Bool {
    guard let stream = opendir(folder) else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard !name.hasPrefix(".") else { continue }
      let path = folder + "/" + name
      if Self.isFolder(path, type: Int(entry.pointee.d_type)) {
        _ = walk(path, below: prefix + name + "/")
      } else {
        entries.append(Entry(name: prefix + name, state: FileState(of: path)))
      }
    }
    return true
  }

  /// Some file systems do not say what an entry is.
  private static func isFolder(_ path: String, type: Int) -> Bool {
    guard type == Int(DT_UNKNOWN) else { return type == Int(DT_DIR) }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}

/// The size of a file and the time of its last change; of a link, those of what it leads to.
struct FileState {
  private let numbers: [Int]

  init(of path: String) {
    var status = stat()
    numbers =
      stat(path, &status) == 0
      ? [Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec] : []
  }

  /// Adds the state to a fingerprint.
  func add(to fingerprint: inout Fingerprint) {
    for number in numbers { fingerprint.add(number) }
  }
}
