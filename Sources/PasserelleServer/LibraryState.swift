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

  package init(_ graph: StoredGraph, today: Day, languages: Languages) throws {
    self.graph = graph
    self.today = today
    self.languages = languages
    hash = try graph.contentHash()
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
