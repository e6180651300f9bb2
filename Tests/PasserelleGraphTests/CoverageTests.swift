import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What covers a case is shown, what may is shown as such, and what does not is counted.
struct CoverageTests {
  @Test(arguments: [
    ("all", "KE", Coverage.yes), ("KE", "KE", .yes), ("KE", "UG", .no), ("not KE", "KE", .no),
    ("not KE", "UG", .yes), ("region", "FR", .yes), ("region", "TR", .no),
    ("not region", "FR", .no),
    ("not region", "TR", .yes), ("nobody-knows", "FR", .may), ("not nobody-knows", "FR", .may),
  ])
  func followsFromWhereATitleWasAwarded(
    origin: String, country: String, expected: Coverage
  ) throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") { $0.origins = Self.origins(origin) }
    let found = try Self.steps(fixture, for: .work) { $0.titleOrigins = Self.countries(country) }

    #expect(found.systems.first?.procedures.map(\.coverage) == (expected == .no ? [] : [expected]))
    #expect(found.leftOut.map(\.key) == (expected == .no ? ["left-out.origins"] : []))
  }

  @Test func isOpenWhereTheSourceDoesNotSayWhoseTitles() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office")
    let found = try Self.steps(fixture, for: .work) { $0.titleOrigins = Self.countries("KE") }

    #expect(found.systems.first?.procedures.map(\.coverage) == [.may])
    #expect(found.hasUnknownOrigins)
  }

  @Test func whoBelongedToAGroupBeforeItIsDescribedIsNotKnown() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") { $0.origins = Self.origins("region") }
    let found = try Self.steps(fixture, for: .work, on: "2019-01-01") {
      $0.titleOrigins = Self.countries("TR")
    }

    #expect(found.systems.first?.procedures.map(\.coverage) == [.may])
  }

  @Test func lawsForOtherTitlesAreNotShown() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") {
      $0.legalBasis = ["the Act"]
      $0.laws = [Law("the Directive", for: Self.origins("region"))]
    }
    let abroad = try Self.steps(fixture, for: .work) { $0.titleOrigins = Self.countries("TR") }
    let within = try Self.steps(fixture, for: .work) { $0.titleOrigins = Self.countries("FR") }

    #expect(abroad.systems.first?.procedures.first?.procedure.laws == [])
    #expect(abroad.systems.first?.procedures.first?.procedure.legalBasis == ["the Act"])
    #expect(abroad.leftOut.map(\.key) == ["left-out.origins"])
    #expect(
      within.systems.first?.procedures.first?.procedure.laws.map(\.title) == ["the Directive"])
  }

  @Test(arguments: [
    (["jobs:721"], ["jobs:7212"], Coverage.yes), (["jobs:7212"], ["jobs:721"], .may),
    (["jobs:222"], ["jobs:7212"], .no), (["jobs:222"], [], .may),
    (["studies:09"], ["jobs:7212"], .may),
    (["jobs:222", "studies:09"], ["jobs:7212"], .no), ([], ["jobs:7212"], .yes),
  ])
  func aNursesSchemeIsNotForAWelder(
    limits: [String], subjects: [String], expected: Coverage
  ) throws {
    var fixture = Self.destination()
    fixture.agreement("scheme", from: ["KE"], to: ["DE"]) {
      $0.occupations = limits.compactMap { Identifier($0) }
    }
    let found = try Self.steps(fixture, for: .work) {
      $0.origins = Self.countries("KE")
      $0.subjects = subjects.compactMap { Identifier($0) }
    }

    #expect(found.agreements.map(\.coverage) == (expected == .no ? [] : [expected]))
    #expect(found.leftOut.map(\.key) == (expected == .no ? ["left-out.subjects"] : []))
  }

  @Test(arguments: [
    (["jobs:222"], ["jobs:222"], Coverage.no), (["jobs:22"], ["jobs:222"], .no),
    (["jobs:222"], ["jobs:22"], .may), (["jobs:222"], ["jobs:7212"], .yes),
    (["jobs:222"], ["jobs:222", "jobs:7212"], .may), (["jobs:222"], [], .may),
    (["jobs:222"], ["studies:09"], .may), (["jobs:222", "studies:09"], ["studies:07"], .yes),
    (["jobs:222", "studies:09"], ["jobs:7212", "studies:09"], .no),
  ])
  func whatIsExceptedIsLeftOutWithItsReason(
    exceptions: [String], subjects: [String], expected: Coverage
  ) throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") {
      $0.origins = Self.origins("all")
      $0.exceptedOccupations = exceptions.compactMap { Identifier($0) }
    }
    fixture.agreement("pact", from: ["KE"], to: ["DE"]) {
      $0.exceptedOccupations = exceptions.compactMap { Identifier($0) }
    }
    let found = try Self.steps(fixture, for: .work) {
      ($0.origins, $0.titleOrigins) = (Self.countries("KE"), Self.countries("KE"))
      $0.subjects = subjects.compactMap { Identifier($0) }
    }

    let coverages = expected == .no ? [] : [expected]
    #expect(found.agreements.map(\.coverage) == coverages)
    #expect(found.systems.first?.procedures.map(\.coverage) == coverages)
    #expect(found.leftOut.map(\.key) == (expected == .no ? ["left-out.exceptions"] : []))
    let named = found.leftOut.first?.parts["subjects"]?.map { $0.values["id"] }
    #expect(named == (expected == .no ? exceptions : nil))
  }

  @Test(arguments: [
    ([Sector.vocational], Coverage.yes), ([.higherEducation], .no), ([], .may),
  ])
  func followsFromTheSectorThatAwardedTheTitle(sectors: [Sector], expected: Coverage) throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") {
      $0.origins = Self.origins("all")
      $0.sectors = [.vocational]
    }
    let found = try Self.steps(fixture, for: .work) { $0.sectors = sectors }

    #expect(found.systems.first?.procedures.map(\.coverage) == (expected == .no ? [] : [expected]))
  }

  /// The nearest that says who awards a qualification counts: itself, its levels, its framework.
  @Test(arguments: [
    ("own", Coverage.yes), ("of-level", .yes), ("of-several-levels", .may), ("of-framework", .may),
    ("other", nil),
  ])
  func theSectorOfATitleIsItsOwnOrThatOfItsLevel(code: String, expected: Coverage?) throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") {
      ($0.origins, $0.sectors) = (Self.origins("all"), [.vocational])
    }
    fixture.framework("ke-nqf", country: "KE", levels: ["1", "2"])
    fixture.level("ke-nqf:trade", sectors: [.vocational])
    fixture.qualification("ke-nqf:own", "Own", at: "ke-nqf:1", sectors: [.vocational])
    fixture.qualification("ke-nqf:of-level", "Of a level", at: "ke-nqf:trade")
    fixture.qualification("ke-nqf:of-several-levels", "Of several levels", at: "ke-nqf:trade")
    fixture.link("ke-nqf:of-several-levels", .atLevel, "ke-nqf:2")
    fixture.qualification("ke-nqf:of-framework", "Of the framework", at: "ke-nqf:1")
    fixture.qualification("ke-nqf:other", "Other", at: "ke-nqf:trade", sectors: [.higherEducation])
    let graph = fixture.graph
    let kenya = try #require(graph.framework(FrameworkName(series: "ke-nqf")))
    let germany = try #require(graph.framework(FrameworkName(series: "de-nqf")))
    let record = try #require(graph.concept(Identifier(kenya.name, Code(code))))
    let matter = try RecognitionCase(of: record, in: kenya, on: "2026-01-01", graph: graph)
    let steps = try NextSteps(for: .work, of: matter, in: [germany], graph: graph)

    #expect(steps.systems.first?.procedures.first?.coverage == expected)
  }

  /// What is known of one certificate says nothing of another.
  @Test(arguments: [
    ([Sector.vocational, .higherEducation], 2), ([.vocational, nil], 0), ([nil, nil], 0),
  ])
  func aCertificateWhoseSectorIsNotKnownMayBeOfAny(sectors: [Sector?], known: Int) throws {
    var profile = ProfileRecord(Profile(reference: "1"), at: SourcePosition(file: "profile"))
    for sector in sectors {
      var certificate = Certificate(title: "Paper", country: try #require(CountryCode("KE")))
      certificate.sector = sector
      profile.add(.certificate(certificate), at: profile.position)
    }
    let matter = try RecognitionCase(
      of: profile, understoodAs: sectors.map { _ in nil }, for: nil, on: "2026-01-01",
      graph: Self.destination().graph)

    #expect(matter.sectors.count == known)
  }

  @Test func nothingIsShownBeforeItApplied() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "office") { $0.validity.from = CalendarDate("2024-05") }
    let before = try Self.steps(fixture, for: .work, on: "2024-04-30") { _ in }

    #expect(before.systems.flatMap(\.procedures).isEmpty)
    #expect(before.leftOut.map(\.key) == ["left-out.days"])
  }

  @Test func firstComesWhoIsAskedFirstThenWhatCoversTheCaseThenWhatIsMadeForIt() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "may") { $0.firstContacts = ["desk of all"] }
    fixture.procedure(.work, decides: "all") { $0.origins = Self.origins("all") }
    fixture.procedure(.work, decides: "trades") {
      ($0.origins, $0.sectors) = (Self.origins("all"), [.vocational])
    }
    fixture.procedure(.work, decides: "door") {
      ($0.origins, $0.firstContacts) = (Self.origins("all"), ["front door"])
    }
    let found = try Self.steps(fixture, for: .work) {
      ($0.titleOrigins, $0.sectors) = (Self.countries("KE"), [.vocational])
    }

    #expect(
      found.systems.first?.procedures.map(\.procedure.deciders) == [
        ["door"], ["trades"], ["all"], ["may"],
      ])
    #expect(found.first?.body.key == "front door")
  }

  @Test(
    arguments: [
      ([], ["university office", "trades office"]), ([.vocational], ["trades office"]),
    ] as [([Sector], [String])])
  func whereTheSectorIsNotKnownEachHasItsFirstDesk(sectors: [Sector], desks: [String]) throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "university office") {
      ($0.origins, $0.sectors) = (Self.origins("all"), [.higherEducation])
    }
    fixture.procedure(.work, decides: "trades office") {
      ($0.origins, $0.sectors) = (Self.origins("all"), [.vocational])
    }
    let found = try Self.steps(fixture, for: .work) { $0.sectors = sectors }
    let first = [found.first].compactMap(\.self) + found.firstInOtherSectors

    #expect(first.map(\.body.key) == desks)
  }

  @Test func aCommonBodyHasWordsOfItsOwn() throws {
    var fixture = Self.destination()
    fixture.procedure(.work, decides: "employer")
    let found = try Self.steps(fixture, for: .work) { _ in }

    #expect(found.first?.body.key == "body.employer")
  }

  @Test func theRecognitionOfACountrySpeaksForItsFrameworksAndParts() throws {
    var fixture = Fixture()
    fixture.framework("gb-sct", country: "GB-SCT", levels: ["6"])
    fixture.framework("gb-recognition", kind: .recognition, country: "GB", levels: [])
    fixture.procedure(.study, decides: "centre")
    let scotland = try #require(fixture.graph.framework(FrameworkName(series: "gb-sct")))
    let steps = try NextSteps(
      for: .study, of: RecognitionCase(day: "2026-01-01"), in: [scotland], graph: fixture.graph)

    #expect(steps.systems.map(\.framework.name.series) == ["gb-recognition"])
  }

  @Test func aGroupOfCountriesIsNoAgreementBetweenThem() throws {
    let fixture = Self.destination()
    let found = try Self.steps(fixture, for: .work) { $0.origins = Self.countries("FR") }

    #expect(found.agreements.isEmpty)
  }

  // MARK: - Helpers

  /// Germany in a region with France, and some occupations and fields.
  private static func destination() -> Fixture {
    var fixture = Fixture()
    fixture.framework(
      "jobs", kind: .occupations, levels: ["7", "72", "721", "7212", "2", "22", "222"])
    for code in ["72", "721", "7212", "22", "222"] {
      fixture.link("jobs:\(code)", .broader, "jobs:\(code.dropLast())")
    }
    fixture.framework("studies", kind: .educationFields, levels: ["07", "09"])
    fixture.agreement("region", from: [], to: ["DE", "FR"], kind: .group) {
      $0.date = nil
      $0.validity.from = CalendarDate("2021")
    }
    fixture.framework("de-nqf", country: "DE", levels: ["4"])
    return fixture
  }

  private static func steps(
    _ fixture: Fixture, for purpose: Purpose, on day: Day = "2026-01-01",
    _ change: (inout RecognitionCase) -> Void
  ) throws -> NextSteps {
    var matter = RecognitionCase(day: day)
    change(&matter)
    let germany = try #require(fixture.graph.framework(FrameworkName(series: "de-nqf")))
    return try NextSteps(for: purpose, of: matter, in: [germany], graph: fixture.graph)
  }

  private static func countries(_ codes: String...) -> [CountryCode] {
    codes.compactMap { CountryCode($0) }
  }

  private static func origins(_ texts: String...) -> [TitleOrigin] {
    texts.compactMap { TitleOrigin($0) }
  }
}
