import PasserelleGraph
import PasserelleModel
import Testing

/// What groups, their parts and several tables lead to.
struct GroupTests {
  /// SOC, its groups, ISCO-08 and ISCO-88, each with a table to the next.
  private func tables() -> Fixture {
    var fixture = Fixture()
    fixture.framework("soc", kind: .occupations, levels: ["1", "11", "12", "2"])
    fixture.link("soc:11", .broader, "soc:1")
    fixture.link("soc:12", .broader, "soc:1")
    fixture.framework("isco-08", kind: .occupations, levels: ["a", "b", "g"])
    fixture.framework("isco-88", kind: .occupations, levels: ["x", "y"])
    fixture.link("soc:11", .exactMatch, "isco-08:a")
    fixture.link("isco-88:x", .narrowMatch, "isco-08:a")
    fixture.link("isco-88:x", .narrowMatch, "isco-08:b")
    return fixture
  }

  // MARK: - Parts

  /// What the union over parts says: a part's relation, and what follows for the group.
  @Test(arguments: [
    (Relation.exactMatch, "narrowMatch"), (.narrowMatch, "narrowMatch"),
    (.broadMatch, "part-in-common"), (.overlaps, "part-in-common"),
    (.closeMatch, "undetermined"), (.relatedMatch, "undetermined"),
  ])
  func aGroupIsTiedByItsPart(relation: Relation, tie: String) throws {
    var fixture = tables()
    fixture.link("soc:12", relation, "isco-08:b")
    let row = try #require(row("isco-08:b", try find("soc:1", in: "isco-08", fixture)))

    #expect(row.tie.name == tie)
    #expect(row.routes.map { "\($0.id) \($0.tie.name)" } == ["soc:12 \(relation)"])
    #expect(row.routes[0].links.map(\.link.relation) == [relation])
  }

  /// What a wider group says of a part of it.
  @Test(arguments: [
    (Relation.exactMatch, "broadMatch"), (.broadMatch, "broadMatch"),
    (.narrowMatch, "undetermined"), (.overlaps, "undetermined"),
    (.closeMatch, "undetermined"), (.relatedMatch, "undetermined"),
  ])
  func aPartIsTiedByItsGroup(relation: Relation, tie: String) throws {
    var fixture = tables()
    fixture.link("soc:1", relation, "isco-08:b")
    let found = try find("soc:12", in: "isco-08", fixture)

    #expect(rows(found) == ["isco-08:b \(tie) n:1 by soc:1"])
    #expect(found.derived.parts == nil)
  }

  @Test func aGroupIsTheSumOfItsParts() throws {
    var fixture = tables()
    fixture.link("soc:11", .overlaps, "isco-08:b")
    fixture.link("soc:12", .overlaps, "isco-08:b")
    let found = try find("soc:1", in: "isco-08", fixture)

    #expect(
      rows(found) == [
        "isco-08:a narrowMatch 1:n by soc:11", "isco-08:b part-in-common 1:n by soc:11, soc:12",
      ])
    #expect(found.derived.parts?.unlinked == [])
  }

  @Test func whatSaysMostOfTheGroupCounts() throws {
    var fixture = tables()
    fixture.link("soc:12", .overlaps, "isco-08:a")

    #expect(
      rows(try find("soc:1", in: "isco-08", fixture))
        == ["isco-08:a narrowMatch 1:1 by soc:11, soc:12"])
  }

  /// That all parts of one group match all parts of another makes no statement about the groups: no
  /// source says that these parts are all of it.
  @Test func exactPartsMakeNoExactGroup() throws {
    var fixture = tables()
    fixture.link("isco-08:a", .broader, "isco-08:g")
    fixture.link("isco-08:b", .broader, "isco-08:g")
    fixture.link("soc:12", .exactMatch, "isco-08:b")

    #expect(
      rows(try find("soc:1", in: "isco-08", fixture))
        == ["isco-08:a narrowMatch 1:n by soc:11", "isco-08:b narrowMatch 1:n by soc:12"])
  }

  @Test func whatIsOutsideTheGroupAsWellHasSeveralHere() throws {
    var fixture = tables()
    fixture.link("soc:2", .overlaps, "isco-08:a")

    #expect(
      rows(try find("soc:1", in: "isco-08", fixture)) == ["isco-08:a narrowMatch n:1 by soc:11"])
  }

  @Test func aPartWithoutARowIsNamedAndCounted() throws {
    let found = try find("soc:1", in: "isco-08", tables())

    #expect(found.derived.parts?.count == 2)
    #expect(found.derived.parts?.unlinked.map(\.description) == ["soc:12"])
    #expect(
      found.caveats.only(.partsUnlinked)?.values
        == ["id": "soc:1", "count": "1", "all": "2", "parts": "soc:12"])
  }

  @Test func partsAreFoundAtAnyDepth() throws {
    var fixture = tables()
    fixture.framework("deep", kind: .occupations, levels: (0...7).map(String.init))
    for depth in 1...7 { fixture.link("deep:\(depth)", .broader, "deep:\(depth - 1)") }
    fixture.link("deep:7", .broadMatch, "isco-08:a")

    #expect(
      rows(try find("deep:0", in: "isco-08", fixture))
        == ["isco-08:a part-in-common 1:1 by deep:7"])
  }

  // MARK: - Tables

  @Test func severalTablesAreChained() throws {
    let found = try find("soc:11", in: "isco-88", tables())

    #expect(found.mappings.isEmpty)
    #expect(rows(found) == ["isco-88:x broadMatch n:1"])
    #expect(found.derived.found[0].links.map(\.link.relation) == [.exactMatch, .narrowMatch])
  }

  @Test func aGroupLeadsThroughSeveralTables() throws {
    let found = try find("soc:1", in: "isco-88", tables())

    #expect(rows(found) == ["isco-88:x part-in-common n:1 by soc:11"])
    #expect(found.derived.found[0].routes[0].tie.name == "broadMatch")
  }

  @Test func anOverlapLeadsToAPartInCommonOnly() throws {
    var fixture = tables()
    fixture.link("soc:12", .overlaps, "isco-08:b")

    #expect(
      rows(try find("soc:12", in: "isco-88", fixture)) == ["isco-88:x part-in-common n:1"])
  }

  @Test func whereATableLeadsThereAWiderGroupIsCountedOnly() throws {
    var fixture = tables()
    #expect(try find("soc:11", in: "isco-08", fixture).derived.found.isEmpty)

    fixture.link("soc:1", .narrowMatch, "isco-08:b")
    let found = try find("soc:11", in: "isco-08", fixture)
    #expect(found.mappings.map(\.id.description) == ["isco-08:a"])
    #expect(found.derived.found.isEmpty && found.derived.leftOut == 1)
    #expect(found.caveats.only(.leftOut)?.values == ["count": "1"])
  }

  @Test func whatASourceDeniesIsCounted() throws {
    var fixture = tables()
    fixture.link("soc:1", .disjointFrom, "isco-08:a")
    let found = try find("soc:1", in: "isco-08", fixture)

    #expect(found.derived.found.isEmpty && found.derived.denied == 1)
    #expect(found.caveats.only(.denied)?.values == ["count": "1"])
  }

  @Test func whatNoTableHasIsSaidToBeInNone() throws {
    var fixture = tables()
    fixture.framework("other", kind: .occupations, levels: ["1"])
    let found = try find("other:1", in: "isco-08", fixture)

    #expect(found.unmatched.map(\.reason) == [UnmatchedReason.noTable()])
  }

  private func row(_ id: String, _ found: Correspondents) -> Correspondents.Derived? {
    found.derived.found.first { $0.id.description == id }
  }

  private func rows(_ found: Correspondents) -> [String] {
    found.derived.found.map { row in
      let parts = row.routes.map(\.id.description).joined(separator: ", ")
      return "\(row.id) \(row.tie.name) \(row.cardinality)" + (parts.isEmpty ? "" : " by \(parts)")
    }
  }

  private func find(
    _ id: String, in target: String, _ fixture: Fixture
  ) throws -> Correspondents {
    let resolver = try fixture.resolver()
    let identifier = try #require(Identifier(id))
    let record = try #require(fixture.graph.concept(identifier))
    return try CorrespondentFinder(fixture.vantage())
      .find(record, in: resolver.frameworks(target))
  }
}
