import Foundation
import PasserelleAnswers
import PasserelleModel
import PasserelleServer
import TestSupport
import Testing

/// Pages for people: what they say, what they lead to, and what they never have.
@Suite(.serialized)
struct PagesDoorTests {
  private static let day: Day = "2026-11-29"

  private func page(
    _ path: [String], _ query: [ServerRequest.Item] = [], headers: [String: String] = [:]
  ) throws -> ServerResponse {
    try Self.site.answer(ServerRequest(path: path, query: query, headers: headers), asOf: Self.day)
  }

  private func text(_ path: [String], _ query: [ServerRequest.Item] = []) throws -> String {
    String(decoding: try page(path, query).body, as: UTF8.self)
  }

  /// One site for all tests: nothing that they ask changes it.
  private static let site: Site = {
    do {
      let place = try Place()
      try BuiltLibrary.copy(to: place.folder)
      let installation = try Installation(
        program: Place.built + "/passerelle", data: place.folder.path)
      return try Site(installation, doors: [PagesDoor(at: "https://example.org")])
    } catch {
      fatalError("\(error)")
    }
  }()

  // MARK: - The first page

  @Test func theFirstPageHasOneSearchBoxAndTwoCountryLists() throws {
    let page = try text([])

    #expect(page.ranges(of: "<input id=\"q\"").count == 1)
    #expect(page.ranges(of: "<select").count == 2)
    #expect(page.contains("<form action=\"/ask\" method=\"get\""))
    #expect(page.contains("<option value=\"PH\">Philippines (PH)"))
  }

  @Test func atMostThirtyThingsTakeTheFocusBeforeTheContent() throws {
    let head = try text(["compare"], [.init("of", "ie-nqf:8"), .init("of", "de-nqf:6")])
      .split(separator: "<main", maxSplits: 1)[0]

    #expect(head.matches(of: /<(a|input|select|button) (?![^>]*type="hidden")/).count <= 30)
  }

  @Test(arguments: [
    ([("q", "ie-nqf:8"), ("to", "DE")], "/equivalents?of=ie-nqf:8&in=DE"),
    ([("from", "PH"), ("to", "DE")], "/corridor?from=PH&to=DE"),
    ([("q", "ie-nqf:8")], "/show/ie-nqf:8"), ([("q", "meister")], "/search?q=meister"),
    ([("q", "meister"), ("from", "DE"), ("to", "FR")], "/equivalents?of=de-nqf:meister&in=FR"),
    ([("q", "geselle"), ("from", "DE"), ("to", "FR")], "/search?q=geselle&in=DE&to=FR"),
    ([("to", "DE"), ("lang", "ar")], "/frameworks?in=DE&lang=ar"), ([("q", " ")], "/"),
  ])
  func theFormLeadsToThePageThatAnswers(form: [(String, String)], address: String) throws {
    let response = try page(["ask"], form.map { .init($0, $1) })

    #expect(response.status == 303)
    #expect(response.headers["Location"] == address)
  }

  // MARK: - Answers

  @Test func aComparisonShowsTwoLaddersAndNumbersEachLineToItsSource() throws {
    let page = try text(["compare"], [.init("of", "ie-nqf:8"), .init("of", "de-nqf:6")])

    #expect(page.contains("<dd>same reference level, EQF 6"))
    #expect(page.contains("<table class=\"ladder\">"))
    #expect(page.contains("<a href=\"/show/ie-nqf:8\">"))
    for link in page.matches(of: /href="#(source-\d+)"/).map(\.output.1) {
      #expect(page.contains("<li id=\"\(link)\">"))
    }
  }

  @Test func withoutAPurposeTheReaderIsAskedForOne() throws {
    let items = [ServerRequest.Item("of", "ie-nqf:8"), .init("in", "DE")]
    let open = try text(["equivalents"], items)
    let study = try text(["equivalents"], items + [.init("purpose", "study")])

    #expect(open.contains("href=\"/equivalents?of=ie-nqf:8&amp;in=DE&amp;purpose=study\""))
    #expect(!study.contains("purpose=work") && study.contains("Who decides: to study"))
  }

  @Test func aQuestionWithSeveralMeaningsOffersThem() throws {
    let response = try page(["compare"], [.init("of", "bachelor"), .init("of", "de-nqf:6")])
    let text = String(decoding: response.body, as: UTF8.self)

    #expect(response.status == 300)
    #expect(text.contains(#/href="/compare\?of=[a-z]+-[^"]*&amp;of=de-nqf:6"/#))
  }

  @Test func aNameThatMeansNothingIsNotFoundAndItsNeighboursAreOffered() throws {
    let response = try page(["show", "ie-nqf:88"])
    let text = String(decoding: response.body, as: UTF8.self)

    #expect(response.status == 404)
    #expect(
      text.contains("Nothing here is called &#x27;ie-nqf:88&#x27;") || text.contains("ie-nqf:88"))
    #expect(text.contains("href=\"/show/ie-nqf:8\""))
  }

  @Test func aFrameworksPageListsItsLevels() throws {
    let page = try text(["show", "ie-nqf"])

    #expect(page.contains("<table class=\"records\">"))
    #expect(page.contains("<a href=\"/show/ie-nqf:10\">"))
  }

  // MARK: - Permanent links

  @Test func aLinkFromThisStateSaysNothing() throws {
    let page = try text(["show", "ie-nqf:8"])
    let link = try #require(page.firstMatch(of: /graph=([0-9a-f]{16})&amp;parts=([0-9a-f,]+)/))
    let again = try text(
      ["show", "ie-nqf:8"],
      [.init("graph", String(link.output.1)), .init("parts", String(link.output.2))])

    #expect(!again.contains("class=\"notice\""))
  }

  @Test func aLinkFromAnotherStateSaysWhatDiffers() throws {
    let page = try text(["show", "ie-nqf:8"])
    let parts = try #require(page.firstMatch(of: /parts=([0-9a-f,]+)/)).output.1.split(
      separator: ",")
    func notice(_ parts: [String]) throws -> String {
      let page = try text(
        ["show", "ie-nqf:8"],
        [.init("graph", "0123456789abcdef"), .init("parts", parts.joined(separator: ","))])
      return String(try #require(page.firstMatch(of: /<aside(.|\n)*<\/aside>/)).output.0)
    }

    let same = try notice(parts.map(String.init))
    let other = try notice(
      [String(parts[0]), String(parts[1].prefix(6)) + "000000"]
        + parts.dropFirst(2).map(String.init)
        + ["abcdefabcdef"])

    #expect(same.contains("(0123456789abcdef)") && same.contains("Nothing on this page differs."))
    #expect(other.contains("Parts that differ: What the sources state"))
    #expect(other.contains("Parts that are no longer there: 1"))
  }

  // MARK: - Every page

  /// Writes every page to a folder, where a browser and an assistive tool can look at them.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["WRITE_PAGES"] != nil))
  func writesPages() throws {
    let folder = URL(filePath: ProcessInfo.processInfo.environment["WRITE_PAGES"] ?? "")
    for language in ["en", "ar", "fr", "ru"] {
      for (path, query) in Self.pages {
        let start = ContinuousClock.now
        let response = try page(path, query + [.init("lang", language)])
        let name = (path + query.map(\.value)).joined(separator: "-").replacing(":", with: ".")
        let file = "\(language)-\(name.isEmpty ? "home" : name).html"
        print("recorded an issue?", file, response.body.count, start.duration(to: .now))
        try Data(response.body).write(to: folder.appending(path: file))
        let text = String(decoding: response.body, as: UTF8.self)
        let style = try #require(text.firstMatch(of: /href="\/(style-[0-9a-f]+\.css)"/)).output.1
        try Data(try page([String(style)]).body).write(to: folder.appending(path: String(style)))
      }
    }
  }

  private static let pages: [([String], [ServerRequest.Item])] = [
    ([], []), (["compare"], [.init("of", "ie-nqf:8"), .init("of", "de-nqf:6")]),
    (["equivalents"], [.init("of", "ie-nqf:8"), .init("in", "DE"), .init("purpose", "study")]),
    (["search"], [.init("q", "meister")]), (["show", "ie-nqf:8"], []), (["show", "ie-nqf"], []),
    (["corridor"], [.init("from", "PH"), .init("to", "DE")]),
    (["show", "nothing-here"], []), (["frameworks"], []),
  ]

  @Test(arguments: ["en", "ar"])
  func noPageRunsOrLoadsAnything(language: String) throws {
    for (path, query) in Self.pages {
      let response = try page(path, query + [.init("lang", language)])
      let text = String(decoding: response.body, as: UTF8.self)
      let policy = response.headers["Content-Security-Policy"] ?? ""

      #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"), "\(path)")
      #expect(!text.contains("<script") && !text.contains("javascript:"), "\(path)")
      #expect(!text.contains(#/ (style|on[a-z]+)="/#), "\(path)")
      #expect(text.contains("<html lang=\"\(language)\""), "\(path)")
      let style = try #require(text.firstMatch(of: /href="\/(style-[0-9a-f]+\.css)"/)).output.1
      #expect(try page([String(style)]).status == 200)
    }
  }

  @Test func aQuestionIsNeverMarkup() throws {
    let evil = "\"><script>alert(1)</script>"
    for (path, name) in [
      (["search"], "q"), (["compare"], "of"), (["equivalents"], "of"), (["show", evil], "q"),
    ] {
      let text = try text(path, [.init(name, evil), .init("in", "DE")])
      #expect(!text.contains("<script"), "\(path)")
    }
  }

  @Test(arguments: [
    ("fr-CH, fr;q=0.9, en;q=0.8", "fr"), ("xx, *;q=0.1", "en"), ("en;q=0.1, uk", "uk"),
    (";;,,q=", "en"),
  ])
  func theReadersLanguageIsTaken(wanted: String, language: String) throws {
    let response = try page([], headers: ["accept-language": wanted])

    #expect(String(decoding: response.body, as: UTF8.self).contains("<html lang=\"\(language)\""))
  }

  @Test func aDayThatIsNoneIsRefused() throws {
    #expect(try page(["show", "ie-nqf:8"], [.init("asOf", "2026-02-31")]).status == 400)
  }

  @Test func pathsOfOtherDoorsAreLeftToThem() throws {
    #expect(try page(["v1", "compare"]).status == 404)
    #expect(try page(["show", "a", "b"]).status == 404)
  }
}
