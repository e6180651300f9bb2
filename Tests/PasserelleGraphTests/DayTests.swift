import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// No answer is given as of a day on which what it rests on did not exist, and what is not known of that
/// day is the finding.
struct DayTests {
  // MARK: - Links

  @Test(
    arguments: [
      ("2016-12-07", Finding.noOfficialLink), ("2016-12-08", .sameReferenceLevel),
      ("2026-01-01", .sameReferenceLevel),
    ] as [(Day, Finding)])
  func aLinkHoldsFromTheDayOnWhichItBegan(day: Day, finding: Finding) throws {
    let fixture = Self.kosovo(Validity(from: CalendarDate("2016-12-08")))

    #expect(try fixture.compare("xk-nqf:4", "de-nqf:4", on: day).finding == finding)
  }

  @Test(
    arguments: [
      ("2013-04-30", Finding.noOfficialLink), ("2013-05-01", .notKnownThen),
      ("2017-02-27", .notKnownThen), ("2017-02-28", .sameReferenceLevel),
    ] as [(Day, Finding)])
  func betweenTheBoundsOfItsBeginningItIsNotKnownWhetherItHeld(
    day: Day, finding: Finding
  ) throws {
    let fixture = Self.kosovo(
      Validity(from: CalendarDate("2013-05"), by: CalendarDate("2017-02")))

    #expect(try fixture.compare("xk-nqf:4", "de-nqf:4", on: day).finding == finding)
  }

  @Test(
    arguments: [
      ("2019-12-31", .notKnownThen), ("2020-05-01", .sameReferenceLevel),
    ] as [(Day, Finding)])
  func aLinkThatDoesNotSaySinceWhenHoldsFromTheDateOfItsSource(
    day: Day, finding: Finding
  ) throws {
    let fixture = Self.kosovo(source: "dated")

    #expect(try fixture.compare("xk-nqf:4", "de-nqf:4", on: day).finding == finding)
  }

  @Test func aSourceWithoutADateSpeaksForTheDayOfTheQuestionOnly() throws {
    let fixture = Self.kosovo()

    #expect(
      try fixture.compare("xk-nqf:4", "de-nqf:4", on: "2026-01-01").finding == .sameReferenceLevel)
    #expect(
      try fixture.compare("xk-nqf:4", "de-nqf:4", on: "2025-12-31", askedOn: "2026-01-01").finding
        == .notKnownThen)
  }

  @Test func theFindingSaysThatItIsNotKnownAndTheCaveatsSayWhatIs() throws {
    let comparison = try Self.kosovo(
      Validity(from: CalendarDate("2013-05"), by: CalendarDate("2017-02"))
    ).compare("xk-nqf:4", "de-nqf:4", on: "2015-01-01")

    #expect(comparison.referenceLevels.map(\.description) == ["eqf:4"])
    #expect(comparison.items.first?.placement?.namedLevels == [])
    let begun = comparison.caveats.only(.begunBetween)
    #expect(begun?.values == ["from": "xk-nqf:4", "to": "eqf:4"])
    #expect(
      begun?.parts.mapValues { $0.map(\.key) } == ["first": ["2013-05"], "last": ["2017-02"]])
  }

  @Test func whatBeginsLaterIsNamedWithItsDay() throws {
    let comparison = try Self.kosovo(Validity(from: CalendarDate("2016-12-08")))
      .compare("xk-nqf:4", "de-nqf:4", on: "2009-01-01")

    #expect(comparison.caveats.only(.linkedLater)?.parts["date"]?.map(\.key) == ["2016-12-08"])
  }

  @Test func whereOneSideHasNoLinkForCertainTheOtherDoesNotMatter() throws {
    var fixture = Self.kosovo(source: "dated")
    fixture.framework("yy-nqf", levels: ["1"])

    #expect(
      try fixture.compare("xk-nqf:4", "yy-nqf:1", on: "2015-01-01").finding == .noOfficialLink)
  }

  @Test func whatIsMappedByMeaningHasNoDay() throws {
    var fixture = Fixture()
    fixture.framework("isco-88", kind: .occupations, levels: ["1"])
    fixture.framework("isco-08", kind: .occupations, levels: ["a"])
    fixture.link("isco-88:1", .exactMatch, "isco-08:a", source: "dated")

    #expect(try fixture.compare("isco-88:1", "isco-08:a", on: "2009-01-01").direct.count == 1)
  }

  // MARK: - Versions

  @Test(
    arguments: [
      ("2015-11-18", Finding.noOfficialLink), ("2015-11-19", .notKnownThen),
      ("2020-05-01", .sameReferenceLevel),
    ] as [(Day, Finding)])
  func nothingStandsAtALevelBeforeTheVersionBegan(day: Day, finding: Finding) throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("tr-nqf", country: "TR", from: "2015-11-19", levels: ["4"])
    fixture.link(
      "tr-nqf:4", .referencedTo, "eqf:4", valid: Validity(from: CalendarDate("2010")))
    fixture.qualification("tr-nqf:usta", "Usta", at: "tr-nqf:4", source: "dated")

    let comparison = try fixture.compare("tr-nqf:usta", "de-nqf:4", on: day)
    #expect(comparison.finding == finding)
    #expect((comparison.items.first?.level == nil) == (finding != .sameReferenceLevel))
  }

  @Test func whatIsStatedOfAVersionThatHasEndedHoldsOnAllItsDays() throws {
    let fixture = Self.france()

    #expect(
      try fixture.compare("fr-nqf@1969:bts", on: "2018-06-30").items.first?.level?.description
        == "fr-nqf@1969:III")
  }

  @Test func aSuccessorAsAWholeIsNamedWhereNoLevelIs() throws {
    var fixture = Fixture()
    fixture.framework("bd-ntvqf", from: "2011", to: "2021-06-02", levels: ["3"])
    fixture.framework("bd-bnqf", from: "2021-06-03", supersedes: "bd-ntvqf", levels: ["3"])

    let caveat = try fixture.compare("bd-ntvqf:3").caveats.only(.frameworkSucceeded)
    #expect(caveat?.values["successor"] == "bd-bnqf")
  }

  @Test func aLevelThatTookTheOnesPlaceInAnotherFrameworkIsFollowed() throws {
    var fixture = Fixture()
    fixture.framework("bd-ntvqf", from: "2011", to: "2021-06-02", levels: ["3"])
    fixture.framework("bd-bnqf", from: "2021-06-03", supersedes: "bd-ntvqf", levels: ["3"])
    fixture.link("bd-bnqf:3", .supersedes, "bd-ntvqf:3")

    let comparison = try fixture.compare("bd-ntvqf:3")
    #expect(comparison.items.first?.successors.map(\.record.id.description) == ["bd-bnqf:3"])
    #expect(comparison.caveats.only(.frameworkSucceeded) == nil)
  }

  // MARK: - Declarations

  @Test func aDeclarationMayHaveHeldThen() throws {
    var fixture = Fixture()
    fixture.framework("aa-nqf", levels: ["1"])
    fixture.framework("bb-nqf", levels: ["1"])
    fixture.link(
      "aa-nqf:1", .declaredEquivalent, "bb-nqf:1", valid: Validity(by: CalendarDate("2020-03")))

    func finding(on day: Day) throws -> Finding {
      try fixture.compare("aa-nqf:1", "bb-nqf:1", on: day).finding
    }
    #expect(try finding(on: "2020-03-30") == .notKnownThen)
    #expect(try finding(on: "2020-03-31") == .declaredEquivalent)
  }

  // MARK: - What corresponds

  @Test func nothingCorrespondsByALinkThatIsNotKnownForTheDay() throws {
    let fixture = Self.kosovo(source: "dated")
    let record = try #require(try Identifier("de-nqf:4").flatMap { fixture.graph.concept($0) })
    let targets = fixture.graph.frameworks().filter { $0.name.series == "xk-nqf" }
    let found = try CorrespondentFinder(fixture.vantage(on: "2015-01-01"))
      .find(record, in: targets)

    #expect(found.matches.isEmpty)
    #expect(found.unmatched.map(\.reason.key) == [UnmatchedReason.thereNotKnownThen.key])
  }

  // MARK: - The three names of one certificate

  @Test(arguments: [nil, "fr-nqf:bts", "fr-nqf@2019:bts", "fr-nqf@1969:bts"])
  func anOldCertificateIsTheSameByTitleAndByEachOfItsNames(id: String?) throws {
    let holding = try Self.holding("BTS", id, on: "2018-06")

    #expect(holding.today.understanding.record?.id.description == "fr-nqf@1969:bts")
    #expect(holding.atAward?.ownLevels.map(\.description) == ["fr-nqf@1969:III"])
    #expect(
      holding.today.correspondents?.subject.items.first?.successors.map(\.record.id.description)
        == ["fr-nqf@2019:5"])
    #expect((holding.doubts.map(\.key) == [Doubt.version.key]) == (id == "fr-nqf@2019:bts"))
  }

  @Test func aCertificateOfTheNewVersionIsThatOfTheNewVersion() throws {
    for id in [nil, "fr-nqf:bts", "fr-nqf@1969:bts"] {
      let record = try Self.holding("BTS", id, on: "2022").today.understanding.record
      #expect(record?.id.description == "fr-nqf@2019:bts")
    }
  }

  @Test func aNameThatTheVersionOfTheDayDoesNotHaveIsOfAnother() throws {
    guard
      case .ofOtherVersion(let records) = try Self.holding("BUT", "fr-nqf:but", on: "2018-06")
        .today.understanding
    else {
      Issue.record("it is not of another version")
      return
    }
    #expect(records.map(\.id.description) == ["fr-nqf@2019:but"])
  }

  @Test func aPaperOlderThanTheFirstVersionStandsNowhereOnTheDayOfAward() throws {
    let holding = try Self.holding("Usta", nil, from: "TR", on: "2011-09")

    #expect(holding.today.understanding.record?.id.description == "tr-nqf:usta")
    #expect(holding.today.ownLevels.map(\.description) == ["tr-nqf:4"])
    #expect(holding.atAward?.ownLevels == [])
    #expect(holding.atAward?.correspondents?.subject.finding == .noOfficialLink)
  }

  // MARK: - Helpers

  private static func kosovo(
    _ validity: Validity = Validity(), source: String = "report"
  ) -> Fixture {
    var fixture = Fixture()
    fixture.framework("xk-nqf", country: "XK", levels: ["4"])
    fixture.link("xk-nqf:4", .referencedTo, "eqf:4", source: source, valid: validity)
    fixture.framework("de-nqf", country: "DE", levels: ["4"])
    fixture.link(
      "de-nqf:4", .referencedTo, "eqf:4", valid: Validity(from: CalendarDate("2000-01-01")))
    return fixture
  }

  private static func france() -> Fixture {
    var fixture = Fixture()
    fixture.framework(
      "fr-nqf@1969", country: "FR", from: "1969-03-21", to: "2019-01-09", levels: ["III"])
    fixture.qualification("fr-nqf@1969:bts", "BTS", at: "fr-nqf@1969:III")
    fixture.framework("fr-nqf@2019", country: "FR", from: "2019-01-10", levels: ["5", "6"])
    fixture.link("fr-nqf@2019:5", .supersedes, "fr-nqf@1969:III")
    fixture.qualification("fr-nqf@2019:bts", "BTS", at: "fr-nqf@2019:5")
    fixture.qualification("fr-nqf@2019:but", "BUT", at: "fr-nqf@2019:6")
    fixture.framework("tr-nqf", country: "TR", from: "2015-11-19", levels: ["4"])
    fixture.qualification("tr-nqf:usta", "Usta", at: "tr-nqf:4")
    fixture.framework("bb", country: "AM", levels: ["1"])
    return fixture
  }

  private static func holding(
    _ title: String, _ id: String?, from country: String = "FR", on date: String
  ) throws -> Assessment.Holding {
    let graph = france().graph
    let place = SourcePosition(file: "p", line: 1, column: 1)
    var certificate = Certificate(title: title, country: try #require(CountryCode(country)))
    certificate.identifier = id.flatMap(Identifier.init)
    certificate.date = CalendarDate(date)
    var record = ProfileRecord(Profile(reference: "1"), at: place)
    record.add(.certificate(certificate), at: place)
    let assessor = try Assessor(
      graph,
      question: Assessment.Question(
        profile: record, destinations: graph.frameworks().filter { $0.name.series == "bb" },
        country: try #require(CountryCode("AM")), purpose: .work, day: "2026-01-01"))
    return try #require(try assessor.assess().holdings.first)
  }
}
