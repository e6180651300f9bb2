internal import Foundation
internal import PasserelleStore

/// Finds the store that answers a call, and opens it: the only place where that is decided.
///
/// 1. A store that is named is asked as it is.
/// 2. If the user has imported something, the user's own store is asked, with the bundled frameworks
///    brought up to date.
/// 3. Otherwise the snapshot is asked that is installed with the program.
/// 4. Without a snapshot, as in a checkout, the user's store is built.
struct LibraryOpening {
  private let locations: Locations
  private let use: Library.Use

  init(_ locations: Locations, for use: Library.Use) {
    (self.locations, self.use) = (locations, use)
  }

  /// Opens the store.
  func store(
    progress: (String) -> Void, remark: (LibraryRemark) -> Void
  ) throws -> CompetenceStore {
    if let path = locations.namedStore { return try named(path, progress: progress) }
    let hasStore = access(locations.store, F_OK) == 0
    if locations.isHomeless {
      guard use == .asking else { throw LibraryError.noHome }
      remark(.noHome)
      if let path = locations.snapshot { return try CompetenceStore(path: path, isReadOnly: true) }
      guard PrivateFolder.make(locations.data) else {
        throw LibraryError.notPrivate(locations.data)
      }
    } else if use == .asking, !hasStore, let path = locations.snapshot {
      return try CompetenceStore(path: path, isReadOnly: true)
    }
    return try own(progress: progress, remark: remark)
  }

  /// Opens the store that a person has named, or the environment.
  ///
  /// It is brought up to date only where something is missing from it: after it was made for a newer
  /// version of the store, or when what stood in the place of something bundled was removed.
  private func named(_ path: String, progress: (String) -> Void) throws -> CompetenceStore {
    guard access(path, F_OK) == 0 else { throw StoreError.missing(path) }
    let store = try CompetenceStore(path: path)
    if use == .keeping, store.isReadOnly { throw store.readOnlyError }
    let (isBackup, stamp) = try store.read {
      (try $0.isBackup(), try $0.meta(StoredGraph.libraryName) ?? "")
    }
    guard !isBackup else { throw LibraryError.isBackup(path) }
    if !store.isReadOnly, stamp.isEmpty {
      try BundledFrameworks(locations)?.update(store, progress: progress)
    }
    return store
  }

  /// Opens the user's own store.
  private func own(
    progress: (String) -> Void, remark: (LibraryRemark) -> Void
  ) throws -> CompetenceStore {
    do {
      try FileManager.default.createDirectory(
        atPath: locations.data, withIntermediateDirectories: true)
    } catch {
      throw LibraryError.noDataFolder(locations.data)
    }
    if let place = UnsafePlace.store(locations.store) { throw LibraryError.unsafe(place) }
    let bundled = try BundledFrameworks(locations)
    if let snapshot = locations.snapshot { StoreFile.copyIfNone(snapshot, to: locations.store) }
    let store = try CompetenceStore(path: locations.store)
    guard let bundled, try !bundled.areUpToDate(in: store) else {
      if use == .keeping, store.isReadOnly { throw store.readOnlyError }
      return store
    }
    if use == .asking, let snapshot = bundled.snapshot, try store.imports().isEmpty {
      return snapshot
    }
    guard !store.isReadOnly else {
      guard use == .asking else { throw store.readOnlyError }
      remark(.notUpToDate(store.path))
      return store
    }
    try bundled.update(store, progress: progress)
    let imports = try store.imports()
    let lost = ImportList(beside: store.path).entries.filter { !imports.contains($0.name) }
    if !lost.isEmpty { remark(.lost(lost.map(\.name), list: store.path)) }
    return store
  }
}
