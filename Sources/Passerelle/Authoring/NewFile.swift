internal import Foundation
internal import PasserelleModel

/// A file that is written only where there is none.
package enum NewFile {
  /// Writes a text to a path.
  ///
  /// - Throws: `NewFileError` where there is a file already, or none can be made.
  package static func write(_ text: String, to path: String) throws(NewFileError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw errno == EEXIST
        ? .exists(path) : .cannotWrite(path, why: String(cString: strerror(errno)))
    }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard (try? handle.write(contentsOf: Data(text.utf8))) != nil else {
      throw .cannotWrite(path, why: String(cString: strerror(errno)))
    }
  }
}

/// Why a new file is not written.
package enum NewFileError: Error, CustomStringConvertible {
  case exists(String)
  case cannotWrite(String, why: String)

  package var description: String {
    switch self {
    case .exists(let path):
      "'\(path.printable)' already exists, and nothing was written; choose another name with '--output'"
    case .cannotWrite(let path, let why):
      "'\(path.printable)' cannot be written: \(why); choose another place with '--output'"
    }
  }
}
