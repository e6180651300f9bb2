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

  package init(_ graph: any GraphReading, day: Day) throws {
    self.graph = graph
    self.day = day
    placer = try Placer(graph, day: day)
  }
}
