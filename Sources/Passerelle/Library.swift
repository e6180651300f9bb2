internal import Foundation
package import PasserelleModel
package import PasserelleStore

/// The store with the frameworks that come with the program, ready to be asked.
///
/// It needs no set-up: the store is made at the first call, and brought up to date when the bundled
/// frameworks or the adapters that read them have changed.
package struct Library: Sendable {
  package let locations: Locations
  package let store: CompetenceStore

  package var loader: AdapterLoader { AdapterLoader(locations) }

  /// Opens the library.
  ///
  /// - Parameters:
  ///   - locations: Where things are.
  ///   - progress: Is told when the store is built, because that takes a moment.
  /// - Throws: `LibraryError` or `StoreError` where it cannot be made.
  package init(
    at locations: Locations, progress: (String) -> Void = { _ in }
  ) throws {
    self.locations = locations
    do {
      try FileManager.default.createDirectory(
        atPath: locations.data, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.noDataFolder(locations.data)
    }
    store = try CompetenceStore(path: locations.store)
    try update(progress: progress)
  }

  /// Imports files in one transaction; where one has an error, nothing is kept.
  package func importing(
    _ files: [SourceFile], adapter: String? = nil
  ) throws -> Importer.Report {
    let importer = try Importer(files, adapter: adapter, loader: loader)
    do {
      return try store.write { transaction in
        let report = try importer.run(in: transaction)
        if report.hasErrors { throw Rejected(report: report) }
        return report
      }
    } catch let rejected as Rejected {
      return rejected.report
    }
  }

  /// Reads files as an import would, and keeps nothing.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - adapter: The adapter that reads them; otherwise the one that recognises each.
  ///   - day: The day of the check, as `2026-11-26`; where it is given, what is suspicious is told, too.
  /// - Returns: What is wrong, and what was read.
  /// - Throws: `StoreError`, `SourceFileError` or `AdapterLoadError` where nothing can be checked.
  package func checking(
    _ files: [SourceFile], adapter: String? = nil, on day: Day? = nil
  ) throws -> Importer.Report {
    let importer = try Importer(
      files, adapter: adapter, isBundled: areBundled(files), suspectingOn: day, loader: loader)
    return try store.rehearse { try importer.run(in: $0) }
  }

  /// Reads files as an import would, asks the graph that they would make, and keeps nothing.
  package func rehearsing<Value>(
    _ files: [SourceFile], adapter: String? = nil,
    _ body: (Importer.Report, StoredGraph) throws -> Value
  ) throws -> Value {
    let importer = try Importer(
      files, adapter: adapter, isBundled: areBundled(files), loader: loader)
    return try store.rehearse { transaction in
      try body(importer.run(in: transaction), transaction.graph)
    }
  }

  /// Whether these are the very files that come with the program.
  private func areBundled(_ files: [SourceFile]) -> Bool {
    guard let folder = locations.frameworks else { return false }
    return files.allSatisfy {
      URL(filePath: $0.path).standardizedFileURL.path.hasPrefix(folder + "/")
    }
  }

  /// Brings the bundled frameworks up to date.
  ///
  /// Only the bundled adapters read them: what a user adds must not change what everyone's answers
  /// rest on.
  private func update(progress: (String) -> Void) throws {
    guard let folder = locations.frameworks else { return }
    let loader = AdapterLoader(locations, onlyBundled: true)
    guard let listing = FolderListing(of: folder) else {
      throw SourceFileError(path: folder, why: "the folder cannot be read")
    }
    let stamp = stamp(of: listing, in: folder, readBy: loader)
    guard try store.read({ try $0.meta("library") }) != stamp else { return }
    let name = URL(filePath: folder).lastPathComponent
    let files = SourceFile.files(of: listing, in: folder, named: name)
    let importer = try Importer(files, isBundled: true, loader: loader)
    progress("building the library from \(importer.fileCount) files")
    try store.write { transaction in
      // Another program may have done it while this one waited for the lock.
      guard try transaction.meta("library") != stamp else { return }
      try transaction.removeBundled()
      let report = try importer.run(in: transaction)
      // What a user has put in the place of a bundled framework may lack levels that others lead to.
      // That must not keep the program from answering.
      let isBroken = report.diagnostics.contains { problem in
        problem.severity == .error && !Diagnostic.ID.dangling.contains(problem.id)
      }
      if isBroken {
        throw LibraryError.brokenLibrary(report)
      }
      try transaction.setMeta("library", to: stamp)
    }
  }

  /// What tells that files have changed without reading them: names, sizes and times, of the
  /// frameworks and of the modules that read them.
  private func stamp(
    of listing: FolderListing, in folder: String, readBy loader: AdapterLoader
  ) -> String {
    var fingerprint = Fingerprint()
    fingerprint.add(folder)
    for entry in listing.entries {
      fingerprint.add(entry.name)
      entry.state.add(to: &fingerprint)
    }
    for module in loader.candidates() where module.isOvershadowedBy == nil {
      fingerprint.add(module.path)
      FileState(of: module.path).add(to: &fingerprint)
    }
    return fingerprint.text
  }

  /// Carries the report of an import that was undone out of its transaction.
  private struct Rejected: Error {
    var report: Importer.Report
  }
}

/// Why the library cannot be opened.
package enum LibraryError: Error, CustomStringConvertible {
  case noDataFolder(String)
  case brokenLibrary(Importer.Report)

  package var description: String {
    switch self {
    case .noDataFolder(let path):
      "the folder '\(path)' cannot be created; set PASSERELLE_DATA to a folder that you can write to"
    case .brokenLibrary(let report):
      "the bundled frameworks have errors:\n"
        + report.diagnostics.map(\.description).joined(separator: "\n")
        + report.failures.map { "\n\($0)" }.joined()
    }
  }
}
