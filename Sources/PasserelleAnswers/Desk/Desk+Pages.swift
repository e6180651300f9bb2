package import PasserelleGraph
package import PasserelleModel
internal import PasserelleStore

// What a page shows beside an answer.
extension Desk {
  /// The levels of the two frameworks that are compared, beside those of reference frameworks.
  ///
  /// - Returns: The ladders; none unless two frameworks are compared that have levels.
  /// - Throws: Errors of the store.
  package func ladders(beside answer: ComparisonAnswer) throws -> [Ladder] {
    let names = answer.items.map(\.framework)
    guard names.count == 2 else { return [] }
    return try ladders(from: names[0], to: names[1])
  }

  /// The levels of the framework that is asked about and of the first one that was searched, beside
  /// those of reference frameworks.
  package func ladders(beside answer: CorrespondentsAnswer) throws -> [Ladder] {
    guard let subject = answer.subject.items.first else { return [] }
    let place = answer.matches.first?.framework ?? answer.searched.first
    return try place.map { try ladders(from: subject.framework, to: $0) } ?? []
  }

  private func ladders(from origin: String, to destination: String) throws -> [Ladder] {
    guard origin != destination, let origin = FrameworkName(origin),
      let destination = FrameworkName(destination)
    else { return [] }
    return try LadderFinder(vantage).ladders(from: origin, to: destination)
  }

  /// The countries that the library has anything of, in the order of their codes.
  package func countries() throws -> [CountryCode] {
    let frameworks = try graph.frameworks().filter { $0.kind != .metaFramework }
    return Set(frameworks.flatMap(\.countries)).sorted { $0.description < $1.description }
  }

  /// Searches the labels and names of one country's frameworks.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - country: The country, by its code or name.
  ///   - limit: How many labels to give at most.
  /// - Returns: The labels, best first.
  /// - Throws: `UnknownName`, `UncoveredCountry`; errors of the store.
  package func search(_ words: String, in country: String, limit: Int = 20) throws -> SearchAnswer {
    let names = try frameworks(country).map(\.name)
    return try search { try LabelSearch(self, limit: limit).find(words, in: names) }
  }
}

extension Language {
  /// A country's name with its code: `Philippines (PH)`.
  package func countryName(_ code: CountryCode) -> String { LocalNames(self).country(code) }

  /// The names of countries with their codes, in the order of the language.
  package func countryNames(_ codes: [CountryCode]) -> [(code: CountryCode, name: String)] {
    let names = LocalNames(self)
    return names.sorted(codes.map { ($0, names.country($0)) })
  }
}
