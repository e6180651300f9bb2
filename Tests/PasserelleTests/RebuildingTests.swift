import Foundation
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import Passerelle

/// A store that was lost is made again from what had been imported, and what cannot be read is told.
struct RebuildingTests {
  private let place: Place

  init() throws { place = try Place(bundling: SmallLibrary.descriptors) }

  @Test func aLostStoreIsMadeAgain() throws {
    defer { place.remove() }
    // The first leads to the second, and comes before it in the list.
    let files = [try framework("xx-nqf", to: "yy-nqf"), try framework("yy-nqf")]
    _ = try place.library().importing(files)
    let before = try hash()
    try lose()
    let rebuilding = try place.library().rebuild()

    #expect(rebuilding.restored == ["xx-nqf", "yy-nqf"] && rebuilding.left.isEmpty)
    #expect(try hash() == before)
    #expect(try place.library().rebuild().restored.isEmpty)
  }

  @Test func whatIsMissingOrHasChangedIsToldAndStaysInTheList() throws {
    defer { place.remove() }
    let (gone, changed) = (try framework("xx-nqf"), try framework("yy-nqf"))
    _ = try place.library().importing([gone, changed])
    try lose()
    try FileManager.default.removeItem(atPath: gone.path)
    _ = try framework("yy-nqf", title: "Another")
    let left = try place.library().rebuild().left

    #expect(left.map(\.name) == ["xx-nqf", "yy-nqf"])
    #expect(left.first?.reason == .missing)
    #expect(left.last?.reason == .changed(since: Day.today().description))
    #expect(try place.library().rebuild(takingChanged: true).restored == ["yy-nqf"])
    #expect(ImportList(beside: place.locations.store).entries.count == 2)
  }

  @Test func whatTheStoreHasIsNotReplaced() throws {
    defer { place.remove() }
    let folder = place.folder.appending(path: "both")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["xx-nqf", "yy-nqf"] {
      try Data(Self.descriptor(name).utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    _ = try place.library().importing(SourceFile.files(atAll: [folder.path]))
    try lose()
    let newer = try framework("yy-nqf", title: "Newer")
    var list = ImportList(beside: place.locations.store)
    _ = try place.library().importing([newer])
    let rebuilding = try place.library().rebuild()

    #expect(rebuilding.restored.isEmpty)
    #expect(rebuilding.left.map(\.source) == [folder.path])
    #expect(rebuilding.left.first?.description.contains("'yy-nqf', which is in the store") == true)
    list = ImportList(beside: place.locations.store)
    #expect(list.entries.map(\.source) == [folder.path, newer.path])
  }

  @Test func whatCameFromABackupIsTakenFromItAgain() throws {
    defer { place.remove() }
    _ = try place.library().importing([framework("xx-nqf")])
    let file = place.folder.path + "/backup.db"
    _ = try place.library().backup(to: file)
    try lose()
    _ = try place.library().restore(from: file)
    try lose()
    #expect(try place.library().rebuild().restored == ["xx-nqf"])
  }

  @Test func aStoreThatIsOfNoUseIsSetAside() throws {
    defer { place.remove() }
    _ = try place.library().importing([framework("xx-nqf")])
    #expect(try StoreFile.setAside(at: place.locations) == nil)
    for text in ["no store", "nor this"] {
      try lose()
      try Data(text.utf8).write(to: URL(filePath: place.locations.store))
      let aside = try #require(try StoreFile.setAside(at: place.locations))
      #expect(try String(contentsOfFile: aside, encoding: .utf8) == text)
      #expect(try place.library().rebuild().restored == ["xx-nqf"])
    }
  }

  // MARK: -

  private func framework(
    _ name: String, title: String = "X", to target: String? = nil
  ) throws -> SourceFile {
    try place.write("\(name).yaml", Self.descriptor(name, title: title, to: target))
  }

  private static func descriptor(
    _ name: String, title: String = "X", to target: String? = nil
  ) -> String {
    """
    passerelle: 1
    framework: {id: \(name), kind: qualifications-framework, title: {en: \(title)}, source: act}
    sources: {act: {title: An act}}
    levels:
      - {code: "1", title: {en: Level 1}\(target.map { ", closeMatch: {to: '\($0):1'}" } ?? "")}
    """
  }

  private func hash() throws -> String {
    try place.library().store.read { try $0.contentHash() }
  }

  private func lose() throws {
    for suffix in ["-wal", "-shm", ""] {
      try? FileManager.default.removeItem(atPath: place.locations.store + suffix)
    }
  }
}
