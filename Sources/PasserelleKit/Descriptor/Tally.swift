public import PasserelleModel

/// What a source has that no statement is made of, counted by kind.
///
/// Nothing is dropped without a word: each kind is told once, with how often it came and where it
/// came first.
public struct Tally: Sendable {
  private var kinds: [(what: String, count: Int, first: SourcePosition)] = []
  private var indices: [String: Int] = [:]

  /// More kinds than anyone reads; what comes after is counted as one.
  private static let mostKinds = 50

  /// Creates a tally of nothing.
  public init() {}

  /// Counts one thing, said as the sentence "passed over twice: …" has it.
  public mutating func count(_ what: String, at position: @autoclosure () -> SourcePosition) {
    if let index = indices[what] {
      kinds[index].count += 1
      return
    }
    let what = kinds.count < Self.mostKinds ? what : "something else"
    guard indices[what] == nil else { return count(what, at: position()) }
    indices[what] = kinds.count
    kinds.append((what, 1, position()))
  }

  /// Reports a warning for each kind.
  public func report(to graph: GraphWriter, hint: String? = nil) {
    for (what, count, first) in kinds {
      let times = count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
      graph.report(
        .warning("passed-over", at: first, "passed over \(times): \(what)", hint: hint))
    }
  }
}
