package import PasserelleGraph
public import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Shows which competences of one thing another covers, and which are left open.
  ///
  /// - Parameters:
  ///   - from: What is offered: a qualification or an occupation.
  ///   - to: What is asked for.
  /// - Returns: The gap, or what a name may mean.
  /// - Throws: `UnknownName`; errors of the store.
  public func gap(from: String, to: String) throws -> Reply<GapAnswer> {
    try reply {
      let (from, to) = (try concept(from), try concept(to))
      return GapAnswer(
        try GapFinder(vantage).find(from: from.record, to: to.record),
        understandings: [from, to].compactMap(\.understanding))
    }
  }

  /// Shows what a person's profile covers of what is asked for.
  ///
  /// - Parameters:
  ///   - profile: The profile, as ``Installation/profile(at:)`` reads it.
  ///   - to: What is asked for.
  /// - Returns: The gap, or what a name may mean.
  /// - Throws: `UnknownName`; `Diagnostic` if the profile names something that the library does not have.
  public func gap(of profile: CheckedProfile, to: String) throws -> Reply<GapAnswer> {
    try gap(of: profile.record, to: to)
  }

  /// Shows what a profile covers of what is asked for.
  package func gap(of profile: ProfileRecord, to: String) throws -> Reply<GapAnswer> {
    try reply {
      let to = try concept(to)
      let competences = try ProfileInterpreter(profile, in: graph, on: day).competences()
      return GapAnswer(
        try GapFinder(vantage).find(of: competences, for: to.record),
        understandings: [to.understanding].compactMap { $0 })
    }
  }

  /// Makes the statement of comparability of a person's profile.
  ///
  /// - Parameters:
  ///   - profile: The profile, as ``Installation/profile(at:)`` reads it.
  ///   - destination: The country, or its framework.
  ///   - purpose: What it is for, which decides who is competent.
  ///   - language: The language in which the statement is filed.
  /// - Returns: The statement, as values, text, JSON or a page.
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if the destination is not a country;
  ///   `Diagnostic` if the profile names something that the library does not have.
  public func assess(
    _ profile: CheckedProfile, for destination: String, purpose: Purpose, in language: Language
  ) throws -> ComparabilityAnswer {
    try assess(
      profile.record,
      for: ComparabilityOrder(
        destination: destination, purpose: purpose, language: language.name))
  }

  /// Makes the statement of comparability of a profile.
  ///
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if the destination is not a country;
  ///   `Diagnostic` if the profile names something that the library does not have.
  package func assess(
    _ profile: ProfileRecord, for order: ComparabilityOrder
  ) throws -> ComparabilityAnswer {
    try ComparabilityMaker(self, order: order, graphHash: graph.contentHash()).answer(to: profile)
  }

  /// Makes the standing statement of a type of qualification: about no person, for anyone to read.
  ///
  /// - Parameters:
  ///   - name: The qualification or level.
  ///   - destination: The country, or its framework.
  ///   - purpose: What it is for, which decides who is competent.
  ///   - language: The language in which the statement is filed.
  /// - Returns: The statement, or what the name may mean.
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if a name does not mean what it has
  ///   to; errors of the store.
  public func standingStatement(
    on name: String, for destination: String, purpose: Purpose, in language: Language
  ) throws -> Reply<ComparabilityAnswer> {
    try standingStatement(
      on: name,
      for: ComparabilityOrder(
        destination: destination, purpose: purpose, language: language.name))
  }

  /// Makes the standing statement of a type of qualification.
  package func standingStatement(
    on name: String, for order: ComparabilityOrder
  ) throws -> Reply<ComparabilityAnswer> {
    try reply {
      try ComparabilityMaker(self, order: order, graphHash: graph.contentHash())
        .standingAnswer(on: concept(name).record)
    }
  }
}
