public import PasserelleModel

/// What a reader did with a source that its author should know, counted by kind: what it passed over,
/// or mended.
///
/// Nothing is dropped without a word: each kind is told once, with how often it came and where it
/// came first.
public struct Tally: Sendable {
  private var kinds: [(what: String, count: Int, first: SourcePosition)] = []
  private var indices: [String: Int] = [:]

  /// More kinds than anyone reads; what comes after is counted as one.
  private static let mostKinds = 50

  private let deed: String
  private let id: Diagnostic.ID

  /// Creates a tally of what was passed over, or of another deed.
  ///
  /// - Parameters:
  ///   - deed: What the reader did, as the warning begins: `passed over`.
  ///   - id: The kind of the warnings.
  public init(of deed: String = "passed over", as id: Diagnostic.ID = .passedOver) {
    self.deed = deed
    self.id = id
  }

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
        .warning(id, at: first, "\(deed) \(times): \(what)", hint: hint))
    }
  }
}
