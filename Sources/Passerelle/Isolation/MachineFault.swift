internal import CSandbox
internal import Foundation

/// A fault of the machine: neither the file that is read nor an adapter is to blame.
package struct MachineFault: Error, Hashable, Sendable {
  /// The number that the system gives it.
  package var number: Int32

  /// Takes an error of the system for a fault of the machine, where it is one.
  ///
  /// That a file is not there, or may not be read, is none.
  package init?(_ number: Int32) {
    guard Self.advice[number] != nil else { return nil }
    self.number = number
  }

  /// That no thread can be started, if so: libraries of the system wait for ever where they need one.
  package static func ofThreads() -> MachineFault? { MachineFault(-csandbox_try_thread()) }

  /// What can be done about each.
  private static let advice: [Int32: String] = [
    EMFILE: "allow more open files ('ulimit -n 256')", ENFILE: "close other programs",
    ENOMEM: "close other programs, or allow more memory ('ulimit -v')",
    ENOBUFS: "close other programs",
    EAGAIN: "allow more processes ('ulimit -u'), or close other programs",
    ENOSPC: "make room on the disk", EDQUOT: "make room in your share of the disk",
    EFBIG: "allow larger files ('ulimit -f')",
    EIO: "look at the disk, and at the messages of the system",
    EROFS: "choose a place that can be written",
  ]
}

extension MachineFault: CustomStringConvertible {
  package var description: String {
    "\(String(cString: strerror(number))); this is a fault of the machine: \(Self.advice[number] ?? "")"
  }
}
