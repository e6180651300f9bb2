import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// A table that nobody has described is read by the map that is of its columns, if there is one.
struct BundledMapsTests {
  private let place: Place

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    let maps = place.folder.appending(path: "Maps/Classifications")
    try FileManager.default.createDirectory(at: maps, withIntermediateDirectories: true)
    for (name, text) in ["a": Self.map("a"), "b": Self.map("b", "{seen: x, name: \"*b*\"}")] {
      try Data(text.utf8).write(to: maps.appending(path: "\(name).yaml"))
    }
  }

  private static func map(_ name: String, _ layout: String = "{seen: x, has: {Code: a1}}") -> String
  {
    """
    layout: \(layout)
    framework: {id: xx-\(name), kind: classification-of-occupations, title: {en: K}}
    sources: {o: {title: T, publisher: O}}
    columns: {code: Code, title: {en: Title}, ignored: [Note]}

    """
  }

  private static let table = "Code,Title,Note\na1,One,\n"

  @Test func aTableIsReadByTheMapOfItsColumns() throws {
    let report = try check("t.csv", Self.table)
    #expect(report.readers.map(\.map) == ["a"])
    #expect(report.publications.map { "\($0)" } == ["xx-a"])
    #expect(report.diagnostics == [])
  }

  @Test(arguments: [
    // A column is missing, one is there that the map does not name, no row has the value.
    "Code,Title\na1,One\n", "Code,Title,Note,More\na1,One,,\n", "Code,Title,Note\n01,One,\n",
  ])
  func anotherTableIsNot(_ text: String) throws {
    let report = try check("t.csv", text)
    #expect(report.readers.map(\.map) == [nil])
    #expect(report.publications == [])
  }

  @Test func theMapBesideATableWins() throws {
    _ = try place.write(
      "t.yaml", Self.map("own").replacing("layout: {seen: x, has: {Code: a1}}", with: ""))
    let report = try check("t.csv", Self.table)
    #expect(report.readers.map(\.map) == [nil])
    #expect(report.publications.map { "\($0)" } == ["xx-own"])
  }

  @Test func theMapInATableWins() throws {
    let head = Self.map("in").split(separator: "\n").dropFirst().map { "# \($0)\n" }.joined()
    let report = try check("t.csv", head + Self.table)
    #expect(report.readers.map(\.map) == [nil])
    #expect(report.publications.map { "\($0)" } == ["xx-in"])
  }

  @Test func ofAFolderATextIsReadThatAMapShowsToBeATable() throws {
    defer { place.remove() }
    let folder = place.folder.appending(path: "in")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    _ = try place.write("in/t.txt", Self.table.replacing(",", with: "\t"))
    _ = try place.write("in/Read Me.txt", "A release\n")
    let report = try place.library { $0 = locations }.checking(SourceFile.files(at: folder.path))
    #expect(report.readers.map(\.map) == ["a"])
    #expect(report.leftOut.count == 1)
    #expect(report.diagnostics == [])
  }

  @Test func aCopyBesideATableThatItDoesNotFitIsReadAndSaysWhy() throws {
    _ = try place.write("t.yaml", Self.map("own"))
    let report = try check("t.csv", "Code,Note\n01,\n")
    #expect(report.readers.map(\.adapter) == ["Classifications"])
    #expect(report.diagnostics.map(\.id).contains("missing-column"))
  }

  @Test func whichOfTwoMapsIsMeantIsNotGuessed() throws {
    let report = try check("b.csv", Self.table)
    #expect(report.readers.map(\.map) == [nil])
    #expect(report.diagnostics.map(\.id).contains("several-maps"))
  }

  @Test func aPersonMayChoose() throws {
    let report = try check("b.csv", Self.table, map: "b")
    #expect(report.readers.map(\.map) == ["b"])
    #expect(report.publications.map { "\($0)" } == ["xx-b"])
    #expect(throws: SourceFileError.self) { try TableMap("c", among: BundledMaps(locations)) }
  }

  private var locations: Locations {
    var locations = place.locations
    locations.maps = place.folder.appending(path: "Maps").path
    return locations
  }

  private func check(
    _ name: String, _ text: String, map: String? = nil
  ) throws -> Importer.Report {
    defer { place.remove() }
    _ = try place.write(name, text)
    var files = try SourceFile.files(at: place.folder.appending(path: name).path)
    if let map {
      let map = try TableMap(map, among: BundledMaps(locations))
      files = files.map { $0.described(by: map) }
    }
    return try place.library { $0 = locations }.checking(files)
  }
}
