internal import Synchronization

/// What was made of values, shared by the clerks of one batch: surveys repeat their codes.
package final class RecodeMemory: Sendable {
  /// How many values are held: a file of nothing but different ones must not fill the memory.
  static let most = 20_000

  private let values = Mutex<[[String]: RecodedValue]>([:])

  package init() {}

  subscript(key: [String]) -> RecodedValue? {
    get { values.withLock { $0[key] } }
    set {
      values.withLock { values in
        if values.count >= Self.most { values.removeAll(keepingCapacity: true) }
        values[key] = newValue
      }
    }
  }
}
