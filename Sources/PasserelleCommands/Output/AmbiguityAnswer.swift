internal import ArgumentParser
internal import PasserelleGraph
internal import PasserelleModel

/// The answer to a question that has several meanings.
struct AmbiguityAnswer: Encodable {
  struct Candidate: Encodable {
    var id: String
    var title: String
  }

  var finding = Finding.ambiguous.rawValue
  var asOf: String
  var question: String
  var candidates: [Candidate]

  init(_ error: IdentifierError, day: Day) {
    asOf = day.description
    question = error.text
    candidates = error.candidates.map {
      Candidate(id: $0.id.description, title: $0.concept.title.preferred ?? "")
    }
  }
}

extension Inquiry {
  /// Runs a step; where its question has several meanings and JSON is wanted, these are the answer.
  func answering<Value>(asJSON: Bool, _ step: () throws -> Value) throws -> Value {
    do {
      return try step()
    } catch let error as IdentifierError where asJSON && !error.candidates.isEmpty {
      Console.print(try JSONText.encode(AmbiguityAnswer(error, day: vantage.day)))
      throw ExitStatus.usage
    }
  }
}
