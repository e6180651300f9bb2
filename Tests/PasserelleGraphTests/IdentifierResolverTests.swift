import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

struct IdentifierResolverTests {
  @Test(arguments: ["ie-nqf:8", "IE-NQF:8", "nfq:8", "NFQ:8", "NFQ 8", " nfq:8 "])
  func findsALevelInAnyCaseAndByAlias(text: String) throws {
    let resolver = try Fixture.irelandAndGermany().resolver()
    #expect(try resolver.concept(text) == .found(identifier("ie-nqf:8")))
  }

  @Test func anAcronymThatSeveralHaveAsksWhichIsMeant() throws {
    var fixture = Fixture()
    fixture.framework("in-nsqf", acronyms: ["NSQF"], levels: ["5"])
    fixture.framework("ng-nsqf", acronyms: ["NSQF"], levels: ["5", "6"])
    let resolver = try fixture.resolver()

    #expect(
      try resolver.concept("NSQF:5")
        == .ambiguous([identifier("in-nsqf:5"), identifier("ng-nsqf:5")]))
    #expect(try resolver.concept("nsqf:6") == .found(identifier("ng-nsqf:6")))
  }

  @Test func findsACodeInAnyCase() throws {
    var fixture = Fixture()
    fixture.framework("gb-rqf", levels: ["Entry 1", "4+"])

    #expect(
      try fixture.resolver().concept("gb-rqf:entry 1") == .found(identifier("gb-rqf:Entry 1")))
    #expect(try fixture.resolver().concept("gb-rqf:4+") == .found(identifier("gb-rqf:4+")))
  }

  @Test func findsAQualificationByItsTitle() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:meister", "Master craftsman", at: "de-nqf:6")

    #expect(
      try fixture.resolver().concept("master craftsman") == .found(identifier("de-nqf:meister")))
  }

  @Test func aTitleMayHoldAColon() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:it", "IT: specialist", at: "de-nqf:4")

    #expect(try fixture.resolver().concept("it: Specialist") == .found(identifier("de-nqf:it")))
  }

  @Test func aTitleThatSeveralHaveIsAmbiguous() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:diploma", "Diploma", at: "de-nqf:6")
    fixture.qualification("ie-nqf:diploma", "Diploma", at: "ie-nqf:8")

    #expect(
      try fixture.resolver().concept("Diploma")
        == .ambiguous([identifier("de-nqf:diploma"), identifier("ie-nqf:diploma")]))
  }

  @Test func anEntryOfARegisterYieldsToTheSameTitleAtALevelOfItsCountry() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ie-programmes", kind: .register, country: "IE", levels: [])
    fixture.framework("in-programmes", kind: .register, country: "IN", levels: [])
    fixture.qualification("ie-nqf:bachelor", "Bachelor's degree", at: "ie-nqf:8")
    fixture.qualification("ie-programmes:bachelor", "Bachelor's degree")
    fixture.qualification("in-programmes:bachelor", "Bachelor's degree")
    fixture.qualification("ie-programmes:primary", "Primary school")
    let resolver = fixture.resolver()

    #expect(
      try resolver.concept("Bachelor's degree")
        == .ambiguous([identifier("ie-nqf:bachelor"), identifier("in-programmes:bachelor")]))
    #expect(
      try resolver.concept("primary school") == .found(identifier("ie-programmes:primary")))
  }

  @Test func anAliasOfTwoFrameworksIsAmbiguousWhereBothHaveTheCode() throws {
    var fixture = Fixture()
    fixture.framework("isced-1997", aliases: ["ISCED"], levels: ["5A", "6"])
    fixture.framework("isced-2011", aliases: ["ISCED"], levels: ["6", "8"])

    #expect(
      try fixture.resolver().concept("isced:6")
        == .ambiguous([identifier("isced-1997:6"), identifier("isced-2011:6")]))
    #expect(try fixture.resolver().concept("isced:8") == .found(identifier("isced-2011:8")))
    #expect(try fixture.resolver().concept("isced@2011:6") == .found(identifier("isced-2011:6")))
  }

  @Test func aCodeWithoutItsColonIsSuggestedWithIt() throws {
    let resolver = try Fixture.irelandAndGermany().resolver()
    #expect(try resolver.concept("EQF4") == .unknown(near: ["eqf:4"]))
    #expect(try resolver.concept("DQR-6") == .unknown(near: ["de-nqf:6"]))
  }

  @Test(arguments: ["ISCED97", "isced-97", "ISCED 1997", "isced_1997"])
  func aFrameworkIsKnownWithoutItsHyphensOrCentury(name: String) throws {
    var fixture = Fixture()
    fixture.framework("isced-1997", aliases: ["ISCED"], levels: ["5A", "6"])
    fixture.framework("isced-2011", aliases: ["ISCED"], levels: ["6", "8"])

    #expect(try fixture.resolver().near(name) == ["isced-1997"])
  }

  @Test(arguments: [
    ("110", ["isco-88:0110"]), ("5", ["isco-88:5A", "isco-88:5B"]), ("9A", []),
  ])
  func aCodeLeadsToItsPartsOrToItselfWithItsZeros(code: String, near: [String]) throws {
    var fixture = Fixture()
    fixture.framework(
      "isco-88", kind: .occupations, levels: (20...40).map(String.init) + ["0110", "5A", "5B"])

    guard case .unknown(let found) = try fixture.resolver().concept("isco-88:\(code)") else {
      Issue.record("\(code) is known")
      return
    }
    #expect(found.prefix(max(1, near.count)).elementsEqual(near) || near.isEmpty)
  }

  @Test(arguments: [("2015-01-01", "2013"), ("2023-06-05", "2013"), ("2023-06-06", "2023")])
  func theDayChoosesTheVersion(day: Day, version: String) throws {
    let resolver = try Self.india().resolver(on: day)
    #expect(try resolver.concept("nsqf:5") == .found(identifier("in-nsqf@\(version):5")))
  }

  @Test func aVersionMayBeNamed() throws {
    let resolver = try Self.india().resolver()
    #expect(try resolver.concept("NSQF@2013:10") == .found(identifier("in-nsqf@2013:10")))
    #expect(try resolver.concept("in-nsqf@2023:5") == .found(identifier("in-nsqf@2023:5")))
  }

  @Test func beforeAnyVersionNoneIsGuessed() throws {
    let resolver = try Self.india().resolver(on: "2000-01-01")
    #expect(
      try resolver.concept("nsqf:5")
        == .ambiguous([identifier("in-nsqf@2013:5"), identifier("in-nsqf@2023:5")]))
  }

  @Test func suggestsWhatIsNear() throws {
    let resolver = try Fixture.irelandAndGermany().resolver()
    #expect(try resolver.concept("ie-nfq:8") == .unknownFramework("ie-nfq", near: ["ie-nqf"]))
    guard case .unknown(let near) = try resolver.concept("de-nqf:9") else {
      Issue.record("a level was found")
      return
    }
    #expect(near.first == "de-nqf:1")
  }

  @Test func theFrameworkOfACountryIsNamedWhereTheCountryIsGiven() throws {
    let resolver = try Fixture.irelandAndGermany().resolver()
    #expect(try resolver.concept("IE:8") == .unknown(near: ["ie-nqf:8"]))
  }

  @Test func aFrameworkIsAnsweredWithItsLevels() throws {
    let resolver = try Fixture.irelandAndGermany().resolver()
    #expect(
      try resolver.concept("DQR") == .unknown(near: (1...8).map { "de-nqf:\($0)" }))
  }

  @Test func aCodeThatOnlyAnotherVersionHasLeadsThere() throws {
    #expect(
      try Self.india().resolver().concept("nsqf:10") == .unknown(near: ["in-nsqf@2013:10"]))
  }

  @Test func findsTheFrameworksOfACountryAndItsParts() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("gb-scqf", country: "GB-SCT", levels: [])
    fixture.framework("gb-rqf", country: "GB-ENG", levels: [])

    #expect(try fixture.resolver().frameworks("gb").map(\.name.series) == ["gb-rqf", "gb-scqf"])
    #expect(try fixture.resolver().frameworks("GB-SCT").map(\.name.series) == ["gb-scqf"])
    #expect(try fixture.resolver().frameworks("dqr").map(\.name.series) == ["de-nqf"])
    #expect(try fixture.resolver().frameworks("zz").isEmpty)
  }

  @Test func aCountryIsNotAskedForItsRegisters() throws {
    var fixture = Fixture()
    fixture.framework("gb-rqf", country: "GB-ENG", levels: [])
    fixture.framework("gb-ofqual", kind: .register, country: "GB-ENG", levels: [])

    #expect(try fixture.resolver().frameworks("gb").map(\.name.series) == ["gb-rqf"])
    #expect(try fixture.resolver().frameworks("gb-ofqual").map(\.name.series) == ["gb-ofqual"])
  }

  private static func india() -> Fixture {
    var fixture = Fixture()
    fixture.framework(
      "in-nsqf@2013", aliases: ["NSQF"], from: "2013-12-27", to: "2023-06-05",
      levels: (1...10).map(String.init))
    fixture.framework(
      "in-nsqf@2023", aliases: ["NSQF"], from: "2023-06-06", levels: (1...8).map(String.init))
    return fixture
  }

  private func identifier(_ text: String) throws -> Identifier { try #require(Identifier(text)) }
}
