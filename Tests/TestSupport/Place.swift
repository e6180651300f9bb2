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

  /// Adapters run in the worker that was built beside the tests.
  package static let isolation = Locations.Isolation.worker(
    executable: Self.built + "/passerelle-worker")

  /// The adapters that were built, and no library.
  package static let bundledOnly = Locations(
    data: "/nonexistent", bundledAdapters: [Self.built], frameworks: nil,
    isolation: isolation)

  /// A place for the library that comes with the program.
  package init() throws {
    folder = try Self.newFolder()
    locations = Self.locations(in: folder, frameworks: BuiltLibrary.frameworks)
  }

  /// A place whose library is made of a few descriptors, by the names of their files.
  ///
  /// What is tested with it does not depend on a datum of the real library.
  package init(bundling descriptors: [String: String]) throws {
    folder = try Self.newFolder()
    let frameworks = folder.appending(path: "Frameworks")
    try FileManager.default.createDirectory(at: frameworks, withIntermediateDirectories: true)
    for (name, text) in descriptors {
      try Data(text.utf8).write(to: frameworks.appending(path: name))
    }
    locations = Self.locations(in: folder, frameworks: frameworks.path)
  }

  private static func newFolder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "library-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  /// The adapters that were built, with the store in a folder.
  static func locations(in folder: URL, frameworks: String) -> Locations {
    Locations(
      data: folder.path, bundledAdapters: [built], frameworks: frameworks, isolation: isolation)
  }

  /// The library, in a store of this place alone.
  ///
  /// - Parameter change: What is different from the locations of the place.
  /// - Returns: The library, up to date.
  /// - Throws: `LibraryError` or `StoreError` where it cannot be made.
  package func library(_ change: (inout Locations) throws -> Void = { _ in }) throws -> Library {
    var locations = locations
    try change(&locations)
    if locations.frameworks == BuiltLibrary.frameworks,
      !FileManager.default.fileExists(atPath: locations.store)
    {
      try BuiltLibrary.copy(to: folder)
    }
    return try Library(at: locations)
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
