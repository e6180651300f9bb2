public import PasserelleModel

/// A count of what a reader skipped or corrected, by kind, for the author of the source.
///
/// Nothing is dropped silently: each kind is reported once, with how often it occurred and where it
/// occurred first.
public struct Tally: Sendable {
  private var kinds: [(what: String, count: Int, first: SourcePosition)] = []
  private var indices: [String: Int] = [:]

  /// More kinds than anyone reads; the rest are counted as one.
  private static let mostKinds = 50

  private let deed: String
  private let id: Diagnostic.ID

  /// Creates a tally of what was skipped, or of another deed.
  ///
  /// - Parameters:
  ///   - deed: What the reader did, as the warning begins: `skipped`.
  ///   - id: The kind of the warnings.
  public init(of deed: String = "skipped", as id: Diagnostic.ID = .passedOver) {
    self.deed = deed
    self.id = id
  }

  /// Counts one thing, or several, worded as it follows "skipped twice: …".
  public mutating func count(
    _ what: String, times: Int = 1, at position: @autoclosure () -> SourcePosition
  ) {
    if let index = indices[what] {
      kinds[index].count += times
      return
    }
    let what = kinds.count < Self.mostKinds ? what : "something else"
    guard indices[what] == nil else { return count(what, times: times, at: position()) }
    indices[what] = kinds.count
    kinds.append((what, times, position()))
  }

  /// Counts all that another tally has counted.
  public mutating func add(_ other: Tally) {
    for (what, times, first) in other.kinds { count(what, times: times, at: first) }
  }

  /// Reports a warning for each kind.
  public func report(to graph: GraphWriter, hint: String? = nil) {
    for (what, count, first) in kinds {
      let times = count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
      graph.report(
        .warning(id, at: first, "\(deed) \(times): \(what)", hint: hint))
    }
  }
}
