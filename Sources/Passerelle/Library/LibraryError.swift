internal import PasserelleModel

/// Why the library cannot be opened.
package enum LibraryError: Error, CustomStringConvertible {
  case noDataFolder(String)
  case brokenLibrary(Importer.Report)
  /// What was named as a store holds only what a user has imported.
  case isBackup(String)
  /// Something is to be kept, and there is no folder of the user's.
  case noHome
  /// Without a folder of the user's, a temporary one would do, but others have to do with it.
  case notPrivate(String)
  /// Someone else can change the user's store, or has made it.
  case unsafe(UnsafePlace)

  package var description: String {
    switch self {
    case .noDataFolder(let path):
      "the folder '\(path)' cannot be created; set PASSERELLE_DATA to a folder that you can write to"
    case .brokenLibrary(let report):
      "the bundled frameworks have errors:\n"
        + report.diagnostics.map(\.description).joined(separator: "\n")
        + report.failures.map { "\n\($0)" }.joined()
    case .isBackup(let path):
      "'\(path)' is a backup, which cannot be asked by itself; 'passerelle restore' takes it over"
    case .noHome:
      "there is no place to keep it, since neither HOME nor PASSERELLE_DATA is set; set PASSERELLE_DATA to a "
        + "folder of your own"
    case .notPrivate(let path):
      "neither HOME nor PASSERELLE_DATA is set, and the temporary folder '\(path)' is not yours alone; set "
        + "PASSERELLE_DATA to a folder of your own"
    case .unsafe(let place):
      "the store is not asked, since others may have put it there or changed it: \(place.words); set "
        + "PASSERELLE_DATA to a folder of your own, or name the store with '--store' if you trust whoever "
        + "can write to it"
    }
  }
}

/// What whoever asks a library must know of where the answers come from.
package enum LibraryRemark: CustomStringConvertible, Sendable {
  /// There is no folder of the user's: only what comes with the program is asked.
  case noHome
  /// The store has other frameworks than the program, and may not be written.
  case notUpToDate(String)
  /// The store was made anew, and lacks what had been imported.
  case lost([String], list: String)

  package var description: String {
    switch self {
    case .noHome:
      "neither HOME nor PASSERELLE_DATA is set: only what comes with the program is asked, and nothing is "
        + "kept"
    case .notUpToDate(let path):
      "the store '\(path)' may only be read, and is asked as it is: the frameworks of this program are not "
        + "those that it holds"
    case .lost(let names, let store):
      "the store was empty and has been built anew, without what you had imported: "
        + names.joined(separator: ", ")
        + "; 'passerelle rebuild' reads it again, or 'passerelle restore FILE' takes it from a backup. "
        + "'\(store).imports.tsv' says where it came from; 'passerelle remove NAME' forgets it"
    }
  }
}
