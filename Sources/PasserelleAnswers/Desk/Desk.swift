internal import PasserelleGraph
public import PasserelleModel
package import PasserelleStore

/// Answers questions about one state of a store, as of one day: each method is a question, and its
/// result the answer.
///
/// All doors lead here: the command line, a batch, a server and a Swift program ask the same methods, so
/// that one question has one answer. A desk prints nothing, knows no option of any program, and changes
/// nothing. Names are given as people write them: `ie-nqf:8`, an alias (`DQR:6`, in any case), or a
/// title.
public struct Desk {
  /// The day as of which answers hold; it decides which version a bare name means.
  public let day: Day
  package let graph: StoredGraph
  let vantage: Vantage
  let resolver: IdentifierResolver

  /// Opens a desk on a state of a store.
  ///
  /// - Parameters:
  ///   - graph: The state of the store.
  ///   - day: The day as of which answers hold.
  ///   - today: The day on which they are asked for, if `day` may be another.
  /// - Throws: Errors of the store.
  package init(_ graph: StoredGraph, day: Day, today: Day? = nil) throws {
    self.graph = graph
    self.day = day
    vantage = try Vantage(graph, day: day, today: today)
    resolver = IdentifierResolver(graph, day: day)
  }
}
