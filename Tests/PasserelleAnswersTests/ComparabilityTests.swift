import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Statements of comparability: their page, their number, and what is kept of a profile.
struct ComparabilityTests {
  private static let languages = Place.root.appending(path: "Languages").path
  private static let profiles = Place.root.appending(path: "Documentation/Profiles").path

  // MARK: - The page

  @Test(arguments: Language.names(in: languages))
  func aPageNeedsNothingButItself(language: String) throws {
    for page in try pages(in: language).values {
      #expect(page.hasPrefix("<!doctype html>"))
      #expect(page.contains("<html lang=\"\(language)\""))
      #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("@import"))
    }
  }

  @Test func whatAPersonWritesIsNoMarkup() throws {
    let profile = try read(
      "profile: 1\nreference: '<b>1</b>'\nexperience: [{title: '<script>alert(1)</script>'}]\n")
    let page = try page(of: profile, in: "en")

    #expect(!page.contains("<script") && !page.contains("<b>1"))
    #expect(page.contains("&lt;script&gt;"))
  }

  // MARK: - The profile

  @Test(arguments: try FileManager.default.contentsOfDirectory(atPath: profiles))
  func aProfileThatIsKeptInAStatementIsReadAsItWas(name: String) throws {
    let source = ProfileSource(Self.loader)
    let path = "\(Self.profiles)/\(name)"
    let (record, _) = try source.profile(in: SourceFile(name: path, path: path))
    let before = try #require(record)
    let (again, problems) = source.profile(
      inJSON: Array(ProfileDocument(before).json.utf8), named: "kept")
    let after = try #require(again)

    #expect(problems.isEmpty)
    #expect(after.profile == before.profile)
    #expect(after.certificates.map(\.value) == before.certificates.map(\.value))
    #expect(after.experience.map(\.value) == before.experience.map(\.value))
    #expect(after.competences.map(\.value) == before.competences.map(\.value))
    #expect(after.languages.map(\.value) == before.languages.map(\.value))
  }

  @Test func theStoreIsAsItWasAfterAnAssessment() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    func content() throws -> Data {
      try library.store.write { _ in }
      return try Data(contentsOf: URL(filePath: library.locations.store))
    }
    let before = try content()
    _ = try statement(
      of: read("profile: 1\nreference: case-42-of-nobody\n"), by: library, in: "en")

    #expect(try content() == before)
  }

  // MARK: - The number

  @Test func whatIsAskedAgainHasTheSameNumberAndAnythingElseAnother() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    func number(_ text: String, _ language: String) throws -> String {
      try statement(of: read(text), by: library, in: language).number
    }
    let (one, other) = ("profile: 1\nreference: a\n", "profile: 1\nreference: a\nfrom: UA\n")

    #expect(try number(one, "en") == number(one, "en"))
    #expect(try number(one, "en") != number(one, "fr"))
    #expect(try number(one, "en") != number(other, "en"))
    #expect(try number(one, "en").hasPrefix("a/2026-11-25/"))
  }

  // MARK: - Support

  private static let loader = AdapterLoader(Place.bundledOnly)

  private func read(_ text: String) throws -> ProfileRecord {
    let file = FileManager.default.temporaryDirectory
      .appending(path: "profile-\(UUID().uuidString).yaml")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (record, problems) = try ProfileSource(Self.loader)
      .profile(in: SourceFile(name: "profile.yaml", path: file.path))
    #expect(problems.isEmpty)
    return try #require(record)
  }

  private func statement(
    of profile: ProfileRecord, by library: Library, in language: String
  ) throws -> ComparabilityRecord {
    try library.store.read { graph in
      let ireland = try graph.frameworks().filter { $0.name.series == "ie-nqf" }
      let question = Assessment.Question(
        profile: profile, destinations: ireland, country: try #require(CountryCode("IE")),
        purpose: .study, day: "2026-11-25")
      return ComparabilityRecord(
        try Assessor(graph, question: question).assess(), language: language, graphHash: "0")
    }
  }

  private func page(of profile: ProfileRecord, in language: String) throws -> String {
    let place = try Place()
    defer { place.remove() }
    let say = try Language(language, in: Self.languages)
    let statement = try statement(
      of: profile, by: place.library(), in: language)
    return SheetPage(ComparabilityWriter(statement, in: say).sheet).text
  }

  /// The pages of the worked profiles, by their files.
  private func pages(in language: String) throws -> [String: String] {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let say = try Language(language, in: Self.languages)
    var pages: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.profiles) {
      let path = "\(Self.profiles)/\(name)"
      let (record, _) = try ProfileSource(Self.loader)
        .profile(in: SourceFile(name: path, path: path))
      let statement = try statement(of: #require(record), by: library, in: language)
      pages[name] = SheetPage(ComparabilityWriter(statement, in: say).sheet).text
    }
    return pages
  }
}
