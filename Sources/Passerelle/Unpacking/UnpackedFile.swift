internal import CSandbox
internal import Foundation

/// A file of a container, which has no name on any disk and is gone when nobody holds it.
package final class UnpackedFile: Sendable {
  /// The name in the container, with `/`.
  let name: String
  /// The name of the sheet that the file was made of.
  package let sheet: String?
  let file: OpenFile

  private init(_ name: String, sheet: String?, _ file: OpenFile) {
    (self.name, self.sheet, self.file) = (name, sheet, file)
  }

  /// Where the file can be opened as long as it is held.
  package var path: String { "/proc/self/fd/\(file.descriptor)" }

  /// A file that is being written.
  struct Draft {
    let name: String
    let sheet: String?
    private let file: OpenFile

    /// Makes an empty file; nothing if there is no place for one.
    ///
    /// It is in the folder for temporary files, for an archive may be larger than the memory.
    init?(_ name: String, sheet: String?) {
      let descriptor = csandbox_temporary_file(NSTemporaryDirectory())
      guard descriptor >= 0 else { return nil }
      (self.name, self.sheet, file) = (name, sheet, OpenFile(descriptor))
    }

    /// Writes bytes at the end, and says whether there was room.
    func append(_ bytes: UnsafeRawBufferPointer) -> Bool { file.append(Array(bytes)) }

    /// The file, which cannot be written any more.
    func finished() -> UnpackedFile {
      let readable = open("/proc/self/fd/\(file.descriptor)", O_RDONLY | O_CLOEXEC)
      return UnpackedFile(name, sheet: sheet, readable >= 0 ? OpenFile(readable) : file)
    }
  }
}

extension UnpackedFile: Hashable {
  package static func == (one: UnpackedFile, other: UnpackedFile) -> Bool { one === other }

  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
