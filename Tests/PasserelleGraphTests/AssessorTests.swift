import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What is said of a certificate, element by element, and what is never said.
struct AssessorTests {
  // MARK: - Level

  /// Levels here and there, both linked to reference levels: here 1 to 1, 2 and 3 to 2, 4 to 4; there 5
  /// to 2, 6 and 7 to 4.
  static let levels: [(here: String, there: String, comparability: Comparability)] = [
    ("aa:1", "bb:5", .partly), ("aa:3", "bb:5", .comparable), ("aa:4", "bb:5", .comparable),
    ("aa:1", "bb:6", .substantialDifferencePossible),
    // A higher level of the same system shares the reference level.
    ("aa:2", "bb:5", .partly),
    // A lower level over there shares it.
    ("aa:4", "bb:7", .partly), ("aa:4", "bb:6", .comparable),
    ("aa:5", "bb:5", .notKnown),
  ]

  @Test(arguments: levels)
  func aLevelIsJudgedBesideTheOneThatIsSought(
    here: String, there: String, comparability: Comparability
  ) throws {
    let holding = try holding(certificate(here), target: there, in: Self.twoCountries())

    #expect(holding.elements.first { $0.element == .level }?.comparability == comparability)
  }

  static let unsought: [(here: String, comparability: Comparability)] = [
    ("aa:1", .partly), ("aa:3", .comparable), ("aa:2", .partly), ("aa:4", .partly),
    ("aa:5", .notKnown),
  ]

  @Test(arguments: unsought)
  func aLevelIsJudgedBesideWhateverStandsThere(
    here: String, comparability: Comparability
  ) throws {
    let holding = try holding(certificate(here), in: Self.twoCountries())

    #expect(holding.elements.first { $0.element == .level }?.comparability == comparability)
  }

  static let atHome: [(here: String, there: String, comparability: Comparability)] = [
    ("bb:6", "bb:6", .comparable), ("bb:7", "bb:6", .comparable), ("bb:6", "bb:7", .partly),
    ("bb:5", "bb:7", .substantialDifferencePossible),
  ]

  @Test(arguments: atHome)
  func inItsOwnSystemTheOrderOfTheLevelsDecides(
    here: String, there: String, comparability: Comparability
  ) throws {
    let holding = try holding(certificate(here, from: "AM"), target: there, in: Self.twoCountries())

    #expect(holding.elements.first { $0.element == .level }?.comparability == comparability)
  }

  @Test func aReturningPersonIsToldThatTheCertificateIsOfTheVerySystem() throws {
    let holding = try holding(certificate("bb:6", from: "AM"), in: Self.twoCountries())
    let level = try #require(holding.elements.first)

    #expect(level.comparability == .comparable)
    #expect(level.reasons.map(\.key) == ["level.home"])
  }

  @Test func theLevelOfTheDayOfAwardIsThatOfTheVersionOfThatDay() throws {
    var fixture = Self.twoCountries()
    fixture.framework("cc@2010", country: "AG", from: "2010", to: "2019-12-31", levels: ["1"])
    fixture.framework("cc@2020", country: "AG", from: "2020", levels: ["1"])
    fixture.link("cc@2020:1", .referencedTo, "eqf:2")
    var old = try certificate("cc:1", from: "AG")
    old.date = CalendarDate("2015-06")
    let holding = try holding(old, in: fixture)

    #expect(holding.today.understanding.record?.id.description == "cc@2010:1")
    #expect(holding.atAward?.day == "2015-06-30")
    #expect(holding.elements.first?.comparability == .notKnown)
  }

  @Test func aDeclarationCountsForThePurposesThatItNames() throws {
    var fixture = Self.twoCountries()
    fixture.link("aa:5", .declaredEquivalent, "bb:5", for: [.study])

    func comparability(for purpose: Purpose) throws -> Comparability? {
      try holding(certificate("aa:5"), target: "bb:5", for: purpose, in: fixture)
        .elements.first?.comparability
    }
    #expect(try comparability(for: .study) == .comparable)
    #expect(try comparability(for: .regulated) == .notKnown)
  }

  // MARK: - The other elements

  @Test func whatNoSourceCarriesIsNotKnown() throws {
    var full = try certificate("aa:3")
    full.workload = "900 hours"
    full.body = "A school"
    let elements = try holding(full, target: "bb:5", in: Self.twoCountries()).elements

    #expect(elements.map(\.element) == Element.allCases)
    #expect(
      elements.filter { $0.comparability != .notKnown }.map(\.element) == [.level])
  }

  static let workloads: [(here: String, there: String, comparability: Comparability)] = [
    ("360 total-hours", "300 total-hours", .comparable),
    ("240-320 total-hours", "300 total-hours", .comparable),
    ("200 total-hours", "300 total-hours", .substantialDifferencePossible),
    ("200 guided-hours", "300 total-hours", .notKnown), ("", "300 total-hours", .notKnown),
  ]

  @Test(arguments: workloads)
  func workloadsAreComparedWhereBothRegistersCountInOneUnit(
    here: String, there: String, comparability: Comparability
  ) throws {
    var fixture = Self.twoCountries()
    fixture.qualification("aa:w", "Welder", at: "aa:3", workload: here)
    fixture.qualification("bb:w", "Welder there", at: "bb:5", workload: there)
    let holding = try holding(certificate("aa:w"), target: "bb:w", in: fixture)

    #expect(holding.elements.first { $0.element == .workload }?.comparability == comparability)
  }

  static let fields: [(field: String, comparability: Comparability)] = [
    ("field:weld", .comparable), ("field:forge", .partly),
    ("field:nurse", .substantialDifferencePossible),
  ]

  @Test(arguments: fields)
  func aProfileIsJudgedByTheFieldsOfEducation(
    field: String, comparability: Comparability
  ) throws {
    var fixture = Self.twoCountries()
    fixture.framework(
      "field", kind: .educationFields, levels: ["metal", "weld", "forge", "health", "nurse"])
    for (narrow, broad) in [("weld", "metal"), ("forge", "metal"), ("nurse", "health")] {
      fixture.link("field:\(narrow)", .broader, "field:\(broad)")
    }
    fixture.link("bb:5", .inField, "field:weld")
    var welder = try certificate("aa:3")
    welder.field = Identifier(field)
    let holding = try holding(welder, target: "bb:5", in: fixture)

    #expect(holding.elements.first { $0.element == .profile }?.comparability == comparability)
  }

  static let outcomes: [(attested: [String], comparability: Comparability)] = [
    (["cut", "weld"], .comparable), (["cut"], .partly),
    (["sing"], .substantialDifferencePossible), ([], .notKnown),
  ]

  @Test(arguments: outcomes)
  func learningOutcomesAreThoseThatAreAttestedBesideThoseAskedFor(
    attested: [String], comparability: Comparability
  ) throws {
    var fixture = Self.twoCountries()
    fixture.framework("skill", kind: .competences, levels: ["cut", "weld", "sing"])
    fixture.link("bb:5", .attests, "skill:cut")
    fixture.link("bb:5", .attests, "skill:weld")
    var welder = try certificate("aa:3")
    welder.outcomes = attested.compactMap { Identifier("skill:\($0)") }
    let holding = try holding(welder, target: "bb:5", in: fixture)

    #expect(
      holding.elements.first { $0.element == .outcomes }?.comparability == comparability)
  }

  // MARK: - Names

  @Test func aTitleThatStandsAloneInItsCountryIsUnderstoodAndSaidToBeSo() throws {
    var fixture = Self.twoCountries()
    fixture.qualification("aa:w", "Welder", at: "aa:3")
    let understanding = try holding(certificate(nil, titled: "Welder"), in: fixture)
      .today.understanding

    guard case .byTitle(let record) = understanding else {
      Issue.record("\(understanding)")
      return
    }
    #expect(record.id.description == "aa:w")
  }

  @Test func ofSeveralThatMayBeMeantNoneIsChosen() throws {
    var fixture = Self.twoCountries()
    fixture.qualification("aa:w", "Welder", at: "aa:3")
    fixture.qualification("aa:w2", "Welder", at: "aa:4")
    let holding = try holding(certificate(nil, titled: "Welder"), in: fixture)

    #expect(holding.today.understanding.record == nil)
    #expect(holding.elements.first?.comparability == .notKnown)
  }

  @Test(arguments: [("report", "aa:w"), ("rumour", nil)])
  func aNameThatNobodyHasVerifiedIsOfferedAndDoesNotDecide(
    source: String, understood: String?
  ) throws {
    var fixture = Self.twoCountries()
    fixture.qualification("aa:w", "Welder", at: "aa:3")
    fixture.name("aa:w", "Flame hand", source: source)
    let holding = try holding(certificate(nil, titled: "Flame hand"), in: fixture)

    #expect(holding.today.understanding.record?.id.description == understood)
    #expect(holding.candidates.map(\.record.id.description) == ["aa:w"])
  }

  @Test func aTitleOfAnotherCountryIsNotTakenForIt() throws {
    var fixture = Self.twoCountries()
    fixture.qualification("bb:w", "Welder", at: "bb:5")
    let holding = try holding(certificate(nil, titled: "Welder"), in: fixture)

    #expect(holding.today.understanding.record == nil)
  }

  @Test func aCodeThatIsNotThereIsAMistakeAndNoLackOfEvidence() throws {
    #expect(throws: Diagnostic.self) {
      try holding(certificate("aa:99"), in: Self.twoCountries())
    }
  }

  // MARK: - Old certificates

  @Test func anOldLevelIsJudgedByWhatHasTakenItsPlace() throws {
    let holding = try holding(old("1"), target: "bb:6", in: Self.versions())
    let level = try #require(holding.elements.first)

    #expect(level.comparability == .comparable)
    #expect(level.reasons.map(\.key) == ["level.since", "level.same"])
    #expect(holding.levelAtAward?.comparability == .notKnown)
  }

  @Test func whereSeveralHaveTakenItsPlaceNoneIsChosen() throws {
    var fixture = try Self.versions()
    fixture.link("cc@2020:2", .supersedes, "cc@2010:1")
    let level = try #require(holding(old("1"), target: "bb:6", in: fixture).elements.first)

    #expect(level.comparability == .notKnown)
    #expect(level.reasons.map(\.key) == ["level.since-several"])
  }

  @Test func withoutADateTheVersionIsNotGuessed() throws {
    var undated = try old("1")
    undated.date = nil
    let understanding = try holding(undated, in: Self.versions()).today.understanding

    guard case .several(let records) = understanding else {
      Issue.record("\(understanding)")
      return
    }
    #expect(records.map(\.id.description) == ["cc@2010:1", "cc@2020:1"])
  }

  @Test func aYearInWhichTheVersionChangedFixesNone() throws {
    var certificate = try old("1")
    certificate.date = CalendarDate("2019-12")
    #expect(try holding(certificate, in: Self.versions()).today.understanding.record != nil)
    certificate.date = CalendarDate("2020")
    var fixture = Fixture()
    fixture.framework("cc@2010", country: "AG", from: "2010", to: "2020-06-30", levels: ["1"])
    fixture.framework("cc@2020", country: "AG", from: "2020-07-01", levels: ["1"])

    #expect(try holding(certificate, in: fixture).today.understanding.record == nil)
  }

  @Test func anAwardAfterTheDayOfTheStatementIsAMistake() throws {
    var certificate = try old("1")
    certificate.date = CalendarDate("2030")

    #expect(throws: Diagnostic.self) { try holding(certificate, in: Self.versions()) }
  }

  // MARK: - What does not fit together

  @Test func aCertificateOfAnotherCountryThanItsNameIsDoubted() throws {
    let holding = try holding(certificate("aa:3", from: "AM"), in: Self.twoCountries())

    #expect(holding.doubts.map(\.key) == ["doubt.country"])
  }

  static let wrongKinds: [@Sendable (inout Certificate) -> Void] = [
    { $0.identifier = Identifier("eqf:2") }, { $0.field = Identifier("aa:3") },
    { $0.outcomes = [Identifier("aa:3")].compactMap { $0 } },
  ]

  @Test(arguments: wrongKinds.indices)
  func aNameOfAnotherKindIsAMistake(index: Int) throws {
    var certificate = try certificate("aa:3")
    Self.wrongKinds[index](&certificate)

    #expect(throws: Diagnostic.self) { try holding(certificate, in: Self.twoCountries()) }
  }

  // MARK: - What is missing

  @Test func aPersonWithoutACertificateIsToldWhereToHavePriorLearningValidated() throws {
    var fixture = Fixture()
    fixture.framework("bb", country: "AM", levels: ["1"])
    fixture.procedure(.priorLearning, decides: "The validation body")
    fixture.procedure(.work, decides: "The employer")
    var profile = ProfileRecord(Profile(reference: "1"), at: SourcePosition(file: "p"))
    profile.add(.experience(Experience(title: "welder")), at: SourcePosition(file: "p"))
    let assessment = try assess(profile, in: fixture)

    #expect(assessment.holdings.isEmpty)
    #expect(
      assessment.steps.systems.flatMap(\.procedures).flatMap(\.procedure.deciders)
        == ["The employer", "The validation body"])
    #expect(assessment.missing.map(\.key) == ["missing.proof-of-work", "missing.target"])
  }

  static let papers: [(state: DocumentState?, key: String)] = [
    (nil, "missing.original"), (.copy, "missing.original"), (.missing, "missing.document"),
  ]

  @Test(arguments: papers)
  func aPaperThatIsNotAtHandIsNamedAmongWhatIsMissing(
    state: DocumentState?, key: String
  ) throws {
    var paper = try certificate("aa:3")
    paper.document = state

    #expect(try holding(paper, in: Self.twoCountries()).missing.map(\.key).contains(key))
  }

  // MARK: - Support

  /// A framework in two versions, the first level of the older replaced by that of the newer.
  private static func versions() throws -> Fixture {
    var fixture = twoCountries()
    fixture.framework("cc@2010", country: "AG", from: "2010", to: "2019-12-31", levels: ["1"])
    fixture.framework("cc@2020", country: "AG", from: "2020", levels: ["1", "2"])
    fixture.link("cc@2020:1", .supersedes, "cc@2010:1")
    fixture.link("cc@2020:1", .referencedTo, "eqf:4")
    return fixture
  }

  private func old(_ level: String) throws -> Certificate {
    var certificate = try certificate("cc:\(level)", from: "AG")
    certificate.date = CalendarDate("2015-06")
    return certificate
  }

  private static func twoCountries() -> Fixture {
    var fixture = Fixture()
    fixture.framework("aa", country: "AD", levels: (1...5).map(String.init))
    for (level, reference) in [(1, 1), (2, 2), (3, 2), (4, 4)] {
      fixture.link("aa:\(level)", .referencedTo, "eqf:\(reference)")
    }
    fixture.framework("bb", country: "AM", levels: ["5", "6", "7"])
    for (level, reference) in [(5, 2), (6, 4), (7, 4)] {
      fixture.link("bb:\(level)", .referencedTo, "eqf:\(reference)")
    }
    return fixture
  }

  private func certificate(
    _ id: String?, titled title: String = "A certificate", from country: String = "AD"
  ) throws -> Certificate {
    var certificate = Certificate(title: title, country: try #require(CountryCode(country)))
    certificate.identifier = id.flatMap(Identifier.init)
    return certificate
  }

  private func holding(
    _ certificate: Certificate, target: String? = nil, for purpose: Purpose = .work,
    in fixture: Fixture
  ) throws -> Assessment.Holding {
    var profile = Profile(reference: "1")
    profile.target = target.flatMap(Identifier.init)
    var record = ProfileRecord(profile, at: SourcePosition(file: "p"))
    record.add(.certificate(certificate), at: SourcePosition(file: "p"))
    return try #require(try assess(record, for: purpose, in: fixture).holdings.first)
  }

  private func assess(
    _ profile: ProfileRecord, for purpose: Purpose = .work, in fixture: Fixture
  ) throws -> Assessment {
    let destinations = fixture.graph.frameworks().filter { $0.name.series == "bb" }
    return try Assessor(
      fixture.graph,
      question: Assessment.Question(
        profile: profile, destinations: destinations, country: try #require(CountryCode("AM")),
        purpose: purpose, day: "2026-01-01")
    ).assess()
  }
}
