import PasserelleModel
import TestSupport
import Testing

@testable import PasserelleGraph

/// How frameworks are linked as wholes of levels: never more than `compare` says of their levels.
struct AtlasTests {
  private static func reach(
    _ fixture: Fixture, _ one: String, _ other: String, on day: Day = "2026-01-01"
  ) throws -> Atlas.Cell {
    let frameworks = try [one, other].map { text in
      let name = try #require(FrameworkName(text))
      return try #require(fixture.graph.framework(name))
    }
    let atlas = try AtlasMaker(fixture.vantage(on: day)).atlas(of: frameworks)
    return try #require(atlas.cells[0][1])
  }

  private static func fixture(_ change: (inout Fixture) -> Void) -> Fixture {
    var fixture = Fixture()
    for name in ["aa-nqf", "bb-nqf"] { fixture.framework(name, levels: ["1", "2"]) }
    change(&fixture)
    return fixture
  }

  @Test func whatIsReferencedToTheSameFrameworkIsChained() throws {
    let cell = try Self.reach(.irelandAndGermany(), "ie-nqf", "de-nqf")
    #expect(cell.reach == .chained)
    #expect(cell.via.map(\.description) == ["eqf"])
    #expect(cell.basis.evidence.map(\.document?.key) == ["report"])
  }

  @Test func aReferenceFrameworkIsLinkedDirectly() throws {
    #expect(try Self.reach(.irelandAndGermany(), "ie-nqf", "eqf").reach == .direct)
    #expect(try Self.reach(.irelandAndGermany(), "eqf", "ie-nqf").reach == .direct)
  }

  @Test func whatIsDeclaredOneWaySaysNothingOfTheOther() throws {
    let fixture = Self.fixture { $0.link("aa-nqf:1", .declaredEquivalent, "bb-nqf:1") }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .direct)
    #expect(try Self.reach(fixture, "bb-nqf", "aa-nqf").reach == .none)
  }

  @Test func aPublishedMappingLinksBothWays() throws {
    let fixture = Self.fixture { $0.link("aa-nqf:1", .closeMatch, "bb-nqf:2") }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .direct)
    #expect(try Self.reach(fixture, "bb-nqf", "aa-nqf").reach == .direct)
  }

  @Test func aComparisonOnlyIndicates() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .comparedTo, "eqf:1")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .indication)
  }

  @Test func aComparisonOfTheTwoOnlyIndicatesAsWell() throws {
    let fixture = Self.fixture { $0.link("aa-nqf:1", .comparedTo, "bb-nqf:2") }
    let cell = try Self.reach(fixture, "aa-nqf", "bb-nqf")
    #expect(cell.reach == .indication)
    #expect(cell.basis.evidence.count == 1)
  }

  @Test func frameworksThatAreLinkedAsWholesLinkNoLevels() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf", .referencedTo, "eqf")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .wholes)
  }

  @Test func levelsThatAllSpanSeveralComeToNoFinding() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .referencedTo, "eqf:2")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .unsettled)
  }

  @Test func aLevelBelowTheScaleLinksNothing() throws {
    let fixture = Self.fixture { $0.link("aa-nqf:1", .belowScale, "eqf") }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .none)
  }

  @Test func whatHasNoReferenceLevelIsNotLinkedByWhatIsDisputed() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .notReferenced, "eqf")
      $0.link("bb-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .referencedTo, "eqf:2", source: "other")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .none)
  }

  @Test func aMappingThatIsNotUsableLinksNoLevels() throws {
    let fixture = Self.fixture {
      for name in ["aa-nqf", "bb-nqf"] { $0.link("\(name):1", .referencedTo, "eqf:1") }
      $0.link("aa-nqf", .notUsable, "bb-nqf")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .unsettled)
  }

  @Test func aLinkThatHasEndedIsStale() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .referencedTo, "eqf:1", validTo: "2020-12-31")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf").reach == .stale)
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf", on: "2020-01-01").reach != .stale)
  }

  @Test func aLinkOfAVersionThatIsNoLongerInForceIsStale() throws {
    let fixture = Self.fixture {
      $0.framework("cc-nqf@2010", to: "2019-12-31", levels: ["1"])
      $0.framework("cc-nqf@2020", from: "2020-01-01", supersedes: "cc-nqf@2010", levels: ["1"])
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("cc-nqf@2010:1", .referencedTo, "eqf:1")
    }
    #expect(try Self.reach(fixture, "aa-nqf", "cc-nqf@2020").reach == .stale)
  }

  @Test func whatOnlyOldReportsSayIsMarked() throws {
    let fixture = Self.fixture {
      $0.link("aa-nqf:1", .referencedTo, "eqf:1")
      $0.link("bb-nqf:1", .referencedTo, "eqf:1", source: "dated")
    }
    #expect(try !Self.reach(fixture, "aa-nqf", "bb-nqf", on: "2029-01-01").basis.isOld)
    #expect(try Self.reach(fixture, "aa-nqf", "bb-nqf", on: "2031-01-01").basis.isOld)
  }
}
