import Foundation
import Passerelle
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// What becomes of a store that something other than the program has changed.
struct DamagedStoreTests {
  private let place: Place
  /// A compact copy of the store, and its bytes.
  private let file: String
  private let whole: [UInt8]
  private let hash: String

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    file = place.folder.path + "/copy.db"
    hash = try place.library().snapshot(to: file).contentHash
    whole = Array(try Data(contentsOf: URL(filePath: file)))
  }

  @Test func aStoreIsWhatWasWritten() throws {
    defer { place.remove() }
    for path in [file, place.locations.store] {
      let check = try CompetenceStore(path: path).verify()
      #expect(check.isWhole && check.hasChecksums && check.pages > 0)
    }
  }

  /// Flips of one bit and of many, the first of them in the head of the file, where what says how it is to be read stands.
  @Test func noDamageIsAnAnswer() throws {
    defer { place.remove() }
    var dice = Dice(seed: 23)
    var named = 0
    let expected = try place.library().store.read { try text(of: $0) }
    for round in 0..<100 {
      var bytes = whole
      let start = round < 40 ? round * 2 + 16 : Int.random(in: 0..<bytes.count, using: &dice)
      for at in start..<min(bytes.count, start + [1, 8, 64][round % 3]) {
        bytes[at] ^= UInt8.random(in: 1...255, using: &dice)
      }
      try write(bytes)
      do {
        let said = try CompetenceStore(path: file, isReadOnly: true).read { graph in
          (try graph.statistics().contentHash, try text(of: graph))
        }
        // Where it was harmless, the answers are the very same: 16 bytes of the head say nothing.
        #expect(said.0 == hash, "a flip at \(start) is not noticed")
        #expect(said.1 == expected, "a flip at \(start) changes what is stated")
      } catch is StoreError {
        named += 1
      }
    }
    #expect(named > 60)
  }

  @Test(arguments: [1, 5_000, 16_384, 40_000])
  func aFileThatIsCutShortIsNoticed(bytes: Int) throws {
    defer { place.remove() }
    try write(Array(whole.dropLast(bytes)))
    #expect(throws: StoreError.self) {
      let check = try CompetenceStore(path: file, isReadOnly: true).verify()
      if !check.isWhole { throw StoreError.damaged(file) }
    }
  }

  @Test func theErrorSaysTheWayOut() throws {
    defer { place.remove() }
    var bytes = whole
    for at in stride(from: 16_400, to: bytes.count, by: 1_000) { bytes[at] ^= 1 }
    try write(bytes)
    let error = #expect(throws: StoreError.self) {
      try CompetenceStore(path: file, isReadOnly: true).read { try text(of: $0) }
    }
    let words = "\(try #require(error))"
    #expect(words.contains(file) && words.contains("is damaged"))
    #expect(words.contains("passerelle restore"))
  }

  /// What an earlier version has made has no checksums; what is made of it has.
  @Test func aCopyOfAnOlderStoreHasChecksums() throws {
    defer { place.remove() }
    let old = place.folder.path + "/old.db"
    try FileManager.default.copyItem(
      atPath: Place.root.appending(path: "Tests/Stores/0.1.0.db").path, toPath: old)
    let store = try CompetenceStore(path: old)
    #expect(try !store.verify().hasChecksums)
    let copy = place.folder.path + "/new.db"
    let copied = try store.snapshot(to: copy)

    let check = try CompetenceStore(path: copy).verify()
    #expect(check.isWhole && check.hasChecksums)
    #expect(try store.read { try $0.contentHash() } == copied)
  }

  @Test func anEmptiedStoreSaysWhatIsLost() throws {
    defer { place.remove() }
    let xland = try place.write("xx.yaml", Self.xland)
    _ = try place.library().importing([xland])
    try empty(place.locations.store)
    let told = try remarks()
    #expect(told.contains { $0.contains("xx-nqf") && $0.contains("restore") })
    #expect(try remarks() == [])

    // Once it is imported again, or given up, it is not missed any more.
    try empty(place.locations.store)
    try place.library().remove(#require(FrameworkName("xx-nqf")))
    try empty(place.locations.store)
    #expect(try remarks() == [])
  }

  private static let xland = """
    passerelle: 1
    framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}}]
    """

  private func remarks() throws -> [String] {
    var remarks: [String] = []
    _ = try Library(at: place.locations, remark: { remarks.append("\($0)") })
    return remarks
  }

  private func empty(_ store: String) throws {
    for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + suffix) }
    try Data().write(to: URL(filePath: store))
  }

  private func write(_ bytes: [UInt8]) throws { try Data(bytes).write(to: URL(filePath: file)) }

  /// All that a store states.
  private func text(of graph: StoredGraph) throws -> [String] {
    var said: [String] = []
    for name in try graph.publications() {
      try graph.statements(of: name) { said.append("\($0)") }
    }
    return said
  }
}
