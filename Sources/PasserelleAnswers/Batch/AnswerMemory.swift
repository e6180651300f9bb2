internal import Synchronization

/// What was answered to rows, shared by the clerks of one batch: surveys ask the same questions many times.
///
/// All clerks see one state of the store, so that a question has one answer.
final class AnswerMemory: Sendable {
  private struct Known: Sendable {
    /// The hashes of the questions that were asked once.
    var asked: Set<Int> = []
    var answers: [String: String] = [:]
    var bytes = 0
  }

  private let known = Mutex(Known())
  /// How many bytes are held: many different questions must not fill the memory.
  private static let most = 12 << 20
  /// How many questions are known to have been asked.
  private static let mostAsked = 100_000

  /// The end of the record of each row that asks a question, after what the row itself says.
  ///
  /// It is kept when the question is asked the second time: in a file of nothing but different
  /// questions, none comes back.
  subscript(question: String) -> String? {
    get { known.withLock { $0.answers[question] } }
    set {
      known.withLock { known in
        if known.asked.count >= Self.mostAsked { known.asked = [] }
        guard !known.asked.insert(question.hashValue).inserted else { return }
        if known.bytes >= Self.most { (known.answers, known.bytes) = ([:], 0) }
        known.answers[question] = newValue
        known.bytes += question.utf8.count + (newValue?.utf8.count ?? 0)
      }
    }
  }
}
