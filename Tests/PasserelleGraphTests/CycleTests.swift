import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What leads from something back to itself.
struct CycleTests {
  @Test(arguments: [2, 3, 7, 5_000], [Relation.broader, .partOf, .supersedes])
  func isFoundWhateverItsLength(length: Int, relation: Relation) throws {
    var fixture = Fixture()
    for index in 1...length {
      fixture.link("xx:\(index)", relation, "xx:\(index % length + 1)")
      fixture.link("xx:\(index)", relation, "xx:top")
    }
    let found = try cycles(in: fixture)

    #expect(found.map(\.rows.count) == [length])
    #expect(found.first?.concepts.first?.description == "xx:1")
  }

  @Test func aHierarchyHasNone() throws {
    var fixture = Fixture()
    for index in 2...400 {
      fixture.link("xx:\(index)", .broader, "xx:\(index / 2)")
      fixture.link("xx:\(index)", .broader, "xx:\(index - 1)")
      fixture.link("xx:\(index / 2)", .partOf, "xx:\(index)")
    }

    #expect(try cycles(in: fixture).isEmpty)
  }

  @Test func twoThatShareAConceptAreTwo() throws {
    var fixture = Fixture()
    for (from, to) in [("a", "b"), ("b", "a"), ("a", "c"), ("c", "a"), ("y", "z"), ("z", "y")] {
      fixture.link("xx:\(from)", .broader, "xx:\(to)")
    }
    let found = try cycles(in: fixture).map { $0.concepts.map(\.description).sorted() }

    #expect(Set(found) == [["xx:a", "xx:b"], ["xx:a", "xx:c"], ["xx:y", "xx:z"]])
  }

  @Test func linksOfTwoRelationsAreNone() throws {
    var fixture = Fixture()
    fixture.link("xx:a", .broader, "xx:b")
    fixture.link("xx:b", .partOf, "xx:a")

    #expect(try cycles(in: fixture).isEmpty)
  }

  @Test func aLinkThatNoLongerHoldsClosesNone() throws {
    var fixture = Fixture()
    fixture.link("xx:a", .broader, "xx:b")
    fixture.link("xx:b", .broader, "xx:a", validTo: "2019")
    #expect(try cycles(in: fixture).isEmpty)
    fixture.link("xx:b", .broader, "xx:c")
    fixture.link("xx:c", .broader, "xx:a")

    #expect(try cycles(in: fixture).map { $0.rows.count } == [3])
  }

  @Test func onlyThoseOfWhatWasWrittenAreToldToItsAuthor() throws {
    var fixture = Fixture()
    fixture.framework("aa", levels: [])
    fixture.link("aa:1", .broader, "aa:2")
    fixture.link("aa:2", .broader, "aa:1")
    fixture.link("aa:3", .broader, "bb:3")
    fixture.framework("bb", levels: [])
    fixture.link("bb:3", .broader, "aa:3")
    let scope = try CheckScope(
      fixture.vantage(), written: [FrameworkName(series: "bb")], relations: [.broader])
    let found = try Checks.problems(in: scope)

    #expect(found.map(\.id) == ["cycle"])
    #expect(found.first?.summary.contains("'aa:3' → 'bb:3' (line ") == true)
  }

  @Test(arguments: 0..<40)
  func isFoundWhereAndOnlyWhereThereIsOne(seed: Int) throws {
    var random = Numbers(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var fixture = Fixture()
    var ways: [Int: Set<Int>] = [:]
    for _ in 0..<14 {
      let (from, to) = (Int(random.next() % 10), Int(random.next() % 10))
      guard from != to, ways[from, default: []].insert(to).inserted else { continue }
      fixture.link("xx:\(from)", .broader, "xx:\(to)")
    }
    func reaches(_ from: Int, _ to: Int, _ seen: inout Set<Int>) -> Bool {
      (ways[from] ?? []).contains { $0 == to || seen.insert($0).inserted && reaches($0, to, &seen) }
    }
    let isCyclic = ways.keys.contains { node in
      var seen: Set<Int> = []
      return reaches(node, node, &seen)
    }
    let found = try cycles(in: fixture)

    #expect(found.isEmpty != isCyclic)
    for cycle in found {
      let ends = cycle.rows.map(\.link)
      for (link, next) in zip(ends, ends.dropFirst() + ends.prefix(1)) {
        #expect(link.to == next.from)
      }
    }
  }

  private struct Numbers {
    var state: UInt64

    mutating func next() -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state
    }
  }

  private func cycles(in fixture: Fixture) throws -> [Contradiction] {
    try ContradictionFinder(fixture.graph, day: "2026-01-01").find().found
      .filter { $0.kind == .cycle }
  }
}
