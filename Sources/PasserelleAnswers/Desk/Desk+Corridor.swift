internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Gathers all that is known between two countries, for those who go from one to the other.
  ///
  /// - Parameters:
  ///   - origin: The country that people come from, by its code or name; a framework of one country will do.
  ///   - destination: The country that they go to.
  /// - Returns: The levels of both, what links them, whom to ask, and what is not known.
  /// - Throws: `QuestionError` if both are one country; `UnknownName`; errors of the store.
  public func corridor(from origin: String, to destination: String) throws -> CorridorAnswer {
    let (from, to) = (try country(origin), try country(destination))
    guard !from.isWithin(to), !to.isWithin(from) else {
      throw QuestionError(
        from == to
          ? "'\(from)' is both; name two countries"
          : "'\(from)' and '\(to)' are one within the other; name two countries")
    }
    let corridor = try CorridorFinder(vantage).find(
      from: from, to: to, in: destinations(to.description))
    return CorridorAnswer(corridor, graphHash: try graph.contentHash())
  }

  /// The country that a person means: by its code, by its name, or by a framework of it alone.
  private func country(_ text: String) throws -> CountryCode {
    let named =
      CountryCode(text.trimmed.uppercased())
      ?? CountryNames.code(of: text).flatMap { CountryCode($0) }
    // 'fr-nqf' looks like the code of a part of France, and is the name of a framework.
    if let named, try !named.description.contains("-") || resolver.isCountry(text) { return named }
    let countries = Set(try places(named: text).flatMap(\.countries))
    guard let country = countries.first, countries.count == 1 else {
      throw UnknownName(text, near: CountryNames.near(text), .framework)
    }
    return country
  }
}
