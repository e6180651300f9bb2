import Foundation
import TestSupport
import Testing

@testable import Passerelle

/// Whose the user's own store must be: who can write to it can have any answer given.
struct StorePlaceTests {
  private let place: Place

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    _ = try place.library()
  }

  @Test func theUsersOwnStoreIsAsked() throws {
    defer { place.remove() }
    #expect(throws: Never.self) { try Library(at: place.locations) }
  }

  @Test(arguments: [0o777, 0o757])
  func aFolderThatOthersCanWriteToIsRefused(mode: Int) throws {
    defer { place.remove() }
    chmod(place.folder.path, mode_t(mode))
    try expectRefusal(naming: place.folder.path)
  }

  @Test func aStoreThatOthersCanWriteToIsRefused() throws {
    defer { place.remove() }
    chmod(place.locations.store, 0o666)
    try expectRefusal(naming: place.locations.store)
  }

  @Test func aStoreThatIsNoFileIsRefused() throws {
    defer { place.remove() }
    try FileManager.default.removeItem(atPath: place.locations.store)
    try #require(mkfifo(place.locations.store, 0o600) == 0)
    try expectRefusal(naming: place.locations.store)
  }

  @Test func aLinkToAStoreOfOnesOwnIsFollowed() throws {
    defer { place.remove() }
    let moved = place.folder.appending(path: "moved.db").path
    try FileManager.default.moveItem(atPath: place.locations.store, toPath: moved)
    try #require(symlink("moved.db", place.locations.store) == 0)
    #expect(throws: Never.self) { try Library(at: place.locations) }

    chmod(moved, 0o666)
    try expectRefusal(naming: "moved.db")
  }

  /// Two users take part, so that only the administrator can try it.
  @Test(.enabled(if: geteuid() == 0), arguments: ["", "/graph.db", "/graph.db-wal"])
  func whatAnotherUserHasPutThereIsRefused(file: String) throws {
    defer { place.remove() }
    let planted = place.folder.path + file
    if file.hasSuffix("-wal") { try Data().write(to: URL(filePath: planted)) }
    try #require(chown(planted, 65_534, 65_534) == 0)
    try expectRefusal(naming: planted)
  }

  /// Whoever names a store has chosen it.
  @Test func aStoreThatIsNamedIsAsked() throws {
    defer { place.remove() }
    chmod(place.folder.path, 0o777)
    var locations = place.locations
    locations.namedStore = place.locations.store
    #expect(throws: Never.self) { try Library(at: locations) }
  }

  @Test func aHomeThatDependsOnTheCurrentFolderIsNone() {
    let locations = Locations.standard(environment: ["HOME": "here", "XDG_DATA_HOME": "there"])
    #expect(locations.isHomeless)
    #expect(!Locations.standard(environment: ["HOME": "/home/me"]).isHomeless)
  }

  private func expectRefusal(naming path: String) throws {
    let error = #expect(throws: LibraryError.self) { try Library(at: place.locations) }
    let words = "\(try #require(error))"
    #expect(words.contains(path) && words.contains("PASSERELLE_DATA"))
  }
}
