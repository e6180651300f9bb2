import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// The rules that `check` and `contradictions` share: one answer, whoever asks.
struct SharedCheckTests {
  @Test func aLevelReferencedBelowALowerOneIsToldByBoth() throws {
    let answers = try answers(about: crossedLevels())

    #expect(answers.check == ["level-order"])
    #expect(answers.contradictions == ["level-inversion"])
  }

  @Test func aNoteOnTheLevelExplainsTheOrderToBoth() throws {
    var fixture = crossedLevels()
    fixture.note("ie-nqf:5", "The report says so.")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aNoteOnTheRowExplainsTheOrderToBoth() throws {
    #expect(try answers(about: crossedLevels(note: "so printed")) == .nothing)
  }

  @Test func aLevelIsHeldAgainstTheHighestBelowItOnly() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["3", "4", "5"])
    fixture.link("ie-nqf:3", .referencedTo, "eqf:6")
    fixture.link("ie-nqf:4", .referencedTo, "eqf:7")
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5")
    let found = try Checks.contradictions(in: CheckScope(fixture.vantage()))

    #expect(found.map { $0.concepts.map(\.description) } == [["ie-nqf:4", "ie-nqf:5"]])
  }

  @Test func sourcesOfOneNameInTwoPublicationsAreTwo() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["4", "5"])
    fixture.link("ie-nqf:4", .referencedTo, "eqf:6")
    fixture.framework("de-nqf", levels: [])
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aRowThatNoLongerHoldsContradictsNothing() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["4", "5"])
    fixture.link("ie-nqf:4", .referencedTo, "eqf:6", validTo: "2019")
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aClaimOfAnotherLevelIsToldByBoth() throws {
    let answers = try answers(about: claiming("eqf:3"))

    #expect(answers.check == ["against-referencing"])
    #expect(answers.contradictions == ["against-referencing"])
  }

  @Test func aClaimWithinWhatTheLevelSpansIsNotAgainstIt() throws {
    var fixture = claiming("eqf:7")
    fixture.link("ie-nqf:8", .referencedTo, "eqf:7")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aClaimWithinWhatSeveralLevelsSpanIsNotAgainstThem() throws {
    var fixture = claiming("eqf:7")
    fixture.link("ie-nqf:q", .atLevel, "ie-nqf:9")
    fixture.link("ie-nqf:9", .referencedTo, "eqf:7")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aComparisonIsNotHeldAgainstAClaim() throws {
    var fixture = Fixture()
    fixture.framework("nz-nqf", levels: ["7"])
    fixture.link("nz-nqf:7", .comparedTo, "eqf:6")
    fixture.qualification("nz-nqf:q", "Bachelor", at: "nz-nqf:7")
    fixture.link("nz-nqf:q", .referencedTo, "eqf:5")

    #expect(try answers(about: fixture) == .nothing)
  }

  @Test func aClaimOfALevelWhereTheSourceSaysThereIsNoneIsToldByBoth() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["1"])
    fixture.link("ie-nqf:1", .notReferenced, "eqf")
    fixture.qualification("ie-nqf:q", "Certificate", at: "ie-nqf:1")
    fixture.link("ie-nqf:q", .referencedTo, "eqf:1")
    let problems = try Checks.problems(in: CheckScope(fixture.vantage()))

    #expect(
      problems.map(\.summary) == [
        "this claims 'eqf:1', and its level 'ie-nqf:1' is referenced to no level of 'eqf'"
      ])
    #expect(try answers(about: fixture).contradictions == ["against-referencing"])
  }

  @Test func aClaimBesideALevelOfTheReferenceFrameworkItselfIsToldByBoth() throws {
    var fixture = Fixture()
    fixture.framework("register", kind: .register, levels: [])
    fixture.qualification("register:q", "Certificate", at: "eqf:4")
    fixture.link("register:q", .referencedTo, "eqf:5")
    let problems = try Checks.problems(in: CheckScope(fixture.vantage()))

    #expect(problems.map(\.summary) == ["this claims 'eqf:5', and its level is 'eqf:4'"])
    #expect(try answers(about: fixture).contradictions == ["against-referencing"])
  }

  @Test func sourcesThatDisagreeOnALevelAreNoFaultOfARecordThatFollowsOne() throws {
    var fixture = claiming("eqf:7")
    fixture.link("ie-nqf:8", .referencedTo, "eqf:7", source: "other")

    #expect(
      try answers(about: fixture) == Answers(check: [], contradictions: ["sources-disagree"]))
  }

  @Test func sourcesThatDisagreeOnARecordAreNotItsLevelsReferencing() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["8"])
    fixture.qualification("ie-nqf:q", "Bachelor", at: "ie-nqf:8")
    fixture.link("ie-nqf:q", .referencedTo, "eqf:6")
    fixture.link("ie-nqf:q", .referencedTo, "eqf:5", source: "other")

    #expect(
      try answers(about: fixture) == Answers(check: [], contradictions: ["sources-disagree"]))
  }

  @Test func onlyWhatWasWrittenIsTold() throws {
    let vantage = try crossedLevels().vantage()
    func problems(writing name: String) throws -> [String] {
      let scope = CheckScope(
        vantage, written: [FrameworkName(series: name)], relations: [.referencedTo])
      return try Checks.problems(in: scope).map(\.id.description)
    }

    #expect(try problems(writing: "ie-nqf") == ["level-order"])
    #expect(try problems(writing: "eqf") == [])
  }

  @Test func whatReferencesNothingIsSparedTheRulesOfReferencing() throws {
    let scope = try CheckScope(
      crossedLevels().vantage(), written: [FrameworkName(series: "ie-nqf")],
      relations: [.broader])

    #expect(try Checks.problems(in: scope) == [])
  }

  // MARK: - Graphs

  /// Two levels of which the higher is referenced to the lower level.
  private func crossedLevels(note: String? = nil) -> Fixture {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["4", "5"])
    fixture.link("ie-nqf:4", .referencedTo, "eqf:6")
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5", note: note)
    return fixture
  }

  /// A record of a level that is referenced to EQF 6, with a claim of its own.
  private func claiming(_ reference: String) -> Fixture {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["8", "9"])
    fixture.link("ie-nqf:8", .referencedTo, "eqf:6")
    fixture.qualification("ie-nqf:q", "Bachelor", at: "ie-nqf:8")
    fixture.link("ie-nqf:q", .referencedTo, reference)
    return fixture
  }

  /// What the two commands say of one graph.
  private struct Answers: Equatable {
    var check: [String]
    var contradictions: [String]

    static let nothing = Answers(check: [], contradictions: [])
  }

  private func answers(about fixture: Fixture) throws -> Answers {
    Answers(
      check: try Checks.problems(in: CheckScope(fixture.vantage())).map(\.id.description),
      contradictions: try ContradictionFinder(fixture.graph, day: "2026-01-01").find().found
        .map(\.kind.rawValue))
  }
}
