/// One form in which the answers are served: the JSON interface, pages, reconciliation, CASE.
///
/// A door only reads a request, asks a desk, and writes the answer: what it says is what every other
/// door says. It keeps nothing of a request.
public protocol Door: Sendable {
  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - library: The state of the library that the whole answer is made from.
  /// - Returns: The answer; `nil` if the path leads to another door.
  /// - Throws: Errors that describe themselves, which become an answer of status 500 without details.
  func answer(_ request: ServerRequest, from library: LibraryState) throws -> ServerResponse?
}
