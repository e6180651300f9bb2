import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// Which store answers a call, and what is written for it.
struct LibraryOpeningTests {
  private let place: Place
  /// The places of an installation with a snapshot, and of a user who has kept nothing yet.
  private let installed: Locations

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    let snapshot = place.folder.path + "/store.db"
    _ = try place.library().snapshot(to: snapshot)
    var installed = place.locations
    installed.data = place.folder.path + "/home/passerelle"
    installed.snapshot = snapshot
    self.installed = installed
  }

  @Test func theInstalledSnapshotAnswersAndNothingIsWritten() throws {
    defer { place.remove() }
    let library = try Library(at: installed)

    #expect(try library.store.read { try $0.contentHash() } == hash(of: place.library()))
    #expect(library.store.isReadOnly)
    #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/home"))
    // A check reads as an import would, and needs no store of the user's.
    #expect(!(try library.checking([xland]).hasErrors))
    #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/home"))
  }

  @Test func theFirstImportCopiesTheSnapshot() throws {
    defer { place.remove() }
    var built: [String] = []
    let library = try Library(at: installed, for: .keeping) { built.append($0) }
    #expect(!(try library.importing([xland]).hasErrors))

    #expect(built == [])
    #expect(try Library(at: installed).store.imports() == ["xx-nqf"])
    #expect(try Library(at: installed).store.path == installed.store)
    let direct = try place.library()
    _ = try direct.importing([xland])
    #expect(try hash(of: Library(at: installed)) == hash(of: direct))
  }

  @Test func aNewerSnapshotBringsTheBundledPartUpToDateAndKeepsTheRest() throws {
    defer { place.remove() }
    _ = try Library(at: installed, for: .keeping).importing([xland])
    try installNewerSnapshot()

    let library = try Library(at: installed)
    #expect(try library.store.imports() == ["xx-nqf"])
    #expect(try title(of: "lt-nqf", in: library) == "Newer")
    #expect(try !library.store.read { try $0.search("schweisser", limit: 5) }.isEmpty)
    // And to the very content that an import into the newer library would make.
    var fresh = installed
    fresh.data += "2"
    _ = try Library(at: fresh, for: .keeping).importing([xland])
    #expect(try hash(of: library) == hash(of: Library(at: fresh)))
    #expect(try Library(at: installed).store.read { try $0.contentHash() } == hash(of: library))
  }

  @Test func whatStandsInThePlaceOfSomethingBundledStays() throws {
    defer { place.remove() }
    let own = try #require(SmallLibrary.descriptors["lt-nqf.yaml"]).replacing(
      "{en: L}", with: "{en: Mine}")
    let file = try place.write("mine.yaml", own)
    _ = try Library(at: installed, for: .keeping).importing([file])
    try installNewerSnapshot()

    #expect(try title(of: "lt-nqf", in: Library(at: installed)) == "Mine")
    let library = try Library(at: installed, for: .keeping)
    try library.store.write { try $0.remove(#require(FrameworkName("lt-nqf"))) }
    #expect(try title(of: "lt-nqf", in: Library(at: installed)) == "Newer")
  }

  @Test func anOldStoreWithoutImportsIsPassedOver() throws {
    defer { place.remove() }
    _ = try Library(at: installed, for: .keeping)
    try installNewerSnapshot()

    let library = try Library(at: installed)
    #expect(library.store.path == installed.snapshot)
    #expect(try title(of: "lt-nqf", in: library) == "Newer")
  }

  @Test func aStoreThatMayNotBeWrittenIsAskedAndNotChanged() throws {
    defer { place.remove() }
    _ = try place.library().importing([xland])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444], ofItemAtPath: place.locations.store)
    try #require(access(place.locations.store, W_OK) != 0 || geteuid() == 0)
    // The administrator may write everything, so that the store is named as read only here.
    let store = try CompetenceStore(path: place.locations.store, isReadOnly: true)

    #expect(try store.imports() == ["xx-nqf"])
    #expect(throws: StoreError.self) { try store.write { try $0.removeBundled() } }
    let before = try store.read { try $0.contentHash() }
    try store.rehearse { try $0.removeBundled() }
    #expect(try store.read { try $0.contentHash() } == before)
  }

  @Test func aNamedStoreThatIsNotThereIsAnError() throws {
    defer { place.remove() }
    var locations = installed
    locations.namedStore = place.folder.path + "/none.db"

    for use in [Library.Use.asking, .keeping] {
      #expect(throws: StoreError.self) { try Library(at: locations, for: use) }
    }
    #expect(!FileManager.default.fileExists(atPath: place.folder.path + "/none.db"))
  }

  @Test func withoutAHomeTheSnapshotAnswersAndNothingIsKept() throws {
    defer { place.remove() }
    var locations = installed
    locations.isHomeless = true
    var remarks: [String] = []
    let library = try Library(at: locations, remark: { remarks.append("\($0)") })

    #expect(library.store.path == installed.snapshot)
    #expect(remarks.count == 1)
    #expect(throws: LibraryError.self) { try Library(at: locations, for: .keeping) }
    #expect(!FileManager.default.fileExists(atPath: locations.data))
  }

  @Test func withoutAHomeAndASnapshotTheFolderIsPrivate() throws {
    defer { place.remove() }
    var locations = place.locations
    locations.data = place.folder.path + "/passerelle-0"
    locations.isHomeless = true
    _ = try Library(at: locations)
    let attributes = try FileManager.default.attributesOfItem(atPath: locations.data)
    #expect(attributes[.posixPermissions] as? Int == 0o700)

    // Someone else's folder, or a link, in its place is not used.
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: locations.data)
    #expect(throws: LibraryError.self) { try Library(at: locations) }
    try FileManager.default.removeItem(atPath: locations.data)
    try FileManager.default.createSymbolicLink(
      atPath: locations.data, withDestinationPath: place.folder.path)
    #expect(throws: LibraryError.self) { try Library(at: locations) }
  }

  @Test(arguments: [
    ([:], "/tmp/passerelle-\(geteuid())", true),
    (["TMPDIR": "/var/tmp"], "/var/tmp/passerelle-\(geteuid())", true),
    (["HOME": "/home/ada"], "/home/ada/.local/share/passerelle", false),
    (["HOME": "", "XDG_DATA_HOME": "/data"], "/data/passerelle", false),
    (["PASSERELLE_DATA": "/mine", "HOME": "/home/ada"], "/mine", false),
  ])
  func theEnvironmentSaysWhereTheUsersDataIs(
    environment: [String: String], data: String, isHomeless: Bool
  ) {
    let locations = Locations.standard(environment: environment)

    #expect(locations.data == data)
    #expect(locations.isHomeless == isHomeless)
    place.remove()
  }

  @Test func anInstalledProgramSaysWhatItIsMadeOf() throws {
    defer { place.remove() }
    _ = try place.write("commit", "0a1b2c\n")

    let hash = try hash(of: Library(at: installed))
    #expect(
      Passerelle.Program.identity(at: installed) == [
        Passerelle.Program.version, "commit 0a1b2c", "library \(hash)",
      ])
    #expect(Passerelle.Program.identity(at: place.locations) == [Passerelle.Program.version])
  }

  // MARK: - Stores of other versions

  /// A store that version 0.1.0 made, with a framework and mappings that a user had imported.
  @Test func aStoreOfTheFirstVersionLosesNothing() throws {
    defer { place.remove() }
    try FileManager.default.createDirectory(
      atPath: installed.data, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Self.old, toPath: installed.store)
    for locations in [installed, without(snapshot: installed)] {
      try expectOldImports(in: Library(at: locations))
    }
  }

  @Test func aStoreOfTheFirstVersionIsRestored() throws {
    defer { place.remove() }
    let bytes = try Data(contentsOf: URL(filePath: Self.old))
    let library = try Library(at: installed, for: .keeping)

    #expect(try library.restore(from: Self.old) == ["xx-nqf", "xx-to-zz"])
    try expectOldImports(in: library)
    #expect(try Data(contentsOf: URL(filePath: Self.old)) == bytes)
  }

  @Test func anOldStoreThatMayNotBeWrittenIsNamed() {
    defer { place.remove() }
    let error = #expect(throws: StoreError.self) {
      try CompetenceStore(path: Self.old, isReadOnly: true)
    }
    #expect(error?.description.contains("made by an older Passerelle") == true)
  }

  private static let old = Place.root.appending(path: "Tests/Stores/0.1.0.db").path

  private func expectOldImports(in library: Library) throws {
    let statistics = try library.store.read { try $0.statistics() }
    let imports = statistics.publications.filter { !$0.isBundled }
    #expect(imports.map(\.name) == ["xx-nqf", "xx-to-zz"])
    #expect(imports.map(\.concepts) == [3, 0])
    #expect(imports.map(\.links) == [3, 1])
    #expect(try title(of: "xx-nqf", in: library) == "Framework of Xland")
    try library.store.read { graph in
      let welder = try #require(Identifier("xx-nqf:welder"))
      let concept = try #require(try graph.concept(welder))
      #expect(concept.concept.alternatives.entries.map(\.text) == ["Certificate of welding"])
      #expect(concept.evidence.position.line == 18)
      #expect(try graph.notes(about: welder).map(\.note.text.preferred) == ["Awarded since 2019."])
      #expect(try !graph.search("certificate welding", limit: 5).isEmpty)
      #expect(try graph.links(from: welder).map(\.link.to.description) == ["xx-nqf:2"])
    }
  }

  // MARK: - What the tests are made of

  private var xland: SourceFile {
    get throws { try place.write("xx.yaml", StoreFileTests.xland) }
  }

  private func without(snapshot locations: Locations) -> Locations {
    var locations = locations
    locations.snapshot = nil
    return locations
  }

  private func installNewerSnapshot() throws {
    var descriptors = SmallLibrary.descriptors
    descriptors["lt-nqf.yaml"] = descriptors["lt-nqf.yaml"]?.replacing(
      "{en: L}", with: "{en: Newer}")
    let newer = try Place(bundling: descriptors)
    defer { newer.remove() }
    _ = try newer.library().snapshot(to: try #require(installed.snapshot))
  }

  private func title(of name: String, in library: Library) throws -> String? {
    let name = try #require(FrameworkName(name))
    return try library.store.read { try $0.framework(name)?.title.preferred }
  }

  private func hash(of library: Library) throws -> String {
    try library.store.read { try $0.contentHash() }
  }
}
