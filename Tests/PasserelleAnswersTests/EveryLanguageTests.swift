import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// What a person takes away is in her language, but for what sources say in theirs.
struct EveryLanguageTests {
  private static let languages = Language.names(in: LanguageTests.folder).filter { $0 != "en" }

  private static func messages(_ language: String) throws -> [String: String] {
    let data = try Data(contentsOf: URL(filePath: "\(LanguageTests.folder)/\(language).json"))
    return try JSONDecoder().decode([String: String].self, from: data)
  }

  /// The runs of three words or more in the English messages, between what they name.
  private static func english(otherThan language: String) throws -> Set<String> {
    let own = try messages(language).values.joined(separator: "\n")
    let runs = try messages("en").values.flatMap { message in
      message.split(separator: /\{\w+\}/).map { String($0).trimmed }
    }
    return Set(
      runs.filter { run in
        run.words.filter { $0.contains(where: \.isLetter) }.count > 2 && !own.contains(run)
      })
  }

  /// A page without what is marked as being in another language.
  private static func ownWords(_ page: String) -> String {
    page.replacing(/<bdi lang="[^"]*" dir="\w+">.*?<\/bdi>/, with: "")
  }

  @Test(arguments: languages)
  func noEnglishSentenceOfOursIsInAnotherLanguage(language: String) throws {
    let place = try Place()
    defer { place.remove() }
    let english = try Self.english(otherThan: language)
    for (name, page) in try Self.pages(in: language, by: place.library()) {
      let own = Self.ownWords(page)
      for run in english where own.contains(run.markupEscaped) {
        Issue.record("\(name): \(run)")
      }
      // Dates in texts are in the reader's form; numbers of statements and addresses are not texts.
      let dates = own.replacing(/(href|style)="[^"]*"|[\w.-]+\/\d{4}-\d\d-\d\d\/\w+/, with: "")
        .replacing(/https?:\S+/, with: "").matches(of: /\b\d{4}-\d\d(-\d\d)?\b/).map(\.output.0)
      #expect(dates == [], "\(name)")
    }
  }

  @Test(arguments: languages)
  func answersHaveNoEnglishSentenceOfOurs(language: String) throws {
    let place = try Place()
    defer { place.remove() }
    let english = try Self.english(otherThan: language)
    let say = try Language(language, in: LanguageTests.folder)
    try place.library().store.read { graph in
      let desk = try Desk(graph, day: "2026-11-25")
      let answers: [(any Answer)?] = [
        try desk.compare(["ie-nqf:8", "de-nqf:6"], for: .study).answer,
        try desk.compare(["ph-pqf:2", "de-nqf:2"]).answer,
        try desk.equivalents(of: "ie-nqf:8", in: "DE").answer,
        try desk.explain("ie-nqf:8", "de-nqf:6").answer,
      ]
      for text in answers.compactMap({ $0?.text(in: say) }) {
        for run in english where text.contains(run) { Issue.record("\(run) in \(text)") }
        #expect(!text.contains("2026-11-25"))
      }
    }
  }

  @Test(arguments: languages)
  func pagesOfASiteHaveNoEnglishSentenceOfOurs(language: String) throws {
    let place = try Place()
    defer { place.remove() }
    let english = try Self.english(otherThan: language)
    let say = try Language(language, in: LanguageTests.folder)
    try place.library().store.read { graph in
      let desk = try Desk(graph, day: "2026-11-25")
      let comparison = try #require(try desk.compare(["ie-nqf:8", "de-nqf:6"], for: .study).answer)
      let found = try #require(try desk.equivalents(of: "ie-nqf:8", in: "DE").answer)
      let sheets = [
        comparison.sheet(beside: try desk.ladders(beside: comparison), in: say),
        found.sheet(beside: try desk.ladders(beside: found), in: say),
        try #require(try desk.show("ie-nqf").answer).sheet(
          with: try desk.list("ie-nqf"), in: say),
        try desk.search("meister", in: "DE").sheet(for: "meister", isChoice: true, in: say),
        try desk.corridor(from: "PH", to: "DE").sheet(in: say),
        try desk.atlas(of: ["ie-nqf", "de-nqf"]).sheet(of: "ie-nqf", in: say),
        try desk.frameworkList(in: "DE").sheet(in: say),
      ]
      for sheet in sheets {
        let page = Self.ownWords(SheetPage(sheet).text)
        for run in english where page.contains(run.markupEscaped) {
          Issue.record("\(sheet.title): \(run)")
        }
        #expect(page.ranges(of: "<bdi").count == page.ranges(of: "</bdi>").count)
      }
    }
  }

  @Test func arabicIsWrittenFromRightToLeft() throws {
    guard Self.languages.contains("ar") else { return }
    let place = try Place()
    defer { place.remove() }
    for page in try Self.pages(in: "ar", by: place.library()).values {
      #expect(page.contains("<html lang=\"ar\" dir=\"rtl\""))
      #expect(page.contains("<bdi"))
      #expect(page.ranges(of: "<bdi").count == page.ranges(of: "</bdi>").count)
      #expect(!page.contains("-left:") && !page.contains("-right:"))
    }
  }

  // MARK: - Statements

  private static let loader = AdapterLoader(Place.bundledOnly)

  /// The pages of the worked profiles, each for the country and the purpose of its file's name.
  private static func pages(in language: String, by library: Library) throws -> [String: String] {
    let folder = Place.root.appending(path: "Documentation/Profiles").path
    let say = try Language(language, in: LanguageTests.folder)
    let source = ProfileSource(loader)
    var pages: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      let (record, _) = try source.profile(in: SourceFile(name: path, path: path))
      let profile = try #require(record)
      let code = name.split(separator: "-").dropFirst().first.map { $0.uppercased() } ?? ""
      let destination = code == "SCT" ? "GB-SCT" : code
      try library.store.read { graph in
        let desk = try Desk(graph, day: "2026-11-25")
        for purpose in [Purpose.study, .regulated] {
          let order = ComparabilityOrder(
            destination: destination, purpose: purpose, language: language)
          let maker = try ComparabilityMaker(desk, order: order, graphHash: "0")
          pages["\(name) \(purpose.rawValue)"] = try maker.answer(to: profile).page(in: say)
        }
      }
    }
    return pages
  }
}
