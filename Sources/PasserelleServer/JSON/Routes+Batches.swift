internal import PasserelleAnswers
internal import PasserelleStore
internal import Synchronization

extension Routes {
  /// Files of questions: rows in, the same rows with answers out, as they are made.
  static let batches = [
    Route(
      method: "POST", path: ["compare"],
      summary: "Compares the two concepts of each row: 'from' and 'to'.",
      parameters: [.purpose, .asOf, .lang],
      batch: Route.BatchForm(
        mediaTypes: jsonLines + ["text/csv"],
        example: "{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}\n")
    ) { asked, request in
      let (purpose, language) = (asked.terms.purpose, asked.terms.language)
      return try batch(request, asked, needing: CompareClerk.neededColumns) { _ in
        CompareClerk.answerColumns
      } by: { desk in
        CompareClerk(desk, for: purpose, in: language)
      }
    },
    Route(
      method: "POST", path: ["equivalents"],
      summary:
        "Lists what corresponds to the concept of each row: 'id' and, unless it is a parameter, 'in'.",
      parameters: [
        Parameter(name: "in", summary: "A country or a framework, for all rows.", example: ["ie"]),
        .purpose, .asOf, .lang,
      ],
      batch: Route.BatchForm(
        mediaTypes: jsonLines + ["text/csv"], example: "{\"id\":\"de-nqf:6\"}\n")
    ) { asked, request in
      let place = asked["in"]
      return try recoded(request, asked, .named(in: place.isEmpty ? nil : place))
    },
    Route(
      method: "POST", path: ["recode"],
      summary: "Recodes a column of a table from one classification or framework to another.",
      parameters: [
        .required("column", "The column with the codes.", for: "job"),
        .required("from", "What the codes belong to.", for: "isco-88"),
        .required("to", "What to recode to.", for: "isco-08"), .asOf, .lang,
      ],
      batch: Route.BatchForm(mediaTypes: ["text/csv"], example: "person,job\n1,7233\n")
    ) { asked, request in
      let survey = try ColumnSurvey(
        of: asked["column"], in: request.body, named: "the body")
      return try recoded(
        request, asked,
        .column(asked["column"], from: asked["from"], to: asked["to"], seen: survey.numbers))
    },
  ]

  static let jsonLines = ["application/jsonl", "application/x-ndjson"]
  /// The bytes of a batch.
  static let longestBatch = 1 << 20

  private static func recoded(
    _ request: ServerRequest, _ asked: Asked, _ question: RecodeClerk.Question
  ) throws -> Route.Told {
    let (purpose, language) = (asked.terms.purpose, asked.terms.language)
    let memory = RecodeMemory()
    return try batch(
      request, asked, needing: question.neededColumns, adding: question.answerColumns
    ) { desk in
      try RecodeClerk(desk, question, for: purpose, in: language, remembering: memory)
    }
  }

  /// Answers a batch piece by piece, each from the state of the library that the first was answered from.
  private static func batch<Clerk: BatchClerk>(
    _ request: ServerRequest, _ asked: Asked, needing columns: [String],
    adding added: ([String]) -> [String], by make: @escaping @Sendable (Desk) throws -> Clerk
  ) throws -> Route.Told {
    let pieces = BatchPieces(
      try BatchReader(request.body, named: "the body", needing: columns))
    // What is wrong with the question as a whole is told before any row is answered.
    _ = try make(asked.desk())
    let (hash, day) = (asked.library.hash, asked.terms.day ?? asked.library.today)
    let isEnded = Mutex(false)
    let isTable = pieces.form != .jsonLines
    var response = ServerResponse(
      pieces.head(adding: added), as: isTable ? "text/csv; charset=utf-8" : jsonLines[0])
    response.more = { library in
      guard !isEnded.withLock({ $0 }) else { return nil }
      guard library.hash == hash else { throw Problem.libraryChanged }
      var clerk = try make(library.desk(asOf: day))
      let piece = try pieces.next(by: &clerk)
      if piece == nil { isEnded.withLock { $0 = true } }
      return piece.map { Array($0.utf8) }
    }
    return .batch(response)
  }
}

extension Problem {
  /// The library has changed while a batch was answered: the connection is ended, since a part of one state
  /// and a part of another would be no answer.
  fileprivate static let libraryChanged = Problem(
    503, "library-changed", "the library has changed in the middle of the batch")
}
