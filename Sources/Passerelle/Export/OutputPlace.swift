internal import Foundation

/// What is at the place that an output is to be written to.
package enum OutputPlace: Equatable {
  /// A regular file, or nothing yet: it is replaced when its successor is whole. Links have been followed.
  case file(String, mode: UInt32?)
  /// What this process writes to already, as `/dev/stdout`.
  case open(Int32)
  /// A device, a pipe or a socket: it is written to, and stays what it is.
  case other(String)
  case folder

  /// Looks at a path.
  ///
  /// - Returns: What is there; nothing where links lead in a circle.
  package init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT, let end = Self.end(of: path) else { return nil }
      self = .file(end, mode: nil)
      return
    }
    if let own = [STDOUT_FILENO, STDERR_FILENO].first(where: { Self.is(status, $0) }) {
      self = .open(own)
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: self = .folder
    case S_IFREG:
      guard let end = Self.end(of: path) else { return nil }
      self = .file(end, mode: status.st_mode & 0o7777)
    default: self = .other(path)
    }
  }

  /// Whether two paths lead to one file.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    var (a, b) = (stat(), stat())
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev
      && a.st_ino == b.st_ino && a.st_mode & S_IFMT == S_IFREG
  }

  private static func `is`(_ status: stat, _ descriptor: Int32) -> Bool {
    var own = stat()
    return fstat(descriptor, &own) == 0 && own.st_dev == status.st_dev
      && own.st_ino == status.st_ino
  }

  /// Where the links of a path lead in the end, whether or not anything is there.
  private static func end(of path: String) -> String? {
    var path = path
    for _ in 0..<40 {
      let bytes = Int(PATH_MAX)
      var buffer = [UInt8](repeating: 0, count: bytes)
      let count = buffer.withUnsafeMutableBytes {
        $0.baseAddress.map { readlink(path, $0.assumingMemoryBound(to: CChar.self), bytes) } ?? -1
      }
      guard count >= 0 else { return path }
      let target = String(decoding: buffer.prefix(count), as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
      path = target.hasPrefix("/") ? target : folder + target
    }
    return nil
  }
}
