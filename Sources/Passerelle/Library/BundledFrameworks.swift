internal import Foundation
internal import PasserelleModel
internal import PasserelleStore

/// The frameworks that come with the program, as a store has to have them.
///
/// They are taken from the snapshot that is installed beside them, if there is one; otherwise the bundled
/// adapters read them, and no other: what a user adds must not change what everyone's answers are based on.
struct BundledFrameworks {
  private let origin: Origin
  /// What a store remembers that has them.
  private let stamp: String

  private enum Origin {
    case snapshot(CompetenceStore)
    case folder(String, FolderListing, AdapterLoader)
  }

  /// Looks at what is installed; `nil` if no frameworks are.
  init?(_ locations: Locations) throws {
    if let path = locations.snapshot {
      let store = try CompetenceStore(path: path, isReadOnly: true)
      origin = .snapshot(store)
      stamp = try store.read { try $0.meta(StoredGraph.libraryName) } ?? path
      return
    }
    guard let folder = locations.frameworks else { return nil }
    guard let listing = FolderListing(of: folder) else {
      throw SourceFileError(path: folder, why: "the folder cannot be read")
    }
    let loader = AdapterLoader(locations, onlyBundled: true)
    origin = .folder(folder, listing, loader)
    stamp = Self.stamp(of: listing, in: folder, readBy: loader)
  }

  /// The installed snapshot.
  var snapshot: CompetenceStore? {
    if case .snapshot(let store) = origin { store } else { nil }
  }

  /// Whether a store has them as they are now.
  func areUpToDate(in store: CompetenceStore) throws -> Bool {
    try store.read { try $0.meta(StoredGraph.libraryName) } == stamp
  }

  /// Brings them up to date in a store; what a user has imported stays.
  func update(_ store: CompetenceStore, progress: (String) -> Void) throws {
    switch origin {
    case .snapshot(let snapshot):
      progress("bringing the store up to date")
      try snapshot.read { bundled in
        try update(store) { try $0.update(from: bundled) }
      }
    case .folder(let folder, let listing, let loader):
      let name = URL(filePath: folder).lastPathComponent
      let files = SourceFile.files(of: listing, in: folder, named: name)
      let importer = try Importer(files, isBundled: true, loader: loader)
      progress("building the library from \(importer.fileCount) files")
      try update(store) { transaction in
        try transaction.removeBundled()
        let report = try importer.run(in: transaction)
        // What a user has put in the place of a bundled framework may lack levels that others lead to.
        // That must not keep the program from answering.
        let isBroken = report.diagnostics.contains { problem in
          problem.severity == .error && !Diagnostic.ID.dangling.contains(problem.id)
        }
        if isBroken { throw LibraryError.brokenLibrary(report) }
      }
    }
  }

  private func update(
    _ store: CompetenceStore, _ change: (ImportTransaction) throws -> Void
  ) throws {
    try store.write { transaction in
      // Another program may have done it while this one waited for the lock.
      guard try transaction.meta(StoredGraph.libraryName) != stamp else { return }
      try change(transaction)
      try transaction.setMeta(StoredGraph.libraryName, to: stamp)
    }
  }

  /// What tells that files have changed without reading them: names, sizes and times, of the
  /// frameworks and of the modules that read them.
  private static func stamp(
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
}
