import PasserelleAnswers
import PasserelleServer
import TestSupport

/// Opens doors on a copy of the bundled library, for as long as a test takes.
func withSite(
  _ doors: [any Door] = Doors.all, at baseURL: String = "http://localhost",
  patience: Duration = .seconds(60), _ body: (Site) throws -> Void
) throws {
  let place = try Place()
  defer { place.remove() }
  try BuiltLibrary.copy(to: place.folder)
  let installation = try Installation(
    program: Place.built + "/passerelle", data: place.folder.path)
  try body(Site(installation, baseURL: baseURL, patience: patience, doors: doors))
}

extension Site {
  /// Answers a request as a socket would bring it.
  func answer(
    _ method: String = "GET", _ target: String, _ headers: [String: String] = [:],
    body: String = ""
  ) -> ServerResponse {
    do {
      let request = try ServerRequest(
        method: method, target: target, headers: headers, body: Array(body.utf8))
      return answer(request, asOf: "2026-11-28")
    } catch {
      return response(to: error)
    }
  }
}

extension ServerResponse {
  var text: String { String(decoding: body, as: UTF8.self) }
}
