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

  @Test(arguments: [false, true])
  func aWorkbookIsReadAgainByItsSheetAndItsMap(isBundled: Bool) throws {
    defer { place.remove() }
    let folder = place.folder.appending(path: "maps/Classifications")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let map = try place.write("maps/Classifications/k.yaml", Self.map)
    let workbook = try workbook("x.xlsx")
    func library() throws -> Library {
      try place.library { $0.maps = place.folder.appending(path: "maps").path }
    }
    let choice = SourceChoice(sheets: ["Codes"], map: isBundled ? "k" : map.path)
    let files = try choice.files(atAll: [workbook], library().locations)
    #expect(try library().importing(files).publications == ["xx-k"])
    let before = try hash()
    try lose()
    #expect(try library().rebuild().restored == ["xx-k"])
    #expect(try hash() == before)

    try lose()
    _ = try place.write("maps/Classifications/k.yaml", Self.map + "# seen\n")
    let left = try library().rebuild().left
    // A map that comes with the program is that of the program.
    #expect(left.map(\.source) == (isBundled ? [] : [map.path]))
    #expect(left.allSatisfy { $0.reason == .changed(since: Day.today().description) })
  }

  @Test func theMapBesideATableBelongsToIt() throws {
    defer { place.remove() }
    let map = try place.write("x.yaml", Self.map)
    let workbook = try workbook("x.xlsx")
    let choice = SourceChoice(sheets: ["Codes"])
    _ = try place.library().importing(choice.files(atAll: [workbook], place.locations))
    try lose()
    try FileManager.default.removeItem(atPath: map.path)
    let left = try place.library().rebuild().left
    #expect(left.map(\.reason) == [.unmapped] && left.map(\.source) == [workbook])
    _ = try place.write("x.yaml", Self.map)
    #expect(try place.library().rebuild().restored == ["xx-k"])
  }

  @Test func workbooksOfOneImportAreToldApart() throws {
    defer { place.remove() }
    let names = ["a", "b"]
    for name in names {
      _ = try place.write("\(name).yaml", Self.map.replacing("xx-k", with: "xx-\(name)"))
    }
    let paths = try names.map { try workbook("\($0).xlsx") }
    let choice = SourceChoice(sheets: ["Codes"])
    _ = try place.library().importing(choice.files(atAll: paths, place.locations))

    let entries = ImportList(beside: place.locations.store).entries
    #expect(entries.map(\.source) == paths && Set(entries.map(\.hash)).count == 1)
    #expect(entries.allSatisfy { !$0.hash.isEmpty && !$0.mapHash.isEmpty })
    #expect(ImportList(beside: place.locations.store).entries.map(\.choice) == [choice, choice])
    try lose()
    #expect(try place.library().rebuild().restored == ["xx-a", "xx-b"])
  }

  @Test func aListThatWasSavedOnWindowsIsRead() throws {
    defer { place.remove() }
    _ = try place.library().importing([framework("xx-nqf"), framework("yy-nqf")])
    let path = place.locations.store + ".imports.tsv"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try Data(text.replacing("\n", with: "\r\n").utf8).write(to: URL(filePath: path))
    try lose()
    #expect(try place.library().rebuild().restored == ["xx-nqf", "yy-nqf"])
  }

  @Test func aLargeFileIsKnownByItsHashToo() throws {
    defer { place.remove() }
    let path = place.folder.path + "/large"
    var bytes = [UInt8](repeating: 0x61, count: 17 << 20)
    try Data(bytes).write(to: URL(filePath: path))
    let hash = ImportList.hash(ofFileAt: path)
    bytes[bytes.count - 1] = 0x62
    try Data(bytes).write(to: URL(filePath: path))
    #expect(hash.count == 64 && ImportList.hash(ofFileAt: path) != hash)
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

  private static let map = """
    framework: {id: xx-k, kind: classification-of-occupations, title: {en: K}}
    sources: {o: {title: T, publisher: O}}
    columns: {code: Code, title: {en: Title}}

    """

  /// A workbook of two sheets with the same columns, of which one has a code twice.
  private func workbook(_ name: String) throws -> String {
    let url = place.folder.appending(path: name)
    let rows = [["Code", "Title"], ["01", "One"]]
    try TestArchive.excel([
      "Draft": TestArchive.rows(rows + [["01", "Another"]]), "Codes": TestArchive.rows(rows),
    ]).write(to: url)
    return url.path
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
