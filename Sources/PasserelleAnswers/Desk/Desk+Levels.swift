internal import PasserelleGraph
public import PasserelleModel

extension Desk {
  /// Compares levels or qualifications; with a single one, answers what it is referenced to.
  ///
  /// - Parameters:
  ///   - names: What to compare.
  ///   - purpose: What it is for: declarations count for the purposes that they name, and the answer
  ///     says who decides.
  /// - Returns: The comparison, or what a name may mean.
  /// - Throws: `UnknownName` if a name means nothing; errors of the store.
  public func compare(
    _ names: [String], for purpose: Purpose? = nil
  ) throws -> Reply<ComparisonAnswer> {
    try reply {
      let named = try names.map(concept)
      let comparison = try Comparer(vantage).compare(named.map(\.record), for: purpose)
      return try answer(comparison, named, for: purpose)
    }
  }

  /// Puts together what an answer to a comparison consists of: for a single question and for each row
  /// of a batch alike.
  func answer(
    _ comparison: Comparison, _ named: [NamedConcept], for purpose: Purpose?
  ) throws -> ComparisonAnswer {
    ComparisonAnswer(
      comparison, understandings: named.compactMap(\.understanding),
      nextSteps: try purpose.map {
        NextStepsAnswer(try NextSteps(for: $0, after: comparison, graph: graph))
      })
  }

  /// Lists what is at the same reference level in a country or framework, and what is declared
  /// equivalent there.
  ///
  /// In a country without a framework there is no level, and the answer says so.
  ///
  /// - Parameters:
  ///   - name: The level or qualification.
  ///   - place: A country or a framework.
  ///   - purpose: What it is for: the answer then says who decides.
  /// - Returns: What was found, or what the name may mean.
  /// - Throws: `UnknownName`; errors of the store.
  public func equivalents(
    of name: String, in place: String, for purpose: Purpose? = nil
  ) throws -> Reply<CorrespondentsAnswer> {
    try reply {
      let (named, targets) = (try concept(name), try destinations(place))
      return try equivalents(
        of: named, in: targets, for: purpose,
        understandings: [named.understanding].compactMap { $0 })
    }
  }

  /// Lists what corresponds to a concept: for a single question and for each row of a batch alike.
  func equivalents(
    of named: NamedConcept, in targets: [Framework], for purpose: Purpose?,
    understandings: [Phrase]
  ) throws -> CorrespondentsAnswer {
    let found = try CorrespondentFinder(vantage).find(named.record, in: targets, for: purpose)
    let steps = try purpose.map { purpose in
      try NextSteps(
        for: purpose, from: found.subject.items.first, on: day, in: found.targets, graph: graph)
    }
    return CorrespondentsAnswer(
      found, understandings: understandings, nextSteps: steps.map(NextStepsAnswer.init))
  }

  /// Shows every chain of statements between two concepts, best first, and why there are no others.
  ///
  /// - Parameters:
  ///   - from: Where the chains start.
  ///   - to: Where they end.
  ///   - maxSteps: How many links a chain may have, from 1 to 8.
  /// - Returns: The explanation, or what a name may mean.
  /// - Throws: `QuestionError` if both are one concept; `UnknownName`; errors of the store.
  public func explain(
    _ from: String, _ to: String, maxSteps: Int = 6
  ) throws -> Reply<ExplanationAnswer> {
    try reply {
      let (from, to) = (try concept(from), try concept(to))
      guard from.record.id != to.record.id else {
        throw QuestionError("'\(from.record.id)' is both; name two concepts")
      }
      return ExplanationAnswer(
        try Explainer(vantage, maxSteps: min(max(1, maxSteps), 8))
          .explain(from.record, to.record),
        understandings: [from, to].compactMap(\.understanding))
    }
  }
}
