import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

@testable import PasserelleAnswers

/// How a certificate is understood by its title, and what is offered if it is not.
struct StatementTitleTests {
  /// Titles as people write them, and what is offered first.
  static let offered: [(title: String, country: String, id: String)] = [
    ("NC II in Shielded Metal Arc Welding", "PH", "ph-pqf:nc-ii"),
    ("Diplôme de technicien spécialisé", "MA", "ma-cnc:specialised-technician"),
    ("DIPLOME DE TECHNICIEN SPECIALISE en électricité", "MA", "ma-cnc:specialised-technician"),
  ]

  @Test(arguments: offered)
  func aTitleThatIsNotANameIsOfferedAndNotChosen(
    title: String, country: String, id: String
  ) throws {
    let certificate = try Self.certificate(title, from: country)

    #expect(certificate.understood == "unknown")
    let first = try #require(certificate.candidates.first)
    #expect(first.id == id)
    #expect(!first.levels.isEmpty)
    #expect(certificate.elements.first?.comparability == "not-known")
  }

  @Test func onlyTheLongestNameInATitleIsOffered() throws {
    let certificate = try Self.certificate("NC II in Shielded Metal Arc Welding", from: "PH")

    #expect(certificate.candidates.filter { !$0.levels.isEmpty }.map(\.id) == ["ph-pqf:nc-ii"])
  }

  @Test func wordsThatAreInManyTitlesOfferNothing() throws {
    let certificate = try Self.certificate("Diploma of the welder of Kyiv", from: "UA")

    #expect(!certificate.candidates.contains { $0.id == "ua-nqf:doctor-of-the-arts" })
  }

  @Test(arguments: [
    ("NTVQF 3", "BD", "bd-ntvqf:national-skill-certificate-3"),
    ("NVQ level 4", "LK", "lk-nvq:national-certificate-nvq-level-4"),
    ("Domestic work level I certificate", "ET", "et-ntqf:coc-1"),
  ])
  func aTitleWithANumberIsNotOfferedTheLevelsOfOtherNumbers(
    title: String, country: String, id: String
  ) throws {
    let offered = try Self.certificate(title, from: country).candidates

    #expect(offered.filter { !$0.levels.isEmpty }.map(\.id) == [id])
  }

  /// Titles that one entry bears and others share words with.
  @Test(arguments: [
    ("Professional education level 4", "GE", "ge-certificates:professional-diploma-4"),
    ("Diplôme de technicien", "MA", "ma-cnc:technician"),
  ])
  func whatBearsTheTitleInItsOwnCountryIsOfferedFirst(
    title: String, country: String, id: String
  ) throws {
    #expect(try Self.certificate(title, from: country).candidates.first?.id == id)
  }

  static let versions: [(date: String, id: String)] = [
    ("2016-06", "in-nsqf@2013:5"), ("2024-06", "in-nsqf@2023:5"),
  ]

  @Test(arguments: versions)
  func onlyTheVersionOfTheDayOfAwardIsOffered(date: String, id: String) throws {
    let certificate = try Self.certificate("NSQF 5", from: "IN", awarded: CalendarDate(date))

    #expect(certificate.candidates.map(\.id) == [id])
  }

  @Test func exactlyTheNameOfOneQualificationIsUnderstood() throws {
    let certificate = try Self.certificate("NC II", from: "PH")

    #expect(certificate.understood == "by-title")
    #expect(certificate.candidates.map(\.id) == ["ph-pqf:nc-ii"])
  }

  @Test func aTitleOfAnotherCountryIsNotOffered() throws {
    let certificate = try Self.certificate("NC II in Shielded Metal Arc Welding", from: "IE")

    #expect(!certificate.candidates.contains { $0.id.hasPrefix("ph-") })
  }

  @Test func aTitleThatNamesAnotherQualificationThanTheIDIsADoubt() throws {
    let certificate = try Self.certificate(
      "Diplôme de technicien spécialisé", from: "MA", id: "ma-cnc:technician")
    let doubt = try #require(certificate.doubts.first)

    #expect(certificate.understood == "named")
    #expect(doubt.key == "doubt.title")
    #expect(doubt.values["others"] == "ma-cnc:specialised-technician (ma-cnc:5)")
  }

  /// Titles that fit their ID: the whole name, the name with more, and a name that the library lacks.
  static let fitting: [(title: String, country: String, id: String)] = [
    ("Technicien spécialisé", "MA", "ma-cnc:specialised-technician"),
    ("Diplôme de technicien spécialisé en froid", "MA", "ma-cnc:specialised-technician"),
    ("Diplôme de technicien", "MA", "ma-cnc:technician"),
    ("NC II in Welding", "PH", "ph-pqf:nc-ii"),
    ("شهادة", "MA", "ma-cnc:technician"),
  ]

  @Test(arguments: fitting)
  func aTitleThatFitsItsIDIsNoDoubt(title: String, country: String, id: String) throws {
    #expect(try Self.certificate(title, from: country, id: id).doubts.isEmpty)
  }

  private static func certificate(
    _ title: String, from country: String, id: String? = nil, awarded date: CalendarDate? = nil
  ) throws -> CertificateAnswer {
    let place = try Place()
    defer { place.remove() }
    var certificate = Certificate(title: title, country: try #require(CountryCode(country)))
    certificate.identifier = id.flatMap(Identifier.init)
    certificate.date = date
    var profile = ProfileRecord(Profile(reference: "1"), at: SourcePosition(file: "p"))
    profile.add(.certificate(certificate), at: SourcePosition(file: "p"))
    let record = profile
    return try place.library().store.read { graph in
      let order = ComparabilityOrder(destination: "DE", purpose: .work, language: "en")
      let answer = try Desk(graph, day: "2026-11-25").assess(record, for: order)
      return try #require(answer.certificates.first)
    }
  }
}
