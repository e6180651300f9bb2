import Foundation
import Testing

@testable import PasserelleServer

/// Pages for people: what they say, what they lead to, and what they never have.
struct PagesDoorTests {
  // MARK: - The first page

  @Test func theFirstPageHasOneSearchBoxAndTwoCountryLists() throws {
    try withPages { site in
      let page = site.answer("GET", "/").text

      #expect(page.ranges(of: "<input id=\"q\"").count == 1)
      #expect(page.ranges(of: "<select").count == 2)
      #expect(page.contains("<form action=\"/ask\" method=\"get\""))
      #expect(page.contains("<option value=\"PH\">Philippines (PH)"))
    }
  }

  @Test func atMostThirtyThingsTakeTheFocusBeforeTheContent() throws {
    try withPages { site in
      let page = site.answer("GET", "/compare?id=ie-nqf:8&id=de-nqf:6").text
      let head = page.split(separator: "<main", maxSplits: 1)[0]

      #expect(
        head.matches(of: /<(a|input|select|button) (?![^>]*type="hidden")/).count <= 30)
    }
  }

  @Test func theFormLeadsToThePageThatAnswers() throws {
    let forms = [
      "q=ie-nqf:8&to=DE": "/equivalents?id=ie-nqf:8&in=DE",
      "from=PH&to=DE": "/corridor?from=PH&to=DE",
      "q=ie-nqf:8": "/show/ie-nqf:8",
      "q=meister": "/search?q=meister",
      "q=meister&from=DE&to=FR": "/equivalents?id=de-nqf:meister&in=FR",
      "q=zzzz&from=DE&to=FR": "/search?q=zzzz&in=DE&to=FR",
      "to=DE&lang=ar": "/frameworks?in=DE&lang=ar",
      "q=+&from=&to=": "/",
    ]
    try withPages { site in
      for (form, address) in forms {
        let response = site.answer("GET", "/ask?\(form)")
        #expect(response.status == 303, "\(form)")
        #expect(response.headers["Location"] == address, "\(form)")
      }
    }
  }

  // MARK: - Answers

  @Test func aComparisonShowsTwoLaddersAndNumbersEachLineToItsSource() throws {
    try withPages { site in
      let page = site.answer("GET", "/compare?id=ie-nqf:8&id=de-nqf:6").text

      #expect(page.contains("<dd>same reference level, EQF 6"))
      #expect(page.contains("<table class=\"ladder\">"))
      #expect(page.ranges(of: "<strong>").count == 2)
      #expect(page.contains("<a href=\"/show/ie-nqf:8\">"))
      #expect(page.contains("href=\"/v1/compare?id=ie-nqf:8&amp;id=de-nqf:6\""))
      for link in page.matches(of: /href="#(source-\d+)"/).map(\.output.1) {
        #expect(page.contains("<li id=\"\(link)\">"))
      }
    }
  }

  @Test func withoutAPurposeTheReaderIsAskedForOne() throws {
    try withPages { site in
      let open = site.answer("GET", "/equivalents?id=ie-nqf:8&in=DE").text
      let study = site.answer("GET", "/equivalents?id=ie-nqf:8&in=DE&purpose=study").text

      #expect(open.contains("href=\"/equivalents?id=ie-nqf:8&amp;in=DE&amp;purpose=study\""))
      #expect(study.contains("Who decides: to study"))
    }
  }

  @Test func aQuestionWithSeveralMeaningsOffersThem() throws {
    try withPages { site in
      let response = site.answer("GET", "/compare?id=bachelor&id=de-nqf:6")

      #expect(response.status == 300)
      #expect(response.text.contains(#/href="/compare\?id=[a-z]+-[^"]*&amp;id=de-nqf:6"/#))
    }
  }

  @Test func everyChainHasASectionWithItsSources() throws {
    try withPages { site in
      let compared = site.answer("GET", "/compare?id=isco-88:7233&id=isco-08:7233").text
      let page = site.answer("GET", "/explain?from=isco-88:7233&to=isco-08:7233").text
      let apart = site.answer("GET", "/explain?from=ie-nqf:8&to=de-nqf:3").text

      #expect(compared.contains("href=\"/explain?from=isco-88:7233&amp;to=isco-08:7233\""))
      #expect(page.contains("<h2>1. ") && page.contains("by the statement itself"))
      #expect(page.contains("weakest link: ") && page.contains("href=\"#source-1\""))
      #expect(page.contains("href=\"/v1/explain?from=isco-88:7233&amp;to=isco-08:7233\""))
      #expect(apart.contains("<h2>Why there is no chain</h2>"))
      #expect(site.answer("GET", "/explain?from=eqf:1").headers["Location"] == "/")
    }
  }

  @Test func everyQuestionOfTheInterfaceHasAPage() throws {
    let others = [
      "show": "/show/fr-nqf:5", "list": "/show/ie-nqf", "about": "/statistics", "openapi.json": nil,
    ]
    try withPages { site in
      for route in Routes.all where route.batch == nil {
        let own = route.example.replacing("/v1", with: "")
        guard let page = others[route.name, default: own] else { continue }
        #expect(site.answer("GET", page).status == 200, "\(page)")
      }
    }
  }

  @Test func whatElseCanBeAskedIsOneStepAway() throws {
    try withPages { site in
      let levels = site.answer("GET", "/compare?id=ie-nqf:8&id=de-nqf:6").text
      let new = site.answer("GET", "/show/fr-nqf").text

      #expect(!levels.contains("href=\"/gap?"))
      #expect(new.contains("href=\"/diff?from=fr-nqf%401969&amp;to=fr-nqf%402019\""))
      #expect(site.answer("GET", "/frameworks").text.contains("href=\"/statistics\""))
      #expect(site.answer("GET", "/statistics").text.contains("href=\"/contradictions\""))
    }
  }

  @Test func aNameThatMeansNothingIsNotFoundAndItsNeighboursAreOffered() throws {
    try withPages { site in
      let response = site.answer("GET", "/show/ie-nqf:88")

      #expect(response.status == 404)
      #expect(response.text.contains("Nothing here is called 'ie-nqf:88'"))
      #expect(response.text.contains("href=\"/show/ie-nqf:8\""))
    }
  }

  @Test func aFrameworksPageListsItsLevelsAndWhoDecides() throws {
    try withPages { site in
      let page = site.answer("GET", "/show/ie-nqf").text

      #expect(page.contains("<table class=\"records\">"))
      #expect(page.contains("<a href=\"/show/ie-nqf:10\">"))
      #expect(page.contains("<dl class=\"group\">\n<dt>Purpose<dd>to study"))
    }
  }

  // MARK: - Permanent links

  @Test func aPermanentLinkSaysWhatHasChangedSince() throws {
    try withPages { site in
      let page = site.answer("GET", "/show/ie-nqf:8?lang=fr").text
      let link = try #require(page.firstMatch(of: /graph=([0-9a-f]{16})&amp;parts=([0-9a-f.]+)/))
      let (graph, parts) = (link.output.1, link.output.2.split(separator: ".").map(String.init))
      func notice(_ graph: some StringProtocol, _ parts: [String]) -> String {
        let query = "graph=\(graph)&parts=\(parts.joined(separator: "."))"
        let page = site.answer("GET", "/show/ie-nqf:8?\(query)").text
        return page.firstMatch(of: /<aside(.|\n)*<\/aside>/).map { String($0.output.0) } ?? ""
      }

      let same = notice("0123456789abcdef", parts)
      let other = notice(
        "0123456789abcdef",
        parts.enumerated().map { $0 == 1 ? String($1.prefix(6)) + "000000" : $1 }
          + ["abcdefabcdef"])

      #expect(notice(graph, parts) == "")
      #expect(same.contains("(0123456789abcdef)"))
      #expect(same.contains("Nothing on this page differs."))
      #expect(other.contains("Parts that differ: What the sources state"))
      #expect(other.contains("Parts that are no longer there: 1"))
    }
  }

  // MARK: - Statements

  @Test func aStatementIsMadeOfAFormAndNothingOfItIsKept() throws {
    let form =
      "title=Meister&country=DE&date=2014-06&document=copy&for=FR&purpose=regulated&case=X-7"
    try withPages { site in
      let response = site.answer(
        "POST", "/statement", ["content-type": "application/x-www-form-urlencoded"], body: form)

      #expect(response.status == 200)
      #expect(response.headers["Cache-Control"] == "no-store")
      #expect(response.text.contains("X-7/2026-11-28/"))
      #expect(response.text.contains("June 2014"))
      #expect(response.text.contains("Nothing that you enter here is stored or logged"))
      #expect(!response.text.contains("graph="))
      #expect(
        response.headers["Content-Security-Policy"]?.contains("style-src 'self' 'sha256-") == true)
    }
  }

  @Test func aFormIsTakenAsAFormAlone() throws {
    try withPages { site in
      let form = "title=Meister&country=DE&for=FR&purpose=work"
      let type = ["content-type": "application/x-www-form-urlencoded; charset=utf-8"]

      #expect(site.answer("POST", "/statement", type, body: form).status == 200)
      #expect(site.answer("POST", "/statement", type, body: form + "&lang=tlh").status == 400)
      #expect(site.answer("POST", "/statement", type, body: "title=%FF").status == 400)
      #expect(site.answer("POST", "/statement", type, body: "").status == 422)
      #expect(site.answer("POST", "/statement", body: form).status == 415)
      #expect(
        site.answer("POST", "/statement", ["content-type": "application/json"], body: "{}").status
          == 415)
      #expect(
        site.answer("POST", "/statement", type, body: "title=" + long + "&country=DE").status == 400
      )
    }
  }

  private var long: String { String(repeating: "a", count: 20_000) }

  @Test func whatDoesNotDoInAFormIsNamed() throws {
    try withPages { site in
      let response = site.answer(
        "POST", "/statement", ["content-type": "application/x-www-form-urlencoded"],
        body: "title=Meister&country=DE&date=June&for=FR&purpose=work")

      #expect(response.status == 422)
      #expect(response.text.contains("Please check: Date of award"))
      #expect(response.text.contains("value=\"Meister\""))
    }
  }

  @Test func aStandingStatementHasALinkThatLasts() throws {
    try withPages { site in
      let page = site.answer("GET", "/statement?id=de-nqf:meister&for=FR&purpose=regulated").text

      #expect(page.contains("Standing statement of comparability"))
      #expect(page.contains("asOf=2026-11-28&amp;graph="))
    }
  }

  // MARK: - Every page

  private static let pages = [
    "", "compare?id=ie-nqf:8&id=de-nqf:6", "equivalents?id=ie-nqf:8&in=DE&purpose=study",
    "equivalents?id=isco-08:7212&in=isco-88", "explain?from=isco-88:7233&to=isco-08:7233",
    "gap?from=isco-08:7212&to=isco-08:7213", "diff?from=isced-1997&to=isced-2011", "contradictions",
    "statistics",
    "compare?id=bachelor&id=de-nqf:6",
    "search?q=meister", "search?q=bachelor&in=DE&to=FR", "show/ie-nqf:8", "show/ie-nqf",
    "corridor?from=PH&to=DE", "show/nothing-here", "frameworks", "statement",
    "statement?id=de-nqf:meister&for=FR&purpose=regulated", "show/ie-nqf:8?view=print",
    "show/ie-nqf:8?graph=0123456789abcdef",
  ]

  @Test(arguments: ["en", "ar"])
  func noPageRunsOrLoadsAnything(language: String) throws {
    try withPages { site in
      for page in Self.pages {
        let mark = page.contains("?") ? "&" : "?"
        let response = site.answer("GET", "/\(page)\(mark)lang=\(language)")
        let (text, policy) = (response.text, response.headers["Content-Security-Policy"] ?? "")

        #expect(policy.hasPrefix("default-src 'none'; style-src 'self'"), "\(page)")
        #expect(!text.contains("<script") && !text.contains("javascript:"), "\(page)")
        #expect(!text.contains(#/<[^>]* (style|on[a-z]+)="/#), "\(page)")
        #expect(text.contains("<html lang=\"\(language)\""), "\(page)")
        #expect(!text.contains("\\u{"), "\(page)")
        let style = try #require(text.firstMatch(of: /href="(\/style-[0-9a-f]+\.css)"/)).output.1
        #expect(site.answer("GET", String(style)).status == 200)
      }
    }
  }

  @Test func aPageThatABrowserHasKeepsItsPolicy() throws {
    try withPages { site in
      let page = site.answer("GET", "/show/ie-nqf")
      let again = site.answer(
        "GET", "/show/ie-nqf", ["if-none-match": page.headers["ETag"] ?? ""])

      #expect(again.status == 304 && again.headers["ETag"] == page.headers["ETag"])
      #expect(again.headers["Content-Security-Policy"] == nil)
      #expect(again.headers["Access-Control-Allow-Origin"] == "*")
    }
  }

  @Test func aQuestionIsNeverMarkup() throws {
    let evil = "%22%3E%3Cscript%3Ealert(1)%3C/script%3E"
    try withPages { site in
      for page in [
        "search?q=", "compare?id=", "equivalents?in=DE&id=", "show/", "corridor?from=PH&to=",
        "statement?for=DE&purpose=work&id=", "search?q=a&asOf=", "?lang=",
      ] {
        let name = page.hasSuffix("/") ? evil.replacing("/", with: "%2F") : evil
        #expect(!site.answer("GET", "/\(page)\(name)").text.contains("<script"), "\(page)")
      }
    }
  }

  @Test func theReadersLanguageIsTaken() throws {
    try withPages { site in
      for (wanted, language) in [
        "fr-CH, fr;q=0.9, en;q=0.8": "fr", "xx, *;q=0.1": "en", "en;q=0.1, uk": "uk",
      ] {
        let page = site.answer("GET", "/", ["accept-language": wanted]).text
        #expect(page.contains("<html lang=\"\(language)\""))
      }
    }
  }

  @Test func peopleAreToldOfAProblemInAPageAndProgramsAsPrograms() throws {
    try withPages { site in
      let people = site.answer("GET", "/elsewhere", ["accept": "text/html,*/*;q=0.8"])
      let program = site.answer("GET", "/elsewhere", ["accept": "*/*"])
      let day = site.answer("GET", "/show/ie-nqf:8?asOf=2026-02-31")

      #expect(people.status == 404 && people.text.contains("<h1>There is no such page</h1>"))
      #expect(program.headers["Content-Type"] == "application/problem+json")
      #expect(day.status == 400 && day.text.contains("<bdi lang=\"en\"") == false)
    }
  }

  @Test func aSiteBelowAnotherLeadsToItself() throws {
    try withPages(at: "https://example.org/passerelle") { site in
      let page = site.answer("GET", "/show/ie-nqf:8").text
      let moved = site.reached(at: "http://127.0.0.1:40001/").answer("GET", "/show/ie-nqf:8").text

      #expect(moved.contains("http://127.0.0.1:40001/show/ie-nqf:8?"))
      for link in page.matches(of: /(href|action)="(\/[^"]*)"/).map(\.output.2) {
        #expect(link.hasPrefix("/passerelle/"))
      }
      #expect(page.contains("https://example.org/passerelle/show/ie-nqf:8?"))
    }
  }

  private func withPages(
    at base: String = "http://localhost", _ body: (Site) throws -> Void
  ) throws {
    try withSite([PagesDoor()], at: base, body)
  }
}
