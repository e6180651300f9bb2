internal import Synchronization

/// When a question must have been answered.
final class Deadline: Sendable {
  private let end = Mutex<ContinuousClock.Instant?>(nil)

  /// Gives a question so much time from now on; `nil` for all that it needs.
  func allow(_ time: Duration?) {
    end.withLock { $0 = time.map { .now + $0 } }
  }

  var isOver: Bool { end.withLock { $0.map { $0 < .now } ?? false } }

  /// Ends a question that takes too long.
  ///
  /// - Throws: `StoreError.outOfTime`.
  func check() throws {
    if isOver { throw StoreError.outOfTime }
  }
}
