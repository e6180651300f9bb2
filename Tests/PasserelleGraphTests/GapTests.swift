import PasserelleGraph
import PasserelleModel
import Testing

/// What one thing leaves open of what another asks for.
struct GapTests {
  @Test func theSameCompetenceIsCovered() throws {
    var fixture = welders()
    fixture.link("aa:welder", .attests, "skill:weld")

    #expect(try coverage(fixture)["skill:weld"] == .covered)
  }

  @Test func anExactMatchCoversToo() throws {
    var fixture = welders()
    fixture.link("aa:welder", .attests, "other:w")
    fixture.link("other:w", .exactMatch, "skill:weld")
    let gap = try gap(fixture)

    #expect(gap.needs.first { $0.record.id.description == "skill:weld" }?.coverage == .covered)
    #expect(gap.needs.compactMap(\.chain).map(\.steps.count) == [1])
  }

  @Test(arguments: [Relation.broadMatch, .narrowMatch, .closeMatch, .overlaps])
  func anyOtherMatchCoversPartly(relation: Relation) throws {
    var fixture = welders()
    fixture.link("aa:welder", .attests, "other:w")
    fixture.link("other:w", relation, "skill:weld")

    #expect(try coverage(fixture)["skill:weld"] == .partly)
  }

  @Test func whatHasNothingInCommonCoversNothing() throws {
    var fixture = welders()
    fixture.link("aa:welder", .attests, "other:w")
    fixture.link("other:w", .disjointFrom, "skill:weld")

    #expect(try coverage(fixture)["skill:weld"] == .missing)
  }

  @Test func whereNothingIsKnownNothingIsMissing() throws {
    let gap = try gap(welders())

    #expect(Set(gap.needs.map(\.coverage)) == [.unknown])
    #expect(gap.share == nil)
  }

  @Test func theShareIsOfTheEssentialOnes() throws {
    var fixture = welders()
    fixture.link("aa:welder", .attests, "skill:weld")
    fixture.link("aa:welder", .attests, "skill:paint")
    let share = try #require(try gap(fixture).share)

    #expect(share.covered == 1)
    #expect(share.of == 2)
  }

  @Test func essentialOnesComeFirst() throws {
    #expect(
      try gap(welders()).needs.map { "\($0.record.id) \($0.isEssential)" }
        == ["skill:cut true", "skill:weld true", "skill:paint false"])
  }

  /// A certificate in A, and an occupation in B that asks for three skills.
  private func welders() -> Fixture {
    var fixture = Fixture()
    fixture.framework("skill", kind: .competences, levels: ["weld", "cut", "paint"])
    fixture.framework("other", kind: .competences, levels: ["w"])
    fixture.framework("aa", country: "AD", levels: ["welder"])
    fixture.framework("job", kind: .occupations, levels: ["welder"])
    fixture.link("job:welder", .requiresEssential, "skill:weld")
    fixture.link("job:welder", .requiresEssential, "skill:cut")
    fixture.link("job:welder", .requiresOptional, "skill:paint")
    return fixture
  }

  private func gap(_ fixture: Fixture) throws -> Gap {
    func record(_ id: String) throws -> ConceptRecord {
      let identifier = try #require(Identifier(id))
      return try #require(fixture.graph.concept(identifier))
    }
    return try GapFinder(fixture.vantage())
      .find(from: record("aa:welder"), to: record("job:welder"))
  }

  private func coverage(_ fixture: Fixture) throws -> [String: Gap.Coverage] {
    Dictionary(
      uniqueKeysWithValues: try gap(fixture).needs.map { ($0.record.id.description, $0.coverage) })
  }
}
