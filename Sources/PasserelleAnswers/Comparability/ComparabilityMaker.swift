package import PasserelleGraph
package import PasserelleModel
internal import PasserelleStore

/// What a statement of comparability is made for: where, what for, and in which language.
package struct ComparabilityOrder: Hashable, Sendable {
  /// A country or a framework, as a person writes it.
  package var destination: String
  package var purpose: Purpose
  /// The language in which the statement is written.
  package var language: String

  package init(destination: String, purpose: Purpose, language: String) {
    (self.destination, self.purpose, self.language) = (destination, purpose, language)
  }
}

/// Makes statements of comparability, all for one order.
package struct ComparabilityMaker {
  private let desk: Desk
  private let order: ComparabilityOrder
  private let country: CountryCode
  private let destinations: [Framework]
  private let graphHash: String

  /// Prepares to make statements.
  ///
  /// - Throws: `UnknownName`, `UncoveredCountry` or `QuestionError` if the destination is not a country.
  package init(_ desk: Desk, order: ComparabilityOrder, graphHash: String) throws {
    self.desk = desk
    self.order = order
    self.graphHash = graphHash
    destinations = try desk.destinations(order.destination).filter { !$0.countries.isEmpty }
    let countries = destinations.flatMap(\.countries)
    let named =
      CountryCode(order.destination.trimmed.uppercased())
      ?? CountryNames.code(of: order.destination).flatMap(CountryCode.init)
    // 'fr-nqf' looks like the code of a part of France, and is the name of a framework.
    let isKnown = { (code: CountryCode) in
      countries.contains(code) || !code.description.contains("-")
    }
    guard let country = named.flatMap({ isKnown($0) ? $0 : nil }) ?? countries.first else {
      throw QuestionError(
        "'\(order.destination.printable)' is neither a country nor a country's framework")
    }
    if let named, !isKnown(named), try desk.resolver.isCountry(order.destination) {
      throw UncoveredCountry(code: named.description, name: nil)
    }
    self.country = country
  }

  /// Makes the statement of a profile.
  ///
  /// - Throws: `Diagnostic` if the profile names something that the library does not have.
  package func answer(to profile: ProfileRecord) throws -> ComparabilityAnswer {
    try answer(to: question(on: profile))
  }

  /// Makes the standing statement of a type of qualification, about no person.
  ///
  /// - Throws: `QuestionError` if it is not a qualification or a level of a country's framework.
  package func standingAnswer(on record: ConceptRecord) throws -> ComparabilityAnswer {
    let countries = try desk.graph.framework(record.id.framework)?.countries ?? []
    guard let origin = countries.first,
      record.concept.kind == .qualification || record.concept.kind == .level
    else {
      throw QuestionError(
        "'\(record.id)' is not a qualification or a level of a country's framework")
    }
    var certificate = Certificate(title: record.concept.name, country: origin)
    certificate.identifier = record.id
    let place = SourcePosition(file: "\(record.id)")
    var profile = ProfileRecord(Profile(reference: "\(record.id)"), at: place)
    profile.add(.certificate(certificate), at: place)
    var question = question(on: profile)
    question.standing = record
    return try answer(to: question)
  }

  private func question(on profile: ProfileRecord) -> Assessment.Question {
    Assessment.Question(
      profile: profile, destinations: destinations, country: country, purpose: order.purpose,
      day: desk.day)
  }

  private func answer(to question: Assessment.Question) throws -> ComparabilityAnswer {
    let assessor = try Assessor(
      desk.graph, question: question, titles: TitleSearch(graph: desk.graph))
    let record = ComparabilityRecord(
      try assessor.assess(), language: order.language, graphHash: graphHash)
    return ComparabilityAnswer(record, for: order.destination)
  }
}
