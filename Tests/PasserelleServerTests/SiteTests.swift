import PasserelleAnswers
import PasserelleServer
import PasserelleStore
import TestSupport
import Testing

struct SiteTests {
  /// A door that says which state it was opened on.
  private struct Doorplate: Door {
    let name = "plate"

    func methods(at path: [String]) -> [String] { path == ["hash"] ? ["GET"] : [] }

    func answer(_ request: ServerRequest, from library: LibraryState) -> ServerResponse {
      ServerResponse(
        "\(library.hash) \(library.today) \(request["q"] ?? "")", as: "text/plain; charset=utf-8")
    }
  }

  /// A door that fails as its query says.
  private struct Trapdoor: Door {
    let name = "trap"

    struct Secret: Error {}

    func methods(at path: [String]) -> [String] { path == ["trap"] ? ["GET", "POST"] : [] }

    func answer(_ request: ServerRequest, from library: LibraryState) throws -> ServerResponse {
      if request["q"] == nil { throw Secret() }
      _ = try library.desk().list(request["q"] ?? "")
      return ServerResponse("listed", as: "text/plain")
    }
  }

  private let doors: [any Door] = [Doorplate(), Trapdoor()]

  @Test func aDoorAnswersFromOneStateOfTheLibrary() throws {
    try withSite(doors) { site in
      let (first, second) = (site.answer("GET", "/hash"), site.answer("GET", "/hash"))

      #expect(first.status == 200)
      #expect(first.body == second.body)
      #expect(first.text.hasSuffix(" 2026-11-28 "))
    }
  }

  @Test func whereNoDoorLeadsNothingIsFound() throws {
    try withSite(doors) { site in
      let response = site.answer("GET", "/elsewhere")

      #expect(response.status == 404)
      #expect(response.headers["Content-Type"] == "application/problem+json")
      #expect(response.text.contains("\"code\" : \"not-found\""))
    }
  }

  @Test func theAnswerToAQuestionThatTheClientHasIsNotSentAgain() throws {
    try withSite(doors) { site in
      let first = site.answer("GET", "/hash?q=a")
      let tag = try #require(first.headers["ETag"])
      let again = site.answer("GET", "/hash?q=a", ["if-none-match": "\"x\", \(tag)"])
      let other = site.answer("GET", "/hash?q=b", ["if-none-match": tag])

      #expect(tag.hasPrefix("\"") && tag.count == 66)
      #expect(again.status == 304 && again.body.isEmpty && again.headers["ETag"] == tag)
      #expect(other.status == 200)
      #expect(first.headers["Cache-Control"] == "public, no-cache")
    }
  }

  @Test func headSaysWhatGetWouldAndSendsNoBody() throws {
    try withSite(doors) { site in
      let (get, head) = (site.answer("GET", "/hash"), site.answer("HEAD", "/hash"))

      #expect(head.status == 200 && head.body.isEmpty)
      #expect(head.headers["Content-Length"] == "\(get.body.count)")
      #expect(head.headers["ETag"] == get.headers["ETag"])
    }
  }

  @Test func otherMethodsAreRefusedWithThoseThatAreServed() throws {
    try withSite(doors) { site in
      let refused = site.answer("DELETE", "/trap")
      let options = site.answer("OPTIONS", "/trap", ["origin": "https://example.org"])

      #expect(refused.status == 405)
      #expect(refused.headers["Allow"] == "GET, POST, HEAD, OPTIONS")
      #expect(options.status == 204)
      #expect(options.headers["Access-Control-Allow-Methods"] == "GET, POST, HEAD, OPTIONS")
      #expect(options.headers["Access-Control-Allow-Origin"] == "*")
    }
  }

  @Test func anErrorOfTheProgramTellsNothing() throws {
    try withSite(doors) { site in
      let response = site.answer("GET", "/trap")

      #expect(response.status == 500)
      #expect(!response.text.contains("Secret"))
      #expect(response.headers["ETag"] == nil)
    }
  }

  @Test func whatADeskCannotAnswerIsAProblemOfTheOneWhoAsks() throws {
    try withSite(doors) { site in
      let unknown = site.answer("GET", "/trap?q=irelnd")
      let uncovered = site.answer("GET", "/trap?q=TV", ["accept": "text/plain"])

      #expect(unknown.status == 404 && unknown.text.contains("Ireland"))
      #expect(uncovered.status == 404)
      #expect(uncovered.headers["Content-Type"] == "text/plain; charset=utf-8")
    }
  }

  @Test func aChangeOfTheLibraryIsSeenAtTheNextRequest() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let installation = try Installation(
      program: Place.built + "/passerelle", data: place.folder.path)
    let site = try Site(installation, doors: doors)
    let first = site.answer("GET", "/hash")
    _ = try library.importing([
      place.write(
        "xx.yaml",
        """
        passerelle: 1
        framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}}
        sources: {act: {title: The Act}}
        levels: [{code: "1", title: {en: A}, notReferenced: {to: eqf}}]

        """)
    ])
    let second = site.answer("GET", "/hash")

    #expect(first.text != second.text)
    #expect(first.headers["ETag"] != second.headers["ETag"])
    #expect(try second.text.hasPrefix(library.store.read { try $0.contentHash() }))
  }

  @Test func aQuestionThatTakesTooLongIsEnded() throws {
    try withSite(patience: .zero) { site in
      let response = site.answer("GET", "/v1/list?in=ie-nqf")

      #expect(response.status == 422)
      #expect(response.text.contains("\"code\" : \"too-much-work\""))
      #expect(site.answer("GET", "/healthz").status == 200)
    }
    // A single statement ends in its middle.
    try withSite(patience: .milliseconds(1)) { site in
      #expect(site.answer("GET", "/v1/statistics").status == 422)
    }
  }

  @Test func everyResponseHasTheHeadersThatProtectItsReader() throws {
    try withSite(doors) { site in
      for target in ["/hash", "/trap", "/elsewhere", "/a/../b"] {
        let headers = site.answer("GET", target).headers
        #expect(headers["X-Content-Type-Options"] == "nosniff")
        #expect(headers["Content-Security-Policy"]?.contains("default-src 'none'") == true)
        #expect(headers["Cache-Control"] != nil)
      }
    }
  }
}
