package import Foundation
internal import Passerelle
internal import PasserelleStore

/// The store of the library that comes with the program: built once in a run of the tests, and copied
/// for each of them.
///
/// A copy is up to date, since the stamp of a store does not depend on where the store is; so building,
/// which takes a hundred times as long as a copy, is left to the tests that are about it.
package enum BuiltLibrary {
  /// The folder of the bundled frameworks.
  package static let frameworks = Place.root.appending(path: "Frameworks").path

  private static let folder = FileManager.default.temporaryDirectory
    .appending(path: "built-library-\(ProcessInfo.processInfo.processIdentifier)")

  /// The file of the store.
  ///
  /// Nobody has it open, so that all of the store is in this one file.
  private static let store = Result {
    // No test is the last to use it: it is removed at the end of the process.
    atexit { try? FileManager.default.removeItem(at: BuiltLibrary.folder) }
    let locations = Place.locations(in: folder, frameworks: frameworks)
    // The hash of the content takes a second to make, and every server asks for it.
    try Library(at: locations).store.rememberContentHash()
    return URL(filePath: locations.store)
  }

  /// Copies the store into a folder of data that has none.
  ///
  /// - Throws: Errors of the file system, and of building the library.
  package static func copy(to data: URL) throws {
    let store = try store.get()
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: store, to: data.appending(path: store.lastPathComponent))
  }
}
