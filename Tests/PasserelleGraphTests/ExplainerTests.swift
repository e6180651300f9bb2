import PasserelleGraph
import PasserelleModel
import Testing

/// What is said of the ways between two concepts.
struct ExplainerTests {
  @Test func aSharedReferenceLevelIsAChainOfTwoStatements() throws {
    let explanation = try Fixture.irelandAndGermany().explain("ie-nqf:8", "de-nqf:6")

    #expect(explanation.chains.map(\.conclusion) == [.sameReferenceLevel])
    #expect(
      explanation.chains[0].chain.path.map(\.description) == ["ie-nqf:8", "eqf:6", "de-nqf:6"])
    #expect(explanation.chains[0].chain.steps.map(\.rule) == [.stated, .hub])
  }

  @Test func everyStatementThatNothingReplacesWouldOverturnTheAnswer() throws {
    let explanation = try Fixture.irelandAndGermany().explain("ie-nqf:8", "de-nqf:6")

    #expect(
      explanation.supports.map { $0.map(\.link.from.description) } == [["de-nqf:6"], ["ie-nqf:8"]])
  }

  @Test func twoSourcesMustBothFall() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:8", .referencedTo, "eqf:6", source: "other")
    let explanation = try fixture.explain("ie-nqf:8", "eqf:6")

    #expect(explanation.supports.map(\.count) == [2])
  }

  @Test func aChainThatIsBetterInNothingIsLeftOutAndCounted() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:8", .referencedTo, "eqf:6", source: "rumour")
    let explanation = try fixture.explain("ie-nqf:8", "de-nqf:6")

    #expect(explanation.chains.count == 1)
    #expect(explanation.chains[0].grade == .official)
    #expect(explanation.superfluous == 1)
  }

  @Test func aStatementThatLeadsElsewhereIsShownBesideTheChain() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:8", .notReferenced, "eqf", source: "other")
    let explanation = try fixture.explain("ie-nqf:8", "de-nqf:6")

    #expect(explanation.chains[0].alternatives.map(\.link.relation) == [.notReferenced])
  }

  @Test func anOldLevelIsFollowedToWhatTookItsPlace() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("fr-nqf@1969", country: "FR", to: "2018-12-31", levels: ["I"])
    fixture.framework("fr-nqf@2019", country: "FR", from: "2019-01-01", levels: ["7", "8"])
    fixture.link("fr-nqf@2019:7", .supersedes, "fr-nqf@1969:I")
    fixture.link("fr-nqf@2019:8", .supersedes, "fr-nqf@1969:I")
    fixture.link("fr-nqf@2019:7", .referencedTo, "eqf:7")
    let explanation = try fixture.explain("fr-nqf@1969:I", "de-nqf:7")

    #expect(explanation.chains.map(\.conclusion) == [.sameReferenceLevelSince])
    #expect(
      explanation.chains[0].alternatives.map(\.link.from.description) == ["fr-nqf@2019:8"])
    #expect(explanation.chains[0].expired == 1)
  }

  @Test func whereNothingLeadsOnTheNearestWayIsShownWithItsStop() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .broadMatch, "isco-08:a")
    fixture.link("isco-88:2", .broadMatch, "isco-08:a")
    let explanation = try fixture.explain("isco-88:1", "isco-88:2")
    let failed = try #require(explanation.failed)

    #expect(failed.path.map(\.description) == ["isco-88:1", "isco-08:a", "isco-88:2"])
    #expect(failed.blockedAt.description == "isco-08:a")
    #expect(failed.reason == .downAgain)
  }

  @Test func aComparisonIsShownAsTheEndOfTheWay() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("ua-nqf", country: "UA", levels: ["6"])
    fixture.link("ua-nqf:6", .comparedTo, "eqf:6")
    let explanation = try fixture.explain("ua-nqf:6", "de-nqf:6")

    #expect(explanation.chains.isEmpty)
    #expect(explanation.failed?.blockedAt.description == "eqf:6")
  }

  @Test func whereNothingIsStatedNoWayIsShown() throws {
    let explanation = try occupations().explain("isco-88:1", "isco-08:a")

    #expect(explanation.chains.isEmpty)
    #expect(explanation.failed == nil)
  }

  @Test func aDeniedChainIsShownWithWhatSpeaksAgainstIt() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .exactMatch, "soc:x")
    fixture.link("soc:x", .exactMatch, "isco-08:a")
    fixture.link("isco-88:1", .notExactMatch, "isco-08:a", source: "other")
    let explanation = try fixture.explain("isco-88:1", "isco-08:a")

    #expect(explanation.chains.isEmpty)
    #expect(explanation.denied.map(\.denial.link.relation) == [.notExactMatch])
  }

  @Test func chainsComeInTheOrderOfTheDocumentation() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .closeMatch, "isco-08:a")
    fixture.link("isco-88:1", .exactMatch, "isco-08:a", source: "rumour")
    fixture.link("isco-88:1", .exactMatch, "soc:x")
    fixture.link("soc:x", .exactMatch, "isco-08:a")
    let explanation = try fixture.explain("isco-88:1", "isco-08:a")

    #expect(
      explanation.chains.map { "\($0.conclusion) \($0.grade) \($0.chain.steps.count)" }
        == ["exactMatch official 2", "exactMatch unverified 1", "closeMatch official 1"])
  }

  @Test func referenceFrameworksStandSideBySide() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.framework("aqrf", kind: .metaFramework, levels: ["6", "7"])
    fixture.link("ie-nqf:8", .referencedTo, "aqrf:6")
    fixture.link("de-nqf:6", .referencedTo, "aqrf:7")
    let explanation = try fixture.explain("ie-nqf:8", "de-nqf:6")

    #expect(
      explanation.hubs.map { "\($0.reference) \($0.finding.rawValue)" }
        == ["aqrf adjacent", "eqf same-reference-level"])
    #expect(!explanation.hubsAgree)
  }

  private func occupations() -> Fixture {
    var fixture = Fixture()
    fixture.framework("isco-88", kind: .occupations, levels: ["1", "2"])
    fixture.framework("isco-08", kind: .occupations, levels: ["a", "b"])
    fixture.framework("soc", kind: .occupations, levels: ["x"])
    return fixture
  }
}

extension Fixture {
  fileprivate func explain(_ from: String, _ to: String) throws -> Explanation {
    func record(_ id: String) throws -> ConceptRecord {
      let identifier = try #require(Identifier(id))
      return try #require(graph.concept(identifier))
    }
    return try Explainer(vantage()).explain(record(from), record(to))
  }
}
