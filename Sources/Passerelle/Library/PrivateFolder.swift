internal import Foundation

/// A folder in one that is shared, such as `/tmp`, which is this user's alone.
enum PrivateFolder {
  /// Makes the folder, or finds that it is there as it has to be.
  ///
  /// Another user may have made it first, or a link in its place: then it is not used.
  ///
  /// - Returns: Whether it may be used.
  static func make(_ path: String) -> Bool {
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { return false }
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      && status.st_uid == geteuid() && status.st_mode & 0o077 == 0
      && UnsafePlace.above(folder: path) == nil
  }
}
