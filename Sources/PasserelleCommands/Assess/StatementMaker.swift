internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// What a statement is made for: where something is to count, what for, and in which language it is
/// written.
struct StatementOrder: Sendable {
  /// A country or a framework, as a person writes it.
  var destination: String
  var purpose: Purpose
  var language: String
  var day: Day
}

/// Makes statements of comparability from one state of the store.
struct StatementMaker {
  private let inquiry: Inquiry
  private let order: StatementOrder
  private let country: CountryCode
  private let destinations: [Framework]
  private let graphHash: String

  /// Prepares to make statements.
  ///
  /// - Throws: `IdentifierError` or `UncoveredCountry` where the destination means no country.
  init(_ graph: StoredGraph, order: StatementOrder, graphHash: String) throws {
    inquiry = try Inquiry(graph, day: order.day)
    self.order = order
    self.graphHash = graphHash
    destinations = try inquiry.frameworks(order.destination).filter { !$0.countries.isEmpty }
    let countries = destinations.flatMap(\.countries)
    let named =
      CountryCode(order.destination.trimmed.uppercased())
      ?? CountryNames.code(of: order.destination).flatMap(CountryCode.init)
    // 'fr-nqf' looks like the code of a part of France, and is the name of a framework.
    let isKnown = { (code: CountryCode) in
      countries.contains(code) || !code.description.contains("-")
    }
    guard let country = named.flatMap({ isKnown($0) ? $0 : nil }) ?? countries.first else {
      throw ValidationError("'\(order.destination.printable)' is no country, nor of one")
    }
    if let named, !isKnown(named), try inquiry.resolver.isCountry(order.destination) {
      throw UncoveredCountry(code: named.description, name: nil)
    }
    self.country = country
  }

  /// Makes the statement of a profile.
  ///
  /// - Throws: `Diagnostic` where the profile names something that the library does not have.
  func statement(of profile: ProfileRecord) throws -> StatementOfComparability {
    let question = Assessment.Question(
      profile: profile, destinations: destinations, country: country, purpose: order.purpose,
      day: order.day)
    return StatementOfComparability(
      try Assessor(inquiry.graph, question: question).assess(), language: order.language,
      graphHash: graphHash)
  }
}
