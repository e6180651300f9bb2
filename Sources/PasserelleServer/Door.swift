/// One form in which the answers are served: the JSON interface, pages, reconciliation, CASE.
///
/// A door only reads a request, asks a desk, and writes the answer: what it says is what every other
/// door says. It keeps nothing of a request. What all doors have in common is the site's: `HEAD`, `OPTIONS`,
/// methods that are not served, caching, security and CORS headers, errors.
public protocol Door: Sendable {
  /// A word for logs and metrics: `json`.
  var name: String { get }

  /// The methods that are served at a path: `GET`, `POST`.
  ///
  /// `HEAD` goes with `GET`, and `OPTIONS` with any.
  ///
  /// - Parameter path: The segments of the path.
  /// - Returns: The methods; none if the path leads to another door.
  func methods(at path: [String]) -> [String]

  /// How many bytes a body may have at a path.
  func longestBody(at path: [String]) -> Int

  /// Answers a request with a method that is served at its path.
  ///
  /// - Parameters:
  ///   - request: The request; `HEAD` comes as `GET`.
  ///   - library: The state of the library that the whole answer is made from.
  /// - Returns: The answer.
  /// - Throws: `Problem`, or what a desk throws, which becomes one; any other error becomes an answer of
  ///   status 500 without details.
  func answer(_ request: ServerRequest, from library: LibraryState) throws -> ServerResponse

  /// Tells of a problem in the door's own form.
  ///
  /// - Parameters:
  ///   - problem: The problem.
  ///   - request: The request. If its path leads to no door, all doors are asked, in their order.
  ///   - languages: The words.
  /// - Returns: The response, with the status of the problem; `nil` for the usual form.
  func response(
    to problem: Problem, of request: ServerRequest, in languages: Languages
  ) -> ServerResponse?
}

extension Door {
  /// The bytes that most bodies may have.
  public func longestBody(at path: [String]) -> Int { RequestLimits.body }

  /// The usual form: `application/problem+json`, or text.
  public func response(
    to problem: Problem, of request: ServerRequest, in languages: Languages
  ) -> ServerResponse? { nil }
}
