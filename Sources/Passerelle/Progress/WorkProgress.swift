/// How far a long work has come.
package struct WorkProgress: Sendable, Hashable {
  /// What is counted.
  package enum Unit: Sendable, Hashable {
    case bytes, rows
  }

  /// What is being done: `reading`.
  package var task: String
  /// How much is done.
  package var done = 0
  /// How much there is to do, in the same unit; `nil` if it is not known.
  package var total: Int?
  /// What is counted.
  package var unit = Unit.rows
  /// How much of the whole is done, from 0 to 1, if it is known by another count.
  package var otherShare: Double?

  /// How much of the whole is done, from 0 to 1, if it is known.
  package var share: Double? {
    if let otherShare { return min(1, max(0, otherShare)) }
    return total.map { $0 > 0 ? min(1, Double(max(0, done)) / Double($0)) : 1 }
  }

  package init(
    _ task: String, done: Int = 0, of total: Int? = nil, _ unit: Unit = .rows,
    share: Double? = nil
  ) {
    (self.task, self.done, self.total, self.unit) = (task, done, total, unit)
    otherShare = share
  }

  /// Is told how far a work has come, often: it must be quick.
  package typealias Report = @Sendable (WorkProgress) -> Void
}
