import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import Synchronization
import TestSupport
import Testing

/// Copies of the store: snapshots that are asked as they are, and backups of what was imported.
struct StoreFileTests {
  private let place: Place
  private let library: Library

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    library = try place.library()
  }

  private var file: String { place.folder.path + "/copy.db" }

  @Test func aSnapshotSaysWhatTheStoreSays() throws {
    defer { place.remove() }
    try importXland()
    let written = try library.snapshot(to: file)

    #expect(written.contentHash == (try hash(of: library)))
    #expect(try hash(of: named(file)) == written.contentHash)
    #expect(written.imports == ["xx-nqf"])
  }

  @Test func aSnapshotIsOneFileOfTheSameBytes() throws {
    defer { place.remove() }
    let one = try library.snapshot(to: file)
    let other = try library.snapshot(to: file + "2")
    _ = try named(file).store.read { try $0.statistics() }

    #expect(one.sha256 == other.sha256)
    #expect(try library.snapshot(to: file + "3").sha256 == one.sha256)
    #expect(!FileManager.default.fileExists(atPath: file + "-wal"))
  }

  @Test func aSnapshotIsAskedAsItIs() throws {
    defer { place.remove() }
    _ = try library.snapshot(to: file)
    let bytes = try Data(contentsOf: URL(filePath: file))
    try importXland()

    #expect(try named(file).store.imports() == [])
    #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
  }

  @Test func aSnapshotIsReadByManyThreadsAtOnce() throws {
    defer { place.remove() }
    let hash = try library.snapshot(to: file).contentHash
    let found = Mutex<[String]>([])
    try CompetenceStore(path: file, isReadOnly: true).read(by: 3) { graph in
      let hash = try graph.contentHash()
      found.withLock { $0.append(hash) }
    }

    #expect(found.withLock { $0 } == [hash, hash, hash])
  }

  @Test func whatIsNotASnapshotIsNotReplaced() throws {
    defer { place.remove() }
    let text = try place.write("notes.txt", "mine")

    for path in [text.path, place.locations.store, place.folder.path, "/dev/null"] {
      #expect(throws: StoreFileError.self) { try library.snapshot(to: path) }
    }
    #expect(try String(contentsOfFile: text.path, encoding: .utf8) == "mine")
    #expect(try library.store.imports() == [])
  }

  @Test func aBackupBringsBackWhatWasImported() throws {
    defer { place.remove() }
    try importXland()
    let before = try hash(of: library)
    let backup = try library.backup(to: file)
    try library.store.write { try $0.remove(#require(FrameworkName("xx-nqf"))) }
    #expect(try hash(of: library) != before)

    #expect(try library.restore(from: file) == ["xx-nqf"])
    #expect(try hash(of: library) == before)
    #expect(backup.imports == ["xx-nqf"])
    let found = try library.store.read { try $0.search("schweisser", limit: 5) }
    #expect(!found.isEmpty)
  }

  @Test func aBackupIsRestoredIntoAnotherStore() throws {
    defer { place.remove() }
    try importXland()
    _ = try library.backup(to: file)
    let other = try Place(bundling: SmallLibrary.descriptors)
    defer { other.remove() }

    let target = try other.library()
    _ = try target.importing([other.write("other.yaml", Self.xland.replacing("xx-", with: "zz-"))])
    _ = try target.restore(from: file)
    #expect(try target.store.imports() == ["xx-nqf", "zz-nqf"])
    try target.store.write { try $0.remove(#require(FrameworkName("zz-nqf"))) }
    #expect(try hash(of: target) == hash(of: library))
  }

  @Test func aRestoredFrameworkTakesThePlaceOfTheBundledOne() throws {
    defer { place.remove() }
    let name = try #require(SmallLibrary.descriptors.keys.sorted().first)
    let own = try #require(SmallLibrary.descriptors[name])
    _ = try library.importing([place.write("own.yaml", own)])
    let imports = try library.store.imports()
    _ = try library.backup(to: file)
    let other = try Place(bundling: SmallLibrary.descriptors)
    defer { other.remove() }

    _ = try other.library().restore(from: file)
    #expect(try other.library().store.imports() == imports)
  }

  @Test func aBackupIsNotAsked() throws {
    defer { place.remove() }
    _ = try library.backup(to: file)

    #expect(throws: LibraryError.self) { try named(file) }
  }

  @Test(arguments: ["no store, but a text that is long enough to be taken for one in haste", ""])
  func whatIsNoStoreIsNotRestored(text: String) throws {
    defer { place.remove() }
    let text = try place.write("text.db", text)

    #expect(throws: StoreError.self) { try library.restore(from: text.path) }
  }

  @Test func aDamagedBackupIsNotRestored() throws {
    defer { place.remove() }
    try importXland()
    _ = try library.backup(to: file)
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes.replaceSubrange(17_000..<40_000, with: Data(count: 23_000))
    try bytes.write(to: URL(filePath: file))
    try library.store.write { try $0.remove(#require(FrameworkName("xx-nqf"))) }

    #expect(throws: StoreError.self) { try library.restore(from: file) }
    #expect(try library.store.imports() == [])
  }

  private func named(_ path: String) throws -> Library {
    var locations = place.locations
    locations.namedStore = path
    return try Library(at: locations)
  }

  private func importXland() throws {
    let report = try library.importing([place.write("xx.yaml", Self.xland)])
    #expect(!report.hasErrors)
  }

  private func hash(of library: Library) throws -> String {
    try library.store.read { try $0.contentHash() }
  }

  static let xland = """
    passerelle: 1
    framework:
      id: xx-nqf
      kind: qualifications-framework
      title: {en: Framework of Xland}
      acronyms: [XNQF]
      country: IE
      source: act
    sources:
      act: {title: The act, date: "2019", official: true}
    levels:
      - {code: a, title: {en: A, de: Erste}, referencedTo: {to: "eqf:3", source: act}}
    qualifications:
      - code: welder
        title: {de: Schweißer}
        level: a
        notes: [{text: {en: Awarded since 2019.}}]
    """
}
