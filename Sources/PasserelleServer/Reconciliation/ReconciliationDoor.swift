internal import PasserelleAnswers

/// The door for OpenRefine and its kin: titles and codes of a column become concepts, and facts about
/// these become further columns (Reconciliation Service API 0.2 of the W3C community group).
///
/// It is at `/reconcile`, and for another language at `/reconcile/fr`.
public struct ReconciliationDoor: Door {
  /// A word for logs and metrics.
  public let name = "reconciliation"
  private static let root = "reconcile"
  /// What is below the service, which is asked by GET alone.
  private static let paths: Set<[String]> = [
    ["properties"], ["preview"], ["suggest", "entity"], ["suggest", "type"],
    ["suggest", "property"], ["flyout", "entity"], ["flyout", "type"], ["flyout", "property"],
  ]

  /// Creates the door.
  public init() {}

  /// Queries come in a form or in the address; anything else is read.
  public func methods(at path: [String]) -> [String] {
    guard let parts = Self.parts(of: path) else { return [] }
    return parts.path.isEmpty ? ["GET", "POST"] : ["GET"]
  }

  /// A batch of queries may be longer than other forms.
  public func longestBody(at path: [String]) -> Int { Self.longestForm }

  private static let longestForm = 1 << 18

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - library: The state of the library that the answer is made from.
  /// - Returns: The answer.
  /// - Throws: `Problem`; errors of the store.
  public func answer(
    _ request: ServerRequest, from library: LibraryState
  ) throws -> ServerResponse {
    guard let parts = Self.parts(of: request.path),
      let language = library.languages[parts.language ?? "en"]
    else { throw Problem.notFound }
    let start = ([library.baseURL, Self.root] + [parts.language].compactMap { $0 })
    let service = ReconciliationService(
      library, in: language, at: start.joined(separator: "/"))
    guard request.method == "POST" else { return try service.answer(parts.path, request) }
    return try service.answer(request.form(longest: Self.longestForm), isQuery: false)
  }

  /// The language that a path names, and what comes after it; `nil` if nothing is served there.
  private static func parts(of path: [String]) -> (language: String?, path: [String])? {
    guard path.first == root else { return nil }
    var rest = path.dropFirst().filter { !$0.isEmpty }
    var language: String?
    if let first = rest.first, !paths.contains(where: { $0.first == first }) {
      language = first
      rest.removeFirst()
    }
    return rest.isEmpty || paths.contains(rest) ? (language, rest) : nil
  }
}
