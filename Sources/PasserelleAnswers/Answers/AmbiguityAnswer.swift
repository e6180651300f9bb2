internal import PasserelleGraph
internal import PasserelleModel

/// The answer to a question that has several meanings: what it may mean, and no guess.
public struct AmbiguityAnswer: Answer {
  /// The kind of answer.
  public static let kind = "ambiguity"

  /// One thing that may be meant.
  public struct Candidate: Encodable, Sendable {
    /// Its identifier.
    public let id: String
    /// Its preferred title.
    public let title: String
  }

  /// The finding: `ambiguous`.
  public let finding = Finding.ambiguous.rawValue
  /// The day as of which the question was asked.
  public let asOf: String
  /// The words that have several meanings.
  public let question: String
  /// What they may mean.
  public let candidates: [Candidate]
  /// Whether none of the candidates was in force on the day.
  public let noneInForce: Bool

  init(_ text: String, candidates: [ConceptRecord], on day: Day, noneInForce: Bool) {
    asOf = day.description
    question = text
    self.candidates = candidates.map {
      Candidate(id: $0.id.description, title: $0.concept.name)
    }
    self.noneInForce = noneInForce
  }

  private enum CodingKeys: String, CodingKey {
    case finding, asOf, question, candidates, noneInForce
  }

  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    [pen.say(.ambiguousQuestion, ["text": question]).printable]
      + candidates.map { "  \($0.id)  \($0.title)".printable }
      + (noneInForce ? [pen.say(.ambiguousNotInForce, ["day": pen.say.date(asOf)])] : [])
  }
}
