internal import CSandbox
internal import Foundation
internal import PasserelleModel

/// A file that is written piece by piece, and is there when it is whole.
///
/// Until then it stands beside its place under another name; a program that is ended leaves the old
/// file as it was. A link is followed, and a file keeps its mode. What is not a regular file, such as a pipe or
/// `/dev/null`, is written to and never replaced.
package final class ExportFile {
  private let path: String?
  /// The file that is replaced in the end, and what stands beside it until then.
  private let replaced: (path: String, draft: String)?
  /// By which a signal knows the draft.
  private let slot: Int32
  private let descriptor: Int32
  /// Whether the descriptor is closed here.
  private let isOwn: Bool
  private var isClosed = false
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens a file to be written; with no path, the standard output.
  ///
  /// - Parameters:
  ///   - path: The path.
  ///   - inputs: The files that what is written is made of: none of them is replaced.
  /// - Throws: `ExportError` where it cannot be written.
  package init(_ path: String?, sparing inputs: [String] = []) throws(ExportError) {
    self.path = path
    guard let path else {
      (descriptor, isOwn, replaced, slot) = (STDOUT_FILENO, false, nil, -1)
      return
    }
    guard !inputs.contains(where: { OutputPlace.isSame(path, $0) }) else {
      throw ExportError(path: path, fault: .isInput)
    }
    switch OutputPlace(path) {
    case .open(let own):
      (descriptor, isOwn, replaced, slot) = (own, false, nil, -1)
    case .other(let place):
      // A pipe waits here for its reader, as it does for any other program.
      let opened = open(place, O_WRONLY | O_NOCTTY | O_CLOEXEC)
      guard opened >= 0 else { throw ExportError(path: path, errno) }
      (descriptor, isOwn, replaced, slot) = (opened, true, nil, -1)
    case .file(let place, let mode):
      let draft = "\(place).part-\(ProcessInfo.processInfo.processIdentifier)"
      unlink(draft)
      let slot = csandbox_hold_draft(draft)
      let opened = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o666)
      guard opened >= 0 else {
        let number = errno
        csandbox_release_draft(slot)
        throw ExportError(path: path, number)
      }
      if let mode { fchmod(opened, mode) }
      (descriptor, isOwn, replaced, self.slot) = (opened, true, (place, draft), slot)
    case .folder: throw ExportError(path: path, EISDIR)
    case nil: throw ExportError(path: path, errno == 0 ? ELOOP : errno)
    }
  }

  deinit {
    if isOwn, !isClosed { Foundation.close(descriptor) }
    if let replaced { unlink(replaced.draft) }
    csandbox_release_draft(slot)
  }

  package func write(_ text: String) throws(ExportError) {
    try write(text.utf8)
  }

  package func write(_ text: EscapedText) throws(ExportError) {
    try write(text.bytes)
  }

  package func write(_ bytes: some Sequence<UInt8>) throws(ExportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left, and puts the file in its place.
  package func close() throws(ExportError) {
    try flush()
    guard let path, isOwn else { return }
    isClosed = true
    guard Foundation.close(descriptor) == 0 else { throw ExportError(path: path, errno) }
    guard let replaced else { return }
    guard rename(replaced.draft, replaced.path) == 0 else { throw ExportError(path: path, errno) }
  }

  private func flush() throws(ExportError) {
    let error = WholeWrite.write(buffer, to: descriptor)
    guard error == 0 else { throw ExportError(path: path, error) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Why something cannot be written.
package struct ExportError: Error, CustomStringConvertible {
  package enum Fault: Hashable, Sendable {
    /// What the system says.
    case system(Int32)
    /// It is one of the files that are read.
    case isInput
  }

  /// The place; `nil` for the standard output.
  package var path: String?
  package var fault: Fault

  init(path: String?, fault: Fault) {
    (self.path, self.fault) = (path, fault)
  }

  init(path: String?, _ number: Int32) {
    self.init(path: path, fault: .system(number))
  }

  /// Whether the machine is at fault, and not the choice of the place.
  package var isFaultOfMachine: Bool {
    if case .system(let number) = fault { MachineFault(number) != nil } else { false }
  }

  package var description: String {
    let place = path.map { "'\($0.printable)'" } ?? "the standard output"
    return switch fault {
    case .system(let number):
      "\(place) cannot be written: \(String(cString: strerror(number)))"
        + (path == nil ? "" : "; choose another place with '--output'")
    case .isInput:
      "\(place) is what is read here, and was not replaced; choose another place with '--output'"
    }
  }
}
