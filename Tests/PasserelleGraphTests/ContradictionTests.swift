import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// Statements that cannot all hold.
struct ContradictionTests {
  @Test func twoOfOneFrameworkThatMatchTheSameExactly() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .exactMatch, "isco-08:a")
    fixture.link("isco-88:2", .exactMatch, "isco-08:a")

    #expect(
      try found(in: fixture) == [
        "shared-exact-match isco-88:1 isco-88:2: isco-88:1 isco-08:a, isco-88:2 isco-08:a"
      ])
  }

  @Test func theShortestWayBetweenTheTwoIsShown() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .exactMatch, "soc:x")
    fixture.link("soc:x", .exactMatch, "isco-08:a")
    fixture.link("isco-08:a", .exactMatch, "isco-88:2")
    fixture.link("soc:x", .exactMatch, "isco-88:2")
    let contradictions = try contradictions(in: fixture)

    #expect(contradictions.map(\.rows.count) == [2])
  }

  @Test(arguments: [
    (Relation.broadMatch, Relation.narrowMatch), (.exactMatch, .broadMatch),
    (.disjointFrom, .closeMatch), (.narrowMatch, .overlaps),
  ])
  func matchesThatExcludeEachOther(one: Relation, other: Relation) throws {
    var fixture = occupations()
    fixture.link("isco-88:1", one, "isco-08:a")
    fixture.link("isco-88:1", other, "isco-08:a", source: "other")

    #expect(try contradictions(in: fixture).map(\.kind).contains(.contraryMatches))
  }

  @Test func aMatchAndItsInverseDoNotExcludeEachOther() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .broadMatch, "isco-08:a")
    fixture.link("isco-08:a", .narrowMatch, "isco-88:1", source: "other")

    #expect(try contradictions(in: fixture).isEmpty)
  }

  @Test func aChainAcrossADenialIsShownWithIt() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .exactMatch, "soc:x")
    fixture.link("soc:x", .exactMatch, "isco-08:a")
    fixture.link("isco-88:1", .notExactMatch, "isco-08:a", source: "other")

    #expect(
      try found(in: fixture) == [
        "denied-chain isco-88:1 isco-08:a: "
          + "isco-88:1 soc:x, soc:x isco-08:a, isco-88:1 isco-08:a"
      ])
  }

  @Test func aLevelThatIsReferencedAgainstItsOrder() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["4", "5"])
    fixture.link("ie-nqf:4", .referencedTo, "eqf:6")
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5")

    #expect(
      try found(in: fixture) == [
        "level-inversion ie-nqf:4 ie-nqf:5: ie-nqf:4 eqf:6, ie-nqf:5 eqf:5"
      ])
  }

  @Test func twoSourcesOfDifferentOrderAreNoInversion() throws {
    var fixture = Fixture()
    fixture.framework("ie-nqf", levels: ["4", "5"])
    fixture.link("ie-nqf:4", .referencedTo, "eqf:6")
    fixture.link("ie-nqf:5", .referencedTo, "eqf:5", source: "other")

    #expect(try contradictions(in: fixture).isEmpty)
  }

  @Test func aRecordAgainstTheReferencingOfItsLevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.qualification("de-nqf:master", "Master", at: "de-nqf:7")
    fixture.link("de-nqf:master", .referencedTo, "eqf:3")

    #expect(try contradictions(in: fixture).map(\.kind) == [.againstReferencing])
  }

  @Test func sourcesThatDisagreeOnALevel() throws {
    var fixture = Fixture.irelandAndGermany()
    fixture.link("ie-nqf:1", .referencedTo, "eqf:1")
    fixture.link("ie-nqf:1", .notReferenced, "eqf", source: "other")

    #expect(try contradictions(in: fixture).map(\.kind) == [.sourcesDisagree])
  }

  @Test func moreThanTheLimitAreCutAndThatIsSaid() throws {
    var fixture = occupations()
    fixture.link("isco-88:1", .exactMatch, "isco-08:a")
    fixture.link("isco-88:2", .exactMatch, "isco-08:a")
    fixture.link("isco-88:1", .broadMatch, "isco-08:a")
    let contradictions = try ContradictionFinder(fixture.graph, day: "2026-01-01", limit: 1).find()

    #expect(contradictions.found.count == 1)
    #expect(!contradictions.isComplete)
  }

  private func occupations() -> Fixture {
    var fixture = Fixture()
    fixture.framework("isco-88", kind: .occupations, levels: ["1", "2"])
    fixture.framework("isco-08", kind: .occupations, levels: ["a", "b"])
    fixture.framework("soc", kind: .occupations, levels: ["x"])
    return fixture
  }

  private func contradictions(in fixture: Fixture) throws -> [Contradiction] {
    try ContradictionFinder(fixture.graph, day: "2026-01-01").find().found
  }

  private func found(in fixture: Fixture) throws -> [String] {
    try contradictions(in: fixture).map { item in
      let rows = item.rows.map { "\($0.link.from) \($0.link.to)" }.joined(separator: ", ")
      return
        "\(item.kind.rawValue) \(item.concepts.map(\.description).joined(separator: " ")): \(rows)"
    }
  }
}
