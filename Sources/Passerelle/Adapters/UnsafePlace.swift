internal import Foundation

/// A file or folder that someone else could change.
///
/// What runs, and what says what may run, must be the user's or the administrator's alone, with all
/// folders above it: who can write to a folder can put another file in the place of any in it.
package struct UnsafePlace: Hashable, Sendable {
  package enum Fault: Hashable, Sendable {
    case othersCanWrite(mode: UInt32)
    case foreignOwner(UInt32)
    case unknown(String)
    case notAFile
  }

  /// The path of what is at fault: the file itself, or a folder above it.
  package var path: String
  package var fault: Fault

  /// Looks at a folder and at all folders above it, where its links lead.
  ///
  /// - Returns: What others could change, from the root down; nothing where all is as it should be.
  static func above(folder: String) -> UnsafePlace? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    guard realpath(folder, &buffer) != nil else {
      return UnsafePlace(path: folder, fault: .unknown(String(cString: strerror(errno))))
    }
    let path = String(
      decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    var above = "/"
    if let place = at(above) { return place }
    for name in path.split(separator: "/") {
      above += (above == "/" ? "" : "/") + name
      if let place = at(above) { return place }
    }
    return nil
  }

  /// Whether others could put a file into a folder, or make the folder where there is none yet.
  static func isOpenToOthers(folder: String) -> Bool {
    guard folder.hasPrefix("/") else { return true }
    var status = stat()
    if stat(folder, &status) == 0 { return above(folder: folder) != nil }
    let parent = URL(filePath: folder).deletingLastPathComponent().standardizedFileURL.path
    guard parent != folder else { return true }
    // In a sticky folder anyone may make a new one.
    if stat(parent, &status) == 0, status.st_mode & S_IWOTH != 0 { return true }
    return isOpenToOthers(folder: parent)
  }

  /// Looks at a file that is open.
  static func file(_ status: stat, at path: String) -> UnsafePlace? { fault(of: status, at: path) }

  /// Looks at a store and all that it is made of, where their links lead, with all folders above them.
  ///
  /// Who can write to any of it can have any answer given.
  static func store(_ path: String) -> UnsafePlace? {
    var status = stat()
    for file in [path, path + "-wal", path + "-shm", path + "-journal"] {
      guard lstat(file, &status) == 0 else { continue }
      if let place = at(file) { return place }
      guard status.st_mode & S_IFMT == S_IFLNK else {
        guard status.st_mode & S_IFMT == S_IFREG else {
          return UnsafePlace(path: file, fault: .notAFile)
        }
        continue
      }
      guard let end = realpath(file, nil) else { continue }
      defer { free(end) }
      let target = String(cString: end)
      if let place = above(folder: folder(of: target)) ?? at(target) { return place }
    }
    return above(folder: folder(of: path))
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func at(_ path: String) -> UnsafePlace? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      return UnsafePlace(path: path, fault: .unknown(String(cString: strerror(errno))))
    }
    return fault(of: status, at: path)
  }

  private static func fault(of status: stat, at path: String) -> UnsafePlace? {
    guard status.st_uid == 0 || status.st_uid == geteuid() else {
      return UnsafePlace(path: path, fault: .foreignOwner(status.st_uid))
    }
    // Nobody writes to a link, and its mode says nothing.
    if status.st_mode & S_IFMT == S_IFLNK { return nil }
    let isSticky = status.st_mode & S_ISVTX != 0 && status.st_mode & S_IFMT == S_IFDIR
    // In a sticky folder of the administrator, as /tmp is, no one can replace the files of another.
    if isSticky, status.st_uid == 0 { return nil }
    let others = status.st_mode & S_IWOTH != 0
    let group = status.st_mode & S_IWGRP != 0 && !isOwn(group: status.st_gid)
    guard others || group else { return nil }
    return UnsafePlace(path: path, fault: .othersCanWrite(mode: status.st_mode & 0o7777))
  }

  /// Whether a group is the user's private one, which many systems give every user.
  private static func isOwn(group id: gid_t) -> Bool {
    guard geteuid() != 0, let user = getpwuid(geteuid()), user.pointee.pw_gid == id,
      let group = getgrgid(id), strcmp(group.pointee.gr_name, user.pointee.pw_name) == 0
    else { return false }
    return group.pointee.gr_mem.pointee == nil
  }
}

extension UnsafePlace: CustomStringConvertible {
  package var description: String {
    switch fault {
    case .foreignOwner: "\(words); copy the module to a folder of your own"
    case .othersCanWrite, .unknown, .notAFile: words
    }
  }

  /// What is at fault, whatever it is a place of.
  var words: String {
    switch fault {
    case .othersCanWrite(let mode):
      "other users can write to '\(path)' (mode \(String(mode, radix: 8))); "
        + "'chmod go-w \(path)' prevents that"
    case .foreignOwner(let owner):
      "'\(path)' belongs to user \(owner), not to you or the administrator"
    case .unknown(let why): "'\(path)' cannot be inspected: \(why)"
    case .notAFile: "'\(path)' is not a regular file"
    }
  }
}
