public import PasserelleAnswers
public import PasserelleModel
package import PasserelleStore

/// One state of the library: all that one request is answered from.
public struct LibraryState {
  package let graph: StoredGraph
  /// The day on which the request came (UTC).
  public let today: Day
  /// The hash of all content, which changes whenever an answer may.
  public let hash: String
  /// The words of answers, by language.
  public let languages: Languages
  /// Where the server is reached, without a slash at the end: `https://example.org/passerelle`.
  public let baseURL: String

  /// What the server serves beside the library.
  let equipment: Equipment

  init(_ graph: StoredGraph, hash: String, today: Day, with equipment: Equipment) {
    (self.graph, self.hash, self.today) = (graph, hash, today)
    (languages, baseURL) = (equipment.languages, equipment.baseURL)
    self.equipment = equipment
  }

  /// Opens a desk on this state.
  ///
  /// - Parameter day: The day as of which answers hold; today if `nil`.
  /// - Returns: The desk.
  /// - Throws: Errors of the store.
  public func desk(asOf day: Day? = nil) throws -> Desk {
    try Desk(graph, day: day ?? today, today: today)
  }
}
