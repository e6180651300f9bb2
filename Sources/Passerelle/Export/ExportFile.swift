internal import Foundation
internal import PasserelleModel

/// A file that is written piece by piece, and is there when it is whole.
///
/// Until then it stands beside its place under another name; a program that is ended leaves the old
/// file as it was.
package final class ExportFile {
  private let path: String?
  private let draft: String?
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private static let bufferSize = 1 << 16

  /// Opens a file to be written; with no path, the standard output.
  ///
  /// - Throws: `ExportError` where it cannot be written.
  package init(_ path: String?) throws(ExportError) {
    self.path = path
    draft = path.map { "\($0).part-\(ProcessInfo.processInfo.processIdentifier)" }
    guard let path, let draft else {
      handle = .standardOutput
      return
    }
    guard FileManager.default.createFile(atPath: draft, contents: nil),
      let handle = FileHandle(forWritingAtPath: draft)
    else { throw ExportError(path: path) }
    self.handle = handle
  }

  deinit {
    if let draft { unlink(draft) }
  }

  package func write(_ text: String) throws(ExportError) {
    try write(text.utf8)
  }

  package func write(_ text: EscapedText) throws(ExportError) {
    try write(text.bytes)
  }

  private func write(_ bytes: some Sequence<UInt8>) throws(ExportError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Writes what is left, and puts the file in its place.
  package func close() throws(ExportError) {
    try flush()
    guard let path, let draft else { return }
    guard (try? handle.close()) != nil, rename(draft, path) == 0 else {
      throw ExportError(path: path)
    }
  }

  private func flush() throws(ExportError) {
    guard (try? handle.write(contentsOf: Data(buffer))) != nil else {
      throw ExportError(path: path ?? "standard output")
    }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// Why something cannot be written.
package struct ExportError: Error, CustomStringConvertible {
  package var path: String

  package var description: String {
    "'\(path.printable)' cannot be written; choose another place"
  }
}
