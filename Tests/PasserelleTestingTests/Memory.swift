import Synchronization

/// A count that outlives a read, as no adapter should have one.
final class Memory: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock {
      $0 += 1
      return $0
    }
  }
}
