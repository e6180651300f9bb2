import Foundation
import Passerelle

/// A folder for a library of its own.
struct Place {
  static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  let folder: URL
  let locations: Locations

  /// The tests are no worker: the program that was built beside them is.
  static let isolation = Locations.Isolation.worker(
    executable: AdapterLoaderTests.built + "/passerelle")

  /// The adapters that were built, and no library.
  static let bundledOnly = Locations(
    data: "/nonexistent", bundledAdapters: [AdapterLoaderTests.built], frameworks: nil,
    isolation: isolation)

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let frameworks = Self.root.appending(path: "Frameworks")
    locations = Locations(
      data: folder.path, bundledAdapters: [AdapterLoaderTests.built], frameworks: frameworks.path,
      isolation: Self.isolation)
  }

  func write(_ name: String, _ text: String) throws -> SourceFile {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return SourceFile(name: name, path: file.path)
  }

  func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}
