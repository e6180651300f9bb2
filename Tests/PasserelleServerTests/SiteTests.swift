import PasserelleAnswers
import PasserelleServer
import TestSupport
import Testing

struct SiteTests {
  /// A door that says which state it was opened on.
  private struct Doorplate: Door {
    func answer(_ request: ServerRequest, from library: LibraryState) -> ServerResponse? {
      guard request.path == ["hash"] else { return nil }
      return ServerResponse("\(library.hash) \(library.today)", as: "text/plain; charset=utf-8")
    }
  }

  @Test func aDoorAnswersFromOneStateOfTheLibrary() throws {
    try withSite { site in
      let first = try site.answer(ServerRequest(path: ["hash"]), asOf: "2026-11-28")
      let second = try site.answer(ServerRequest(path: ["hash"]), asOf: "2026-11-28")

      #expect(first.status == 200)
      #expect(first.body == second.body)
      #expect(String(decoding: first.body, as: UTF8.self).hasSuffix(" 2026-11-28"))
    }
  }

  @Test func whereNoDoorLeadsNothingIsFound() throws {
    try withSite { site in
      let response = try site.answer(ServerRequest(path: ["elsewhere"]))

      #expect(response.status == 404)
    }
  }

  private func withSite(_ body: (Site) throws -> Void) throws {
    let place = try Place()
    defer { place.remove() }
    try BuiltLibrary.copy(to: place.folder)
    let installation = try Installation(
      program: Place.built + "/passerelle", data: place.folder.path)
    try body(Site(installation, doors: [Doorplate()]))
  }
}
