/// What a question leads to: its answer, or what it may mean.
public enum Reply<Content: Answer>: Sendable {
  /// The answer.
  case answer(Content)
  /// The question has several meanings, and none was chosen.
  case ambiguous(AmbiguityAnswer)

  /// The answer; `nil` if the question has several meanings.
  public var answer: Content? {
    if case .answer(let answer) = self { answer } else { nil }
  }
}
