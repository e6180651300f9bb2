package import PasserelleModel

/// Where a question is asked from: one state of a graph, on one day.
///
/// It is made once for a question and handed to all that answer a part of it.
package struct Vantage {
  package let graph: any GraphReading
  /// The day as of which the answer holds.
  package let day: Day
  /// Places concepts by what holds on the day.
  package let placer: Placer

  /// Takes a stand.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - day: The day as of which the answer holds.
  ///   - today: The day on which the question is asked, if it is about another: a source without a date
  ///     speaks for it, and for no day before.
  /// - Throws: Errors of the graph.
  package init(_ graph: any GraphReading, day: Day, today: Day? = nil) throws {
    self.graph = graph
    self.day = day
    placer = try Placer(graph, day: day, today: today)
  }
}
