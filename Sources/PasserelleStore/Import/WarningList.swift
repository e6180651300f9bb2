internal import PasserelleModel

/// Warnings of one kind: the first are told, and the others counted.
struct WarningList {
  /// More than anyone reads one by one.
  private static let mostTold = 100

  private let id: Diagnostic.ID
  /// What there are more of, as it follows a number: `more links are stated twice`.
  private let others: String
  private var told: [Diagnostic] = []
  private var untold: (count: Int, first: SourcePosition)?

  init(_ id: Diagnostic.ID, others: String) {
    self.id = id
    self.others = others
  }

  mutating func add(
    at position: SourcePosition, _ words: () throws -> (summary: String, hint: String?)
  ) rethrows {
    guard told.count >= Self.mostTold else {
      let (summary, hint) = try words()
      told.append(.warning(id, at: position, summary, hint: hint))
      return
    }
    untold = ((untold?.count ?? 0) + 1, untold?.first ?? position)
  }

  var warnings: [Diagnostic] {
    guard let untold else { return told }
    return told + [.warning(id, at: untold.first, "\(untold.count) \(others)")]
  }
}
