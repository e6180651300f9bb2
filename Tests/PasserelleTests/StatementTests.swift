import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// Statements of comparability: their languages, their page, and what is kept of a profile.
struct StatementTests {
  private static let languages = Place.root.appending(path: "Languages").path
  private static let profiles = Place.root.appending(path: "Documentation/Profiles").path

  private static func file(_ language: String) throws -> [String: String] {
    let data = try Data(contentsOf: URL(filePath: "\(languages)/\(language).json"))
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  /// The names in braces of a message.
  private static func names(in message: String) -> [String] {
    message.matches(of: /\{(\w+)\}/).map { String($0.output.1) }.sorted()
  }

  // MARK: - Languages

  @Test func englishHasEveryCaveatAsTheEngineSaysIt() throws {
    let english = try Self.file("en")

    #expect(Caveat.allCases.map(\.rawValue).filter { english[$0] != $0 } == [])
  }

  @Test(arguments: MessageCatalogue.languages(in: languages))
  func aLanguageHasAMessageForEveryKeyAndNoOther(language: String) throws {
    #expect(Set(try Self.file(language).keys) == Set(try Self.file("en").keys))
  }

  @Test(arguments: MessageCatalogue.languages(in: languages))
  func aMessageNamesWhatItsEnglishNames(language: String) throws {
    let english = try Self.file("en")
    let others = try Self.file(language).filter { key, message in
      Self.names(in: message) != Self.names(in: english[key] ?? "")
    }
    #expect(others.isEmpty)
  }

  @Test(arguments: MessageCatalogue.languages(in: languages))
  func noMessageClaimsSamenessWithoutADeclaration(language: String) throws {
    let claims = try Self.file(language).values.filter { message in
      ["equival", "équival", "identi", " equal", " égal", "igual"].contains {
        message.lowercased().contains($0)
      }
    }
    #expect(claims.isEmpty)
  }

  /// The keys of messages that stand in the code: whole ones, and the beginnings of those that end in
  /// a word of the graph.
  private static func keysInCode() throws -> (whole: Set<String>, beginnings: Set<String>) {
    var (whole, beginnings): (Set<String>, Set<String>) = ([], [])
    for folder in ["Passerelle/Statement", "PasserelleGraph/Assessment"] {
      let path = Place.root.appending(path: "Sources/\(folder)").path
      for name in try FileManager.default.contentsOfDirectory(atPath: path) {
        let code = try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
        for match in code.matches(of: /"([a-z]+[a-z.-]*)(\\\()?/) {
          if match.output.2 == nil {
            whole.insert(String(match.output.1))
          } else {
            beginnings.insert(String(match.output.1))
          }
        }
      }
    }
    return (whole, beginnings)
  }

  @Test func everyMessageIsSaidSomewhere() throws {
    let (whole, beginnings) = try Self.keysInCode()
    let caveats = Set(Caveat.allCases.map(\.rawValue))
    let dead = try Self.file("en").keys.filter { key in
      !whole.contains(key) && !caveats.contains(key) && key != "language"
        && !beginnings.contains { $0.hasSuffix(".") && key.hasPrefix($0) }
    }
    #expect(dead.isEmpty)
  }

  @Test func everyKeyThatTheCodeNamesHasAMessage() throws {
    let known = Set(try Self.file("en").keys)
    let missing = try Self.keysInCode().whole.filter { $0.contains(".") && !known.contains($0) }

    #expect(missing.isEmpty)
  }

  // MARK: - The page

  @Test(arguments: ["en", "fr", "es"])
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
    let library = try Library(at: place.locations)
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
    let library = try Library(at: place.locations)
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
  ) throws -> StatementOfComparability {
    try library.store.read { graph in
      let ireland = try graph.frameworks().filter { $0.name.series == "ie-nqf" }
      let question = Assessment.Question(
        profile: profile, destinations: ireland, country: try #require(CountryCode("IE")),
        purpose: .study, day: "2026-11-25")
      return StatementOfComparability(
        try Assessor(graph, question: question).assess(), language: language, graphHash: "0")
    }
  }

  private func page(of profile: ProfileRecord, in language: String) throws -> String {
    let place = try Place()
    defer { place.remove() }
    let say = try MessageCatalogue(language: language, in: Self.languages)
    let statement = try statement(
      of: profile, by: Library(at: place.locations), in: language)
    return StatementPage(StatementWriter(statement, in: say).sheet).text
  }

  /// The pages of the worked profiles, by their files.
  private func pages(in language: String) throws -> [String: String] {
    let place = try Place()
    defer { place.remove() }
    let library = try Library(at: place.locations)
    let say = try MessageCatalogue(language: language, in: Self.languages)
    var pages: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.profiles) {
      let path = "\(Self.profiles)/\(name)"
      let (record, _) = try ProfileSource(Self.loader)
        .profile(in: SourceFile(name: path, path: path))
      let statement = try statement(of: #require(record), by: library, in: language)
      pages[name] = StatementPage(StatementWriter(statement, in: say).sheet).text
    }
    return pages
  }
}
