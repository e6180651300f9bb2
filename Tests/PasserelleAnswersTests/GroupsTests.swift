import PasserelleModel
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Reports by group: what may be shown, and what may not.
struct GroupsTests {
  private typealias Counts = GroupTally.Counts

  private static func tally(_ cases: [(String, Set<KnownThing>, Int)]) -> GroupTally {
    var tally = GroupTally(by: [GroupTally.Column("sex")])
    for (group, things, count) in cases {
      for _ in 0..<count { tally.add(GroupTally.Case(groups: [group], things: things)) }
    }
    return tally
  }

  private static func answer(
    _ cases: [(String, Set<KnownThing>, Int)], threshold: Int = 5
  ) -> GroupsAnswer {
    GroupsAnswer(
      tally(cases), failed: 0, asOf: "2026-11-25", graph: "0", threshold: threshold)
  }

  // MARK: - Bands

  @Test(arguments: [
    ("14", "<15"), ("15", "15–24"), ("24.5", "15–24"), ("64", "55–64"), ("65", "65+"),
    ("101", "65+"), ("", "none"), ("young", "none"),
  ])
  func anAgeIsInOneBand(age: String, band: String) {
    #expect((Bands.ages.band(of: age) ?? "none") == band)
  }

  @Test func bandsStartWhereTheyAreSaidTo() throws {
    let bands = try #require(Bands("18, 30,31"))
    #expect(["17", "18", "30", "31"].map { bands.band(of: $0) } == ["<18", "18–29", "30", "31+"])
    for text in ["", "30,18", "18,x", "18,18", "18,,30"] { #expect(Bands(text) == nil) }
  }

  // MARK: - Groups

  @Test func sharesHaveTheirCount() throws {
    let answer = Self.answer([
      ("f", [.referenceLevel], 10), ("f", [.nothing], 20), ("m", [.referenceLevel], 15),
      ("m", [.nothing], 30),
    ])
    let women = try #require(answer.by.first?.groups.first)

    #expect(women.name == "f" && women.cases == 30)
    #expect(women.shares.first?.count == 10 && women.shares.first?.percent == 33)
    #expect(answer.all.first?.count == 25)
    #expect(answer.all.allSatisfy { !$0.hidden })
  }

  @Test func aSmallGroupIsPutTogetherWithAnother() throws {
    let answer = Self.answer([
      ("f", [.nothing], 40), ("m", [.nothing], 20), ("x", [.nothing], 2), ("", [.nothing], 9),
    ])
    let groups = try #require(answer.by.first?.groups)

    #expect(groups.map(\.standing) == [.named, .named, .rest])
    #expect(groups.map(\.cases) == [40, 20, 11])
  }

  @Test func ofTooFewCasesNothingIsShown() {
    let answer = Self.answer([("f", [.nothing], 2), ("m", [.indication], 2)])

    #expect(answer.cases == nil && answer.all.isEmpty && answer.by.isEmpty)
    #expect(answer.caveatKeys.first == "groups.too-few")
  }

  @Test func oneSpellingOfAGroupIsAsGoodAsAnother() {
    let answer = Self.answer([("Female", [.nothing], 5), ("female", [.nothing], 5)])

    #expect(answer.by.first?.groups.map(\.name) == ["Female"])
  }

  @Test func groupsOfNumbersAreInTheOrderOfNumbers() {
    let answer = Self.answer(
      ["10", "9", "", "2", "other"].map { ($0, [.nothing], 5) })

    #expect(answer.by.first?.groups.map(\.name) == ["2", "9", "10", "other", nil])
  }

  // MARK: - Counts

  @Test func aSmallCountIsHiddenWithAnotherOfItsColumn() throws {
    let answer = Self.answer([
      ("a", [.agreement], 2), ("a", [.nothing], 28), ("b", [.agreement], 10),
      ("b", [.nothing], 20), ("c", [.agreement], 20), ("c", [.nothing], 30),
    ])
    let agreements = try #require(answer.by.first?.groups.map { $0.shares[2] })

    #expect(agreements.map(\.hidden) == [true, true, false])
    #expect(agreements[0].count == nil && agreements[0].percent == nil)
  }

  @Test func aSmallRemainderIsHiddenAsASmallCountIs() throws {
    let answer = Self.answer([
      ("a", [.referenceLevel], 28), ("a", [.nothing], 2), ("b", [.referenceLevel], 30),
      ("b", [.nothing], 30),
    ])

    #expect(answer.by.first?.groups.first?.shares.first?.hidden == true)
  }

  /// Who knows the rules looks for hidden counts: by the totals of columns, and within each row, for a
  /// case that has none of the things is counted as that.
  @Test(arguments: 1...400)
  func noHiddenCountCanBeWorkedOut(seed: Int) {
    var dice = Dice(seed: seed)
    let (threshold, size) = (
      Int.random(in: 3...6, using: &dice), Int.random(in: 1...30, using: &dice)
    )
    var groups = (0..<Int.random(in: 1...6, using: &dice)).map { _ in Counts() }
    for index in groups.indices {
      let likely = KnownThing.allCases.dropLast().filter { _ in Bool.random(using: &dice) }
      for _ in 0..<threshold + Int.random(in: 0...size, using: &dice) {
        let things = likely.filter { _ in Int.random(in: 0..<4, using: &dice) == 0 }
        groups[index].add(things.isEmpty ? [.nothing] : Set(things))
      }
    }
    let total = groups.reduce(Counts()) { $0 + $1 }
    let suppression = Suppression(threshold: threshold)
    let above = suppression.hidden(inTotal: total)
    let hidden = [above] + suppression.hidden(in: groups, under: above)
    let rows = [total] + groups
    let attack = Attack(rows, hidden)

    for (row, counts) in rows.enumerated() {
      for (column, count) in counts.having.enumerated() {
        let isSmall = [count, counts.cases - count].contains { $0 > 0 && $0 < threshold }
        let range = attack.ranges[row][column]
        #expect(!isSmall || range.low < range.high, "row \(row), column \(column)")
      }
    }
  }
}

/// What can be worked out of the counts that are shown: each hidden one is narrowed as far as sums allow.
private struct Attack {
  private(set) var ranges: [[(low: Int, high: Int)]]

  init(_ rows: [GroupTally.Counts], _ hidden: [[Bool]]) {
    ranges = zip(rows, hidden).map { row, hidden in
      zip(row.having, hidden).map { $1 ? (0, row.cases) : ($0, $0) }
    }
    for _ in 0..<50 {
      for (row, counts) in rows.enumerated() { narrow(row, counts.cases) }
      for column in ranges[0].indices { narrow(column) }
    }
  }

  /// A case has nothing, or one at least of the others.
  private mutating func narrow(_ row: Int, _ cases: Int) {
    let last = ranges[row].count - 1
    for index in ranges[row].indices {
      let others = (0..<last).filter { $0 != index }
      let most = others.map { ranges[row][$0].high }.reduce(0, +)
      let low = cases - most - (index == last ? 0 : ranges[row][last].high)
      let high =
        cases
        - (index == last ? others.map { ranges[row][$0].low }.max() ?? 0 : ranges[row][last].low)
      ranges[row][index].low = max(ranges[row][index].low, low)
      ranges[row][index].high = min(ranges[row][index].high, high)
    }
  }

  /// The groups of a column add up to its total.
  private mutating func narrow(_ column: Int) {
    let (ranges, groups) = (self.ranges, 1..<self.ranges.count)
    func sum(_ path: (Int) -> Int, without index: Int = -1) -> Int {
      groups.filter { $0 != index }.map(path).reduce(0, +)
    }
    let (low, high) = ({ ranges[$0][column].low }, { ranges[$0][column].high })
    let total = (max(low(0), sum(low)), min(high(0), sum(high)))
    var narrowed = ranges
    narrowed[0][column] = total
    for index in groups {
      narrowed[index][column].low = max(low(index), total.0 - sum(high, without: index))
      narrowed[index][column].high = min(high(index), total.1 - sum(low, without: index))
    }
    self.ranges = narrowed
  }
}
