internal import Passerelle
public import PasserelleAnswers
public import PasserelleModel
internal import PasserelleStore

/// All doors on one installation: a request goes in, a response comes out.
///
/// Nothing here knows of sockets, so that everything that is served can be tested without one.
public struct Site: Sendable {
  private let installation: Installation
  private let languages: Languages
  private let doors: [any Door]

  /// Opens doors on an installation.
  ///
  /// - Parameters:
  ///   - installation: Where the library is.
  ///   - doors: The doors, the first that answers being the one.
  /// - Throws: Errors of languages that are broken.
  public init(_ installation: Installation, doors: [any Door]) throws {
    self.installation = installation
    self.doors = doors
    languages = try Languages(of: installation)
  }

  /// Answers a request from one state of the library.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - today: The day on which it came; the day of this machine's clock (UTC) if `nil`.
  /// - Returns: The answer.
  /// - Throws: Errors of the store that describe themselves.
  public func answer(_ request: ServerRequest, asOf today: Day? = nil) throws -> ServerResponse {
    try installation.desk { desk in
      let library = try LibraryState(desk.graph, today: today ?? .today(), languages: languages)
      for door in doors {
        if let response = try door.answer(request, from: library) { return response }
      }
      return ServerResponse(
        status: 404, "nothing is served here\n", as: "text/plain; charset=utf-8")
    }
  }
}
