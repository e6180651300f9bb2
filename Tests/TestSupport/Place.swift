package import Foundation
package import Passerelle

/// A folder for a library of its own.
package struct Place {
  /// The folder of everything that was built: that of the test bundle itself.
  package static let built = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .path

  package static let root = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL

  package let folder: URL
  package let locations: Locations

  /// The tests are no worker: the program that was built beside them is.
  package static let isolation = Locations.Isolation.worker(
    executable: Self.built + "/passerelle")

  /// The adapters that were built, and no library.
  package static let bundledOnly = Locations(
    data: "/nonexistent", bundledAdapters: [Self.built], frameworks: nil,
    isolation: isolation)

  package init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let frameworks = Self.root.appending(path: "Frameworks")
    locations = Locations(
      data: folder.path, bundledAdapters: [Self.built], frameworks: frameworks.path,
      isolation: Self.isolation)
  }

  package func write(_ name: String, _ text: String) throws -> SourceFile {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return SourceFile(name: name, path: file.path)
  }

  package func remove() {
    try? FileManager.default.removeItem(at: folder)
  }
}
