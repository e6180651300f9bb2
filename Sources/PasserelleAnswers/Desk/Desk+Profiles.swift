package import PasserelleGraph
internal import PasserelleModel
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

  /// Makes the statement of comparability of a profile.
  ///
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if the destination is not a country;
  ///   `Diagnostic` if the profile names something that the library does not have.
  package func assess(
    _ profile: ProfileRecord, for order: ComparabilityOrder
  ) throws -> ComparabilityAnswer {
    try ComparabilityMaker(self, order: order, graphHash: graph.contentHash()).answer(to: profile)
  }
}
