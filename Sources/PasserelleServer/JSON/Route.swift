internal import PasserelleAnswers

/// A question of the JSON interface: what it may be told, and who answers it.
struct Route: Sendable {
  /// What a question leads to.
  enum Told {
    case answer(any Answer)
    case list(any TabularAnswer)
    case pages(any PagedAnswer)
    case ambiguous(AmbiguityAnswer)
    /// What no desk says: a whole document in JSON.
    case document(String, as: String)
    /// The answers to a batch, and whether they are a table.
    case batch(ServerResponse)
  }

  var method = "GET"
  /// The path below `/v1`.
  var path: [String]
  var summary: String
  var parameters: [Parameter] = []
  /// The kind of answer, as its schema is called; `nil` if it is none of a desk.
  var kind: String?
  /// Whether a name may have several meanings.
  var mayBeAmbiguous = false
  /// Whether it can be a table.
  var isTable = false
  /// The columns, or members, that a batch must have; nothing if it is none.
  var batch: BatchForm?
  var tell: @Sendable (Asked, ServerRequest) throws -> Told

  /// What a batch looks like.
  struct BatchForm: Sendable {
    var mediaTypes: [String]
    var example: String
  }

  /// The segments of the whole path.
  var segments: [String] { ["v1"] + path }

  /// How the specification and the answer call it: `compare`.
  var name: String { path.joined(separator: "-") }

  /// A question whose names may have several meanings.
  static func asked<Content: Answer>(
    _ reply: Reply<Content>
  ) -> Told {
    switch reply {
    case .answer(let answer): .answer(answer)
    case .ambiguous(let ambiguity): .ambiguous(ambiguity)
    }
  }

  /// The same of a list.
  static func listed<Content: TabularAnswer>(_ reply: Reply<Content>) -> Told {
    switch reply {
    case .answer(let answer): .list(answer)
    case .ambiguous(let ambiguity): .ambiguous(ambiguity)
    }
  }
}
