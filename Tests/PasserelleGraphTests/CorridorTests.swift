import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What is known between two countries: gathered, and nothing concluded from it.
struct CorridorTests {
  @Test func levelsThatAreReferencedToOneLevelMeet() throws {
    let corridor = try Self.corridor(in: Self.fixture(.referencedTo))

    #expect(Self.levels(.referenced, corridor) == ["eqf:4"])
    #expect(corridor.count(of: .comparedOnly) == 0)
    #expect(corridor.indications.isEmpty)
  }

  @Test func aComparisonIsAnIndicationAndNoReferencing() throws {
    let corridor = try Self.corridor(in: Self.fixture(.comparedTo))

    #expect(corridor.count(of: .referenced) == 0)
    #expect(corridor.count(of: .comparedOnly) == 1)
    #expect(corridor.indications.map(\.kind) == [.comparison])
  }

  @Test func aLevelThatSpansSettlesNothing() throws {
    var fixture = Self.fixture(.referencedTo)
    fixture.link("ua-nqf:2", .referencedTo, "eqf:5")
    let corridor = try Self.corridor(in: fixture)

    #expect(corridor.count(of: .referenced) == 0)
    #expect(Self.levels(.spanning, corridor) == ["eqf:4"])
  }

  @Test func levelsWithoutAPlaceAreListedApartAndCounted() throws {
    let corridor = try Self.corridor(in: Self.fixture(.referencedTo))

    #expect(corridor.ladders.first?.unplacedFrom.map(\.id.description) == ["ua-nqf:1"])
    #expect(corridor.notKnown.map(\.key).contains("corridor.gap-unlinked"))
  }

  @Test func aCountryWithoutAFrameworkMeetsNothing() throws {
    var fixture = Fixture()
    fixture.framework("pl-nqf", country: "PL", levels: ["1"])
    fixture.link("pl-nqf:1", .referencedTo, "eqf:1")
    let corridor = try Self.corridor(in: fixture)

    #expect(Ladder.Meeting.allCases.allSatisfy { corridor.count(of: $0) == 0 })
    #expect(corridor.notKnown.first?.key == "corridor.gap-no-framework")
  }

  @Test func frameworksThatAreLinkedAsWholesIndicateAndMeetNowhere() throws {
    var fixture = Fixture()
    for name in ["ua", "pl"] {
      fixture.framework("\(name)-nqf", country: name.uppercased(), levels: ["1", "2"])
      fixture.link("\(name)-nqf", .referencedTo, "eqf")
    }
    let corridor = try Self.corridor(in: fixture)

    #expect(corridor.ladders.isEmpty)
    #expect(corridor.indications.map(\.kind) == [.regionalFramework])
    #expect(corridor.indications.first?.alignment == .notKnown)
    #expect(corridor.notKnown.map(\.key).contains("corridor.gap-nothing-in-common"))
  }

  @Test func whatIsDeclaredOfQualificationsIsALinkOfTheCorridor() throws {
    var fixture = Self.fixture(.referencedTo)
    fixture.qualification("ua-nqf:q", "Q", at: "ua-nqf:2")
    fixture.qualification("pl-nqf:q", "Q", at: "pl-nqf:4")
    fixture.link("ua-nqf:q", .declaredEquivalent, "pl-nqf:q", for: [.work])
    fixture.link("ua-nqf:q", .precedent, "pl-nqf:q")
    let corridor = try Self.corridor(in: fixture)

    #expect(corridor.links.map(\.link.relation) == [.declaredEquivalent])
    #expect(corridor.precedents.count == 1)
    #expect(!corridor.notKnown.map(\.key).contains("corridor.gap-nothing-declared"))
  }

  @Test func whomToAskIsToldForEachPurposeOnceAndOnlyIfItMayCoverTheTitles() throws {
    var fixture = Self.fixture(.referencedTo)
    fixture.framework("pl-recognition", kind: .recognition, country: "PL", levels: [])
    fixture.procedure(.work, decides: "the employer")
    fixture.procedure(.work, decides: "the chamber") {
      $0.origins = [TitleOrigin("DE")].compactMap(\.self)
    }
    fixture.procedure(.priorLearning, decides: "the board")
    let corridor = try Self.corridor(in: fixture)

    let told = corridor.desks.map { steps in
      steps.systems.flatMap(\.procedures).flatMap(\.procedure.deciders)
    }
    #expect(corridor.desks.map(\.purpose) == [.study, .regulated, .work, .priorLearning])
    #expect(told == [[], [], ["the employer"], ["the board"]])
    #expect(corridor.desks.map(\.leftOut.count) == [0, 0, 1, 0])
    #expect(corridor.desks[2].systems.first?.procedures.first?.coverage == .may)
  }

  @Test func anAgreementIsToldOnceForAllPurposesAndInItsDirection() throws {
    var fixture = Self.fixture(.referencedTo)
    fixture.agreement("ua-pl", from: ["UA"], to: ["PL"], for: [.study, .work])
    fixture.agreement("pl-ua", from: ["PL"], to: ["UA"])
    let corridor = try Self.corridor(in: fixture)

    #expect(corridor.agreements.map(\.agreement.name.description) == ["ua-pl"])
    #expect(corridor.desks.flatMap(\.agreements).isEmpty)
  }

  /// Two levels of Ukraine, of which the upper is linked, and one of Poland, referenced to the same.
  private static func fixture(_ relation: Relation) -> Fixture {
    var fixture = Fixture()
    fixture.framework("ua-nqf", country: "UA", levels: ["1", "2"])
    fixture.link("ua-nqf:2", relation, "eqf:4")
    fixture.framework("pl-nqf", country: "PL", levels: ["4"])
    fixture.link("pl-nqf:4", .referencedTo, "eqf:4")
    return fixture
  }

  /// Counted are the pairs that compare finds one by one: the side decides that is further from a plain meeting.
  @Test func pairsAreCountedWithoutBeingMade() throws {
    var fixture = Fixture()
    fixture.framework("ua-nqf", country: "UA", levels: ["1", "2", "3", "4"])
    fixture.framework("pl-nqf", country: "PL", levels: ["1", "2", "3"])
    let relations: [String: Relation] = [
      "1": .referencedTo, "2": .referencedTo, "3": .comparedTo,
    ]
    for (level, relation) in relations.sorted(by: { $0.key < $1.key }) {
      fixture.link("ua-nqf:\(level)", relation, "eqf:4")
      fixture.link("pl-nqf:\(level)", relation, "eqf:4")
    }
    fixture.link("ua-nqf:2", .referencedTo, "eqf:5")
    let corridor = try Self.corridor(in: fixture)

    #expect(
      Ladder.Meeting.allCases.map { "\($0) \(corridor.count(of: $0))" }
        == ["referenced 2", "comparedOnly 5", "spanning 2"])
    #expect(corridor.indications.count == 5)
  }

  /// The reference levels at which levels meet in one way.
  private static func levels(_ meeting: Ladder.Meeting, _ corridor: Corridor) -> [String] {
    corridor.ladders.flatMap(\.rows).filter { $0.count(of: meeting) > 0 }
      .map(\.level.id.description)
  }

  private static func corridor(in fixture: Fixture) throws -> Corridor {
    let vantage = try Vantage(fixture.graph, day: "2026-11-29")
    let (from, to) = (try #require(CountryCode("UA")), try #require(CountryCode("PL")))
    let systems = fixture.graph.frameworks().filter { $0.countries.contains(to) }
    return try CorridorFinder(vantage).find(from: from, to: to, in: systems)
  }
}
