internal import Foundation
internal import GRDB

/// A fault of the machine that keeps a store from being read or written: neither the store nor what is imported
/// is to blame.
package enum StoreFault: String, Hashable, Sendable, CaseIterable {
  case diskFull, memory, opening, reading, writing, locking

  /// What went wrong, to follow the name of the store.
  var words: String {
    switch self {
    case .diskFull: "there is no room left on its disk; make room, and try again"
    case .memory: "the machine ran out of memory; close other programs, and try again"
    case .opening:
      "the system does not open it, or a file beside it; look at its rights, and at the number of open files"
    case .reading: "the disk could not be read; look at the disk, and at the messages of the system"
    case .writing:
      "the disk could not be written, or a limit on the size of files was reached; nothing was changed"
    case .locking: "its file system does not lock files; keep it on a local disk"
    }
  }

  /// What SQLite says, as a fault of the machine; `nil` if it is none.
  ///
  /// - Parameters:
  ///   - code: What it says.
  ///   - path: The store.
  init?(_ code: ResultCode, at path: String) {
    switch code {
    case .SQLITE_NOMEM, .SQLITE_IOERR_NOMEM: self = .memory
    case .SQLITE_FULL: self = .diskFull
    case .SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ, .SQLITE_IOERR_FSTAT, .SQLITE_IOERR_ACCESS:
      self = .reading
    case .SQLITE_IOERR_LOCK, .SQLITE_IOERR_UNLOCK, .SQLITE_IOERR_RDLOCK, .SQLITE_IOERR_SHMLOCK,
      .SQLITE_IOERR_CHECKRESERVEDLOCK, .SQLITE_PROTOCOL:
      self = .locking
    default:
      switch code.primaryResultCode {
      case .SQLITE_CANTOPEN: self = .opening
      case .SQLITE_PROTOCOL: self = .locking
      // Of the files beside a store, it says no more than that.
      case .SQLITE_IOERR: self = Self.isFull(at: path) ? .diskFull : .writing
      default: return nil
      }
    }
  }

  private static func isFull(at path: String) -> Bool {
    var status = statvfs()
    let folder = URL(filePath: path).deletingLastPathComponent().path
    return statvfs(folder, &status) == 0 && status.f_bavail == 0
  }
}
