internal import Foundation
internal import PasserelleStore

extension StoreFile {
  /// Moves the user's own store away if it is damaged, is none, or was made by a newer program.
  ///
  /// - Parameter locations: Where it is.
  /// - Returns: Where it is now; `nil` if it stays.
  /// - Throws: `StoreError` if it cannot be looked at, `StoreFileError` if it cannot be moved.
  package static func setAside(at locations: Locations) throws -> String? {
    let path = locations.store
    guard access(path, F_OK) == 0 else { return nil }
    if let place = UnsafePlace.store(path) { throw LibraryError.unsafe(place) }
    do {
      if try CompetenceStore(path: path).verify().isWhole { return nil }
    } catch StoreError.damaged, StoreError.notAStore, StoreError.tooNew {
      // It is no use to this program.
    }
    var (aside, number) = (path + ".set-aside", 1)
    while access(aside, F_OK) == 0 {
      number += 1
      aside = "\(path).set-aside-\(number)"
    }
    // Its log goes with it.
    for suffix in ["-wal", "-shm", ""] {
      guard access(path + suffix, F_OK) == 0 else { continue }
      guard rename(path + suffix, aside + suffix) == 0 else {
        throw StoreFileError.cannotWrite(aside, why: String(cString: strerror(errno)))
      }
    }
    return aside
  }
}
