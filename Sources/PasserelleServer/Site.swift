internal import Passerelle
public import PasserelleAnswers
public import PasserelleModel
internal import PasserelleStore

/// All doors on one library: a request goes in, a response comes out.
///
/// Nothing here knows of sockets, so that everything that is served can be tested without one. The library
/// is opened once, read-only; a change of it is seen at the next request, and never within one.
public struct Site: Sendable {
  let languages: Languages
  let doors: [any Door]
  /// How much was answered, and how fast.
  public let metrics = Metrics()
  private let readers: StoreReaders
  private var equipment: Equipment
  private let remembered: RememberedAnswers

  /// Opens all doors on the library that is installed near this very program.
  ///
  /// - Parameters:
  ///   - store: The file of the store, if it is not the installation's.
  ///   - baseURL: Where the server is reached.
  /// - Throws: Errors that describe themselves, of the store and of languages that are broken.
  public init(store: String? = nil, baseURL: String) throws {
    try self.init(.here(), store: store, baseURL: baseURL, doors: Doors.all)
  }

  /// Opens doors on the library of an installation.
  ///
  /// - Parameters:
  ///   - installation: Where the library is; it must have been built.
  ///   - store: The file of the store, if it is not the installation's.
  ///   - baseURL: Where the server is reached.
  ///   - patience: How long one question may take.
  ///   - doors: The doors, the first that serves a path being the one.
  /// - Throws: Errors that describe themselves, of the store and of languages that are broken.
  public init(
    _ installation: Installation, store: String? = nil,
    baseURL: String = "http://localhost", patience: Duration = .seconds(10), doors: [any Door]
  ) throws {
    self.doors = doors
    languages = try Languages(of: installation)
    equipment = Equipment(
      languages: languages, schemas: installation.answerSchemas,
      baseURL: Self.withoutSlash(baseURL), metrics: metrics)
    readers = try StoreReaders(path: store ?? installation.store, patience: patience)
    remembered = RememberedAnswers()
  }

  /// The same site for clients that reach it elsewhere.
  ///
  /// - Parameter baseURL: Where it is reached.
  /// - Returns: The site.
  public func reached(at baseURL: String) -> Site {
    var site = self
    site.equipment.baseURL = Self.withoutSlash(baseURL)
    return site
  }

  private static func withoutSlash(_ url: String) -> String {
    url.last == "/" ? String(url.dropLast()) : url
  }

  /// Answers a request from one state of the library.
  ///
  /// It may take its time: a server calls it on a thread of its own.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - today: The day on which it came; the day of this machine's clock (UTC) if `nil`.
  /// - Returns: The answer, or what keeps it from being given.
  public func answer(_ request: ServerRequest, asOf today: Day? = nil) -> ServerResponse {
    let today = today ?? .today()
    if let response = readyAnswer(to: request, asOf: today) { return response }
    guard let door = door(at: request.path) else {
      return self.response(to: .notFound, of: request)
    }
    var asked = request
    if request.method == "HEAD" { asked.method = "GET" }
    do {
      return try readers.read { graph, hash in
        let tag =
          asked.method == "GET"
          ? Question(asked, at: equipment.baseURL, hash: hash, today: today).tag : nil
        if let tag, let known = knownAnswer(to: request, tagged: tag) { return known }
        let library = LibraryState(graph, hash: hash, today: today, with: equipment)
        let whole = dressed(try door.answer(asked, from: library), for: asked, tag: tag)
        if let tag, whole.headers["ETag"] == tag { remembered.keep(whole, of: tag) }
        return request.method == "HEAD" ? whole.withoutBody : whole
      }
    } catch {
      return self.response(to: Problem(error), of: request)
    }
  }

  /// Makes the next piece of a response that is not whole.
  ///
  /// - Parameters:
  ///   - response: The response.
  ///   - today: The day on which its request came.
  /// - Returns: The next bytes of its body; `nil` if there are no more.
  /// - Throws: Errors that end the response before it is whole.
  public func more(of response: ServerResponse, asOf today: Day? = nil) throws -> [UInt8]? {
    guard let more = response.more else { return nil }
    return try readers.read { graph, hash in
      try more(LibraryState(graph, hash: hash, today: today ?? .today(), with: equipment))
    }
  }

  /// The answer to a request if it is known without asking the library: it was given before, the client has
  /// it, or the request is not one that is served.
  ///
  /// It takes microseconds: a server calls it before it hands the request to a thread.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - today: The day on which it came; the day of this machine's clock (UTC) if `nil`.
  /// - Returns: The answer; `nil` if the library must be asked.
  public func readyAnswer(to request: ServerRequest, asOf today: Day? = nil) -> ServerResponse? {
    guard let door = door(at: request.path) else { return response(to: .notFound, of: request) }
    let methods = door.methods(at: request.path)
    let allowed = methods + (methods.contains("GET") ? ["HEAD"] : []) + ["OPTIONS"]
    if request.method == "OPTIONS" { return options(allowed) }
    guard allowed.contains(request.method) else {
      var problem = Problem(
        405, "method-not-allowed", "'\(request.method)' is not served here")
      problem.headers["Allow"] = allowed.joined(separator: ", ")
      return response(to: problem, of: request)
    }
    guard request.method == "GET" || request.method == "HEAD",
      let hash = readers.knownHash()
    else { return nil }
    let tag = Question(request, at: equipment.baseURL, hash: hash, today: today ?? .today()).tag
    return knownAnswer(to: request, tagged: tag)
  }

  /// The answer with a tag, if the client has it or it was given a short while ago.
  private func knownAnswer(to request: ServerRequest, tagged tag: String) -> ServerResponse? {
    if request.hasAnswer(tagged: tag) {
      return dressed(ServerResponse(status: 304), for: request, tag: tag)
    }
    guard let known = remembered[tag] else { return nil }
    return request.method == "HEAD" ? known.withoutBody : known
  }

  /// The door that a path leads to.
  ///
  /// - Parameter path: The segments of the path.
  /// - Returns: The door; `nil` if nothing is served there.
  public func door(at path: [String]) -> (any Door)? {
    doors.first { !$0.methods(at: path).isEmpty }
  }

  /// What keeps a request from being answered, as the door tells it.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - request: The request, as far as it could be read.
  /// - Returns: The response.
  public func response(
    to problem: Problem, of request: ServerRequest? = nil
  ) -> ServerResponse {
    var own: ServerResponse?
    if let request {
      let asked = door(at: request.path).map { [$0] } ?? doors
      own = asked.lazy.compactMap { $0.response(to: problem, of: request, in: languages) }.first
    }
    var response = own ?? problem.response(to: request)
    response.headers.merge(problem.headers) { own, _ in own }
    let whole = dressed(response, for: request)
    return request?.method == "HEAD" ? whole.withoutBody : whole
  }
}
