internal import Synchronization

/// What was answered to rows, shared by the clerks of one batch: surveys ask the same questions many times.
///
/// All clerks see one state of the store, so that a question has one answer.
final class AnswerMemory: Sendable {
  private struct Known: Sendable {
    var answers: [String: String] = [:]
    var bytes = 0
  }

  private let known = Mutex(Known())
  /// How many bytes are held: a file of nothing but different questions must not fill the memory.
  private static let most = 12 << 20

  /// The end of the record of each row that asks a question, after what the row itself says.
  subscript(question: String) -> String? {
    get { known.withLock { $0.answers[question] } }
    set {
      known.withLock { known in
        if known.bytes >= Self.most { known = Known() }
        known.answers[question] = newValue
        known.bytes += question.utf8.count + (newValue?.utf8.count ?? 0)
      }
    }
  }
}
