import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// What the bundled procedures and agreements say of whom, and to whom they are shown.
struct RecognitionDataTests {
  @Test(arguments: Case.all)
  func thePersonIsSentToTheRightDesk(matter: Case) throws {
    let steps = try Self.steps(matter)
    let bodies = steps.systems.flatMap(\.procedures).filter {
      $0.procedure.purpose == matter.purpose
    }
    .flatMap { step in
      let procedure = step.procedure
      return procedure.firstContacts + procedure.informationCentres + procedure.deciders
        + procedure.issuers + procedure.legalBasis + procedure.laws.map(\.title)
    }

    #expect(steps.first?.body.key == matter.first)
    for name in matter.shown {
      #expect(bodies.contains { $0.contains(name) }, "\(name) is missing")
    }
    for name in matter.hidden {
      #expect(!bodies.contains { $0.contains(name) }, "\(name) does not cover the case")
    }
    let agreements = steps.agreements.map(\.agreement.name.series)
    #expect(matter.agreements.allSatisfy(agreements.contains))
    #expect(!matter.hiddenAgreements.contains(where: agreements.contains))
  }

  @Test(arguments: [
    ("AM", "isco-08:7212", "2003-06-30", Coverage.yes), ("AM", "isco-08:2212", "2003-06-30", nil),
    ("AM", "isco-08:2221", "2003-06-30", nil), ("AM", "isco-08:7212", "2005-06-30", nil),
    ("AM", "isced-f-2013:0715", "2003-06-30", .may),
    ("UA", "isco-08:7212", "2004-06-30", .may), ("UA", "isco-08:221", "2004-06-30", nil),
    ("UA", "isced-f-2013:0911", "2004-06-30", nil), ("UA", "isco-08:7212", "2007-06-30", nil),
  ])
  func whatAnAgreementExceptsAndWhatOutlivesIt(
    country: String, subject: String, awarded: Day, expected: Coverage?
  ) throws {
    let agreement = country == "AM" ? "am-pl-1972" : "pl-ua-1992"
    let found = try Self.read { graph in
      let desk = try Desk(graph, day: "2026-11-29")
      var record = RecognitionCase(day: desk.day)
      record.titleOrigins = [try #require(CountryCode(country))]
      record.origins = record.titleOrigins
      record.sectors = [.vocational]
      record.subjects = [try #require(Identifier(subject))]
      record.awarded = [awarded]
      return try NextSteps(
        for: .work, of: record, in: desk.destinations("PL"), graph: graph
      ).agreements.first { $0.agreement.name.series == agreement }?.coverage
    }

    #expect(found == expected)
  }

  /// The classification has its titles in three languages; a reader of another is told whose they are.
  @Test(arguments: [
    ("en", "Cooks (isco-08:5120)"), ("fr", "Cuisiniers (isco-08:5120)"),
    ("de", "Cooks [en] (isco-08:5120)"),
  ])
  func whatIsCoveredHasItsTitleInTheReadersLanguage(language: String, expected: String) throws {
    let say = try Language(language, in: Place.root.appending(path: "Languages").path)
      .writing(.text, noting: MetLanguages())
    let cook = try #require(Identifier("isco-08:5120"))
    let phrase = try Self.read { try ScopeNames(for: [cook], in: $0).phrase(for: cook) }

    #expect(say(phrase) == expected)
  }

  @Test func everyScopeNamesWhatIsThere() throws {
    try Self.read { graph in
      let groups = Set(try graph.agreements().map(\.agreement.name))
      for framework in try graph.frameworks() {
        for procedure in try graph.procedures(of: framework.name).map(\.procedure) {
          for id in procedure.subjects {
            #expect(try graph.concept(id) != nil, "\(framework.name) names \(id)")
          }
          for origin in procedure.origins + procedure.laws.flatMap(\.origins) {
            if case .parties(let name) = origin.place {
              #expect(groups.contains(name), "\(framework.name) names \(name)")
            }
          }
        }
      }
      for agreement in try graph.agreements().map(\.agreement) {
        for id in agreement.subjects {
          #expect(try graph.concept(id) != nil, "\(agreement.name) names \(id)")
        }
      }
    }
  }

  /// A person's case, whom to ask first, and what must and must not be shown.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var from: String
    var to: String
    var purpose: Purpose
    var sector: Sector?
    var occupation: String?
    var first: String?
    var shown: [String] = []
    var hidden: [String] = []
    var agreements: [String] = []
    var hiddenAgreements: [String] = []

    static let all = [
      Case(
        testDescription: "a Nigerian diploma in the United Kingdom", from: "NG", to: "GB",
        purpose: .study, first: "UK ENIC (run by Ecctis)", hidden: ["Wales"]),
      Case(
        testDescription: "a Filipino welder in Germany", from: "PH", to: "DE", purpose: .work,
        sector: .vocational, occupation: "isco-08:7212", first: "Anerkennung in Deutschland (BIBB)",
        shown: ["IHK FOSA"], hidden: ["ZAB (KMK)"], hiddenAgreements: ["de-ph-triplewin"]),
      Case(
        testDescription: "a Filipino nurse in Germany", from: "PH", to: "DE", purpose: .work,
        occupation: "isco-08:2221", first: "Anerkennung in Deutschland (BIBB)",
        agreements: ["de-ph-triplewin"]),
      Case(
        testDescription: "a Filipino welder in Saudi Arabia", from: "PH", to: "SA", purpose: .work,
        sector: .vocational, occupation: "isco-08:7212",
        first: "Ministry of Human Resources and Social Development (MHRSD)"),
      Case(
        testDescription: "a Colombian technician in Spain", from: "CO", to: "ES",
        purpose: .regulated, sector: .vocational,
        first: "Ministry of Education, Vocational Training and Sports",
        shown: ["Royal Decree 104/1988"], hidden: ["Directive", "1837/2008", "889/2022"]),
      Case(
        testDescription: "a Sri Lankan NVQ in South Korea", from: "LK", to: "KR", purpose: .work,
        sector: .vocational, first: "HRD Korea", hidden: ["KARIC"], agreements: ["kr-eps"]),
      Case(
        testDescription: "a South African trade in Australia", from: "ZA", to: "AU",
        purpose: .work, first: "Trades Recognition Australia (TRA)", shown: ["VETASSESS"]),
      Case(
        testDescription: "a Kosovar vocational diploma in Switzerland", from: "XK", to: "CH",
        purpose: .work, sector: .vocational, first: "SERI (SBFI)", hidden: ["swissuniversities"]),
      Case(
        testDescription: "a Syrian school certificate in Germany", from: "SY", to: "DE",
        purpose: .study, sector: .school, first: "anabin (ZAB)", shown: ["institution"],
        hidden: ["Anerkennungs-Finder"]),
      Case(
        testDescription: "a Turkish master in Austria", from: "TR", to: "AT", purpose: .regulated,
        first: "AST contact points", hidden: ["Directive"]),
      Case(
        testDescription: "a French architect in Austria", from: "FR", to: "AT",
        purpose: .regulated, occupation: "isco-08:2161", first: "AST contact points",
        shown: ["Directive 2005/36/EC"], agreements: ["eu-2005-36", "eu-2005-36-general"]),
      Case(
        testDescription: "a French electrician in Austria, for whom the general system is meant",
        from: "FR", to: "AT", purpose: .regulated, occupation: "isco-08:7411",
        first: "AST contact points", agreements: ["eu-2005-36-general"],
        hiddenAgreements: ["eu-2005-36"]),
      Case(
        testDescription: "an Indian nurse in the United Kingdom", from: "IN", to: "GB",
        purpose: .regulated, occupation: "isco-08:2221",
        first: "Nursing and Midwifery Council (NMC)"),
      Case(
        testDescription: "a Moldovan nurse in Italy", from: "MD", to: "IT", purpose: .regulated,
        occupation: "isco-08:2221", first: "Ministry of Health", shown: ["CIMEA"],
        hiddenAgreements: ["eu-2005-36-general"]),
      Case(
        testDescription: "a Bangladeshi cook in Italy", from: "BD", to: "IT", purpose: .work,
        sector: .vocational, occupation: "isco-08:5120", first: "CIMEA (ENIC-NARIC)"),
      Case(
        testDescription: "a Filipino domestic worker in Hong Kong", from: "PH", to: "HK",
        purpose: .work, occupation: "isco-08:9111", first: "Immigration Department"),
      Case(
        testDescription: "a cook of Myanmar in Thailand", from: "MM", to: "TH", purpose: .work,
        sector: .vocational, occupation: "isco-08:5120", first: "Ministry of Tourism and Sports",
        shown: ["Tourism Professional Certification Board"], agreements: ["asean-mra-tp"]),
      Case(
        testDescription: "a fisher of Myanmar in Thailand", from: "MM", to: "TH", purpose: .work,
        sector: .vocational, occupation: "isco-08:6223",
        hidden: ["Tourism"], hiddenAgreements: ["asean-mra-tp"]),
      Case(
        testDescription: "a Moroccan technician in Spain", from: "MA", to: "ES", purpose: .work,
        sector: .vocational, first: "Ministry of Education, Vocational Training and Sports",
        hidden: ["889/2022"]),
      Case(
        testDescription: "a foreign degree in Sri Lanka", from: "IN", to: "LK", purpose: .work,
        sector: .higherEducation, first: "University Grants Commission"),
      Case(
        testDescription: "an artisan of Kenya in Kenya", from: "KE", to: "KE", purpose: .work,
        sector: .vocational, first: "KNQA",
        shown: ["National Industrial Training Authority (NITA)"]),
      Case(
        testDescription: "an Australian doctor in New Zealand", from: "AU", to: "NZ",
        purpose: .regulated, occupation: "isco-08:2211", first: "NZQA",
        hiddenAgreements: ["tt-mra"]),
      Case(
        testDescription: "an Australian electrician in New Zealand", from: "AU", to: "NZ",
        purpose: .regulated, occupation: "isco-08:7411", first: "NZQA", agreements: ["tt-mra"]),
      Case(
        testDescription: "a South African certificate in Namibia", from: "ZA", to: "NA",
        purpose: .work, first: "Namibia Qualifications Authority (NQA)"),
      Case(
        testDescription: "an Indian trade certificate in Nepal", from: "IN", to: "NP",
        purpose: .work, sector: .vocational, first: "CTEVT", hidden: ["Tribhuvan"]),
      Case(
        testDescription: "a Chinese school certificate in Poland", from: "CN", to: "PL",
        purpose: .study, sector: .school, first: "regional education superintendent",
        shown: ["art. 93"], agreements: ["cn-pl-2016"]),
    ]
  }

  private static func steps(_ matter: Case) throws -> NextSteps {
    try read { graph in
      let desk = try Desk(graph, day: "2026-11-29")
      var record = RecognitionCase(day: desk.day)
      record.titleOrigins = [CountryCode(matter.from)].compactMap { $0 }
      record.origins = record.titleOrigins
      record.sectors = [matter.sector].compactMap { $0 }
      record.subjects = [matter.occupation].compactMap { $0 }.compactMap { Identifier($0) }
      return try NextSteps(
        for: matter.purpose, of: record, in: desk.destinations(matter.to), graph: graph)
    }
  }

  private static func read<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result {
    let place = try Place()
    defer { place.remove() }
    return try place.library().store.read(body)
  }
}
