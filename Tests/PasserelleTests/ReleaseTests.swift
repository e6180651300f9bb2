import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// Releases of many files, from their folders into the store.
struct ReleaseTests {
  private static let shared = Place.root.appending(path: "../shared/data").standardizedFileURL
  private static let esco = ["esco-1.1.1-classification-en", "esco-1.1.1-relations"].map {
    shared.appending(path: $0).path
  }
  private static let areHere = esco.allSatisfy { FileManager.default.fileExists(atPath: $0) }
  private static let absence: Comment = "the data is not beside this checkout"

  @Test func theFilesOfTwoFoldersAreOneSource() throws {
    let place = try Place()
    defer { place.remove() }
    try place.write(folder: "esco-1.1.1", ["occupations_en.csv": Self.occupations])
    try place.write(
      folder: "relations",
      [
        "occupationSkillRelations.csv":
          "occupationUri,relationType,skillUri\ne/o1,essential,e/s1\n",
        "skills_en.csv":
          "conceptType,conceptUri,preferredLabel\nKnowledgeSkillCompetence,e/s1,cut\n",
      ])
    let files = try ["relations", "esco-1.1.1"].flatMap {
      try SourceFile.files(at: place.folder.appending(path: $0).path)
    }
    let library = try place.library()
    let report = try library.importing(files)

    #expect(report.diagnostics == [])
    #expect(report.readers.map(\.adapter) == ["ESCO", "ESCO", "ESCO"])
    let id = try #require(Identifier("esco@1.1.1:o1"))
    let links = try library.store.read { try $0.links(from: id) }
    #expect(links.map(\.link.to.description).sorted() == ["esco@1.1.1:s1", "isco-08:7115"])
    let places = links.map(\.evidence.position.description).sorted()
    #expect(
      places == [
        "esco-1.1.1/occupations_en.csv:2:17", "relations/occupationSkillRelations.csv:2:1",
      ])
  }

  @Test func aHierarchyThatGoesOnWhereNothingIsKnownIsOneWarning() throws {
    let place = try Place()
    defer { place.remove() }
    let text = Self.occupations + "Occupation,e/o2,7999,a,\nOccupation,e/o3,7999,b,\n"
    try place.write(folder: "esco-1.1.1", ["occupations_en.csv": text])
    let library = try place.library()
    let files = try SourceFile.files(at: place.folder.appending(path: "esco-1.1.1").path)
    let report = try library.importing(files)

    #expect(report.hasErrors == false)
    #expect(report.diagnostics.map(\.id) == ["unknown-wider"])
    let told = try #require(report.diagnostics.first)
    #expect(told.summary.hasPrefix("2 concepts belong below concepts of 'isco-08'"))
    #expect(told.position.description.hasSuffix("esco-1.1.1/occupations_en.csv:3:17"))
  }

  @Test(.enabled(if: areHere, absence))
  func readsTheWholeOfESCO() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let report = try library.importing(Self.esco.flatMap { try SourceFile.files(at: $0) })

    #expect(report.hasErrors == false)
    // 67 relations and a broader one of one removed occupation; 7 broader ones of groups.
    // One skill of `skillSkillRelations.csv` is said to require itself.
    #expect(
      report.diagnostics.map(\.id) == Array(repeating: "dangling-row", count: 9) + [
        "self-reference"
      ])
    let statistics = try library.store.read { try $0.statistics() }
    let esco = try #require(statistics.publications.first { $0.name == "esco@1.1.1" })
    let tiers = Dictionary(uniqueKeysWithValues: esco.tiers.map { ($0.name, $0.count) })
    #expect(
      tiers == [
        "occupation": 3_007, "skill/competence": 10_831, "knowledge": 3_059, "skill group": 640,
        "collection": 7,
      ])
    let competences = statistics.concepts.first { $0.name == "competence" }
    #expect(competences?.count == 13_896)
    let links = Dictionary(uniqueKeysWithValues: statistics.links.map { ($0.name, $0.count) })
    let required = links["requiresEssential", default: 0] + links["requiresOptional", default: 0]
    #expect(required == 123_855 - 67 + 5_899 - 1)
    #expect(links["partOf"] == 1_201 + 570 + 346 + 126 + 122 + 40 + 26)
  }

  private static let occupations = """
    conceptType,conceptUri,iscoGroup,preferredLabel,altLabels
    Occupation,e/o1,7115,carpenter,

    """
}

extension Place {
  /// Writes files into a folder.
  func write(folder name: String, _ files: [String: String]) throws {
    let path = folder.appending(path: name)
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    for (file, text) in files { try Data(text.utf8).write(to: path.appending(path: file)) }
  }
}
