import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What the reasons of a statement are about: the certificate, what is sought, or both.
struct AssessmentReasonTests {
  /// Levels of a certificate and of what is sought, and the key of the reason.
  static let sides: [(here: String, there: String, reason: String)] = [
    ("aa:4", "bb:45", "level.spans-there"), ("aa:45", "bb:4", "level.spans"),
    ("aa:45", "bb:45", "level.spans-both"),
    ("aa:x", "bb:4", "level.no-link-here-beside"), ("aa:4", "bb:x", "level.no-link-there"),
    ("aa:x", "bb:x", "level.no-link"),
    ("aa:c", "bb:4", "level.conflict"), ("aa:4", "bb:c", "level.conflict-there"),
    ("aa:c", "bb:c", "level.conflict-both"),
    ("aa:below", "bb:4", "level.stated"), ("aa:4", "bb:below", "level.stated"),
  ]

  @Test(arguments: sides)
  func aReasonNamesTheSideThatItIsAbout(here: String, there: String, reason: String) throws {
    let level = try #require(assess(here, for: there).level)

    #expect(level.comparability == .notKnown)
    #expect(level.reasons.map(\.key) == [reason])
  }

  @Test func aReasonAboutWhatIsSoughtSaysWhereTheCertificateIs() throws {
    let reason = try #require(assess("aa:4", for: "bb:45").level?.reasons.first)

    #expect(reason.values["there"] == "eqf:4, eqf:5")
    #expect(reason.values["here"] == "eqf:4")
    #expect(reason.values["target"] == "bb:45")
  }

  @Test func whereSomethingHigherIsSoughtWhatIsAtTheOwnLevelIsNamed() throws {
    let reasons = try assess("aa:4", for: "bb:6").level?.reasons ?? []

    #expect(reasons.map(\.key) == ["level.below", "level.instead"])
    #expect(reasons.last?.values["there"] == "bb:4")
  }

  @Test func aLevelThatNothingThereReachesIsNotSaidToBeUnlinked() throws {
    let level = try #require(assess("aa:1", for: nil).level)

    #expect(level.reasons.map(\.key) == ["level.nothing-there"])
  }

  @Test func aLevelIsKeptWithTheComparisonThatItIsJudgedBy() throws {
    #expect(try assess("aa:4", for: "bb:4").level?.basis?.comparison.finding == .sameReferenceLevel)
    #expect(try assess("aa:4", for: "bb:45").level?.basis?.comparison.finding == .ambiguous)
    #expect(try assess("aa:4", for: nil).level?.basis?.there.map(\.description) == ["bb:4"])
  }

  @Test func aComparisonWithoutCommitmentIndicatesAndIsNoFinding() throws {
    let holding = try assess("aa:compared", for: "bb:4")

    #expect(holding.level?.basis?.comparison.finding == .noOfficialLink)
    #expect(holding.level?.comparability == .notKnown)
    #expect(holding.indications.first?.kind == .comparison)
    #expect(holding.indications.first?.alignment == .same)
    #expect(Set(holding.indications.map(\.words)).count == holding.indications.count)
  }

  // MARK: - Support

  private static func twoCountries() -> Fixture {
    var fixture = Fixture()
    for (name, country) in [("aa", "AD"), ("bb", "AM")] {
      fixture.framework(
        name, country: country,
        levels: ["x", "below"] + (name == "aa" ? ["1", "compared"] : []) + ["4", "45", "c", "6"])
      let references = [("4", "4"), ("45", "4"), ("45", "5"), ("6", "6")]
      for (level, reference) in references + (name == "aa" ? [("1", "1")] : []) {
        fixture.link("\(name):\(level)", .referencedTo, "eqf:\(reference)")
      }
      fixture.link("\(name):below", .belowScale, "eqf")
      fixture.link("\(name):c", .referencedTo, "eqf:2", source: "report")
      fixture.link("\(name):c", .referencedTo, "eqf:3", source: "other")
    }
    fixture.link("aa:compared", .comparedTo, "eqf:4")
    return fixture
  }

  private func assess(_ here: String, for there: String?) throws -> Assessment.Holding {
    let graph = Self.twoCountries().graph
    var certificate = Certificate(title: "A", country: try #require(CountryCode("AD")))
    certificate.identifier = Identifier(here)
    var profile = Profile(reference: "1")
    profile.target = there.flatMap(Identifier.init)
    var record = ProfileRecord(profile, at: SourcePosition(file: "p"))
    record.add(.certificate(certificate), at: SourcePosition(file: "p"))
    let question = Assessment.Question(
      profile: record, destinations: graph.frameworks().filter { $0.name.series == "bb" },
      country: try #require(CountryCode("AM")), purpose: .work, day: "2026-01-01")
    return try #require(Assessor(graph, question: question).assess().holdings.first)
  }
}
