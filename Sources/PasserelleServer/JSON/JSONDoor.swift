internal import PasserelleAnswers

/// The JSON interface, `/v1`: all questions of the desk, each answer byte for byte that of the command line.
public struct JSONDoor: Door {
  /// A word for logs and metrics.
  public let name = "json"

  /// The door of the table of routes.
  public init() {}

  /// What the table has at the path.
  public func methods(at path: [String]) -> [String] {
    if path == Self.catalogue { return ["GET"] }
    return Self.methods[path] ?? []
  }

  private static let methods = Dictionary(grouping: Routes.all) { $0.segments }
    .mapValues { $0.map(\.method) }

  /// A batch may be long.
  public func longestBody(at path: [String]) -> Int { Routes.longestBatch }

  /// Asks the desk, and writes what it says.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    if request.path == Self.catalogue { return catalogue(library) }
    guard
      let route = Routes.all.first(where: {
        $0.segments == request.path && $0.method == request.method
      })
    else { throw Problem.notFound }
    if let batch = route.batch {
      guard let type = request.contentType, batch.mediaTypes.contains(type) else {
        throw Problem(
          415, "unsupported-media-type", "the body has another media type than a batch",
          hint: "send it as \(batch.mediaTypes.joined(separator: " or "))")
      }
    }
    let asked = try Asked(request.query, by: route.parameters, from: library)
    let form = try form(of: route, asked, request)
    let language = asked.terms.language
    switch try told(route, asked, request) {
    case .answer(let answer): return json(try answer.json(in: language))
    case .list(let answer):
      return form == Self.csv
        ? table(answer.table(in: language).csv, of: route) : json(try answer.json(in: language))
    case .pages(let answer):
      let page = Page(of: answer.count, asked)
      let part = page.isWhole ? answer : answer.page(page.range)
      var response =
        form == Self.csv
        ? table(part.table(in: language).csv, of: route) : json(try part.json(in: language))
      response.headers["X-Total-Count"] = "\(answer.count)"
      response.headers["Link"] = page.links(from: request, at: library.baseURL)
      return response
    case .ambiguous(let ambiguity):
      // Several answers are possible, and which is meant is for the one who asks to say.
      return json(try ambiguity.json(in: language), status: 300)
    case .document(let text, let type):
      return ServerResponse(text + "\n", as: type)
    case .batch(let response): return response
    }
  }

  private static let csv = "text/csv"

  /// Which form of the answer is wanted.
  private func form(
    of route: Route, _ asked: Asked, _ request: ServerRequest
  ) throws(Problem) -> String {
    guard route.batch == nil else { return "" }
    if asked["format"] == "csv" { return Self.csv }
    if asked["format"] == "json" { return "application/json" }
    let offers =
      ["application/json"] + (route.isTable ? [Self.csv] : [])
      + (route.kind == nil ? ["application/vnd.oai.openapi+json"] : [])
    guard let form = request.preferred(of: offers) else { throw .notAcceptable(offers) }
    return form
  }

  private func told(
    _ route: Route, _ asked: Asked, _ request: ServerRequest
  ) throws -> Route.Told {
    do {
      return try route.tell(asked, request)
    } catch let error as BatchError {
      throw Problem(400, "bad-batch", error.description)
    }
  }

  private func json(_ text: String, status: Int = 200) -> ServerResponse {
    ServerResponse(status: status, text + "\n", as: "application/json")
  }

  private func table(_ text: String, of route: Route) -> ServerResponse {
    var response = ServerResponse(text, as: "text/csv; charset=utf-8; header=present")
    response.headers["Content-Disposition"] = "attachment; filename=\"\(route.name).csv\""
    return response
  }

  // MARK: - Where a program finds the interface

  private static let catalogue = [".well-known", "api-catalog"]

  /// What is served here, as RFC 9727 has it.
  private func catalogue(_ library: LibraryState) -> ServerResponse {
    let base = library.baseURL
    return ServerResponse(
      """
      {"linkset":[{"anchor":"\(base)/v1/","service-desc":[{"href":"\(base)/v1/openapi.json",\
      "type":"application/vnd.oai.openapi+json"}],"status":[{"href":"\(base)/healthz"}]}]}

      """, as: "application/linkset+json")
  }
}
