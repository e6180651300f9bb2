import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// Whatever is derived for a group must hold for the things that the concepts stand for.
///
/// Each concept stands for a set of things, and the statements say only what is true of the sets: so no
/// answer may say anything that is not.
struct TieModelTests {
  private struct Model {
    var fixture = Fixture()
    var sets: [Identifier: Set<Int>] = [:]
    var questions: [Identifier] = []

    /// Three classifications, each of groups with parts, and tables between them.
    init(seed: Int) throws {
      var dice = Dice(seed: seed)
      for name in ["aa", "bb", "cc"] {
        let codes = (0...3).flatMap { group in ["\(group)"] + (0...2).map { "\(group)\($0)" } }
        fixture.framework(name, kind: .occupations, levels: codes)
        for code in codes where code.count == 1 {
          let group = try Self.id(name, code)
          sets[group] = Self.things(among: 0..<14, &dice)
          for part in try codes.filter({ $0.count == 2 && $0.hasPrefix(code) }).map({
            try Self.id(name, $0)
          }) {
            sets[part] = Self.things(among: Array(sets[group] ?? []).sorted(), &dice)
            fixture.link("\(part)", .broader, "\(group)")
          }
        }
      }
      let ids = sets.keys.sorted { "\($0)" < "\($1)" }
      questions = ids.filter { $0.framework.series == "aa" }
      for one in ids {
        for other in ids where one.framework.series < other.framework.series {
          guard Int.random(in: 0..<5, using: &dice) == 0, let relation = relation(one, other) else {
            continue
          }
          fixture.link("\(one)", relation, "\(other)")
        }
      }
    }

    private static func id(_ name: String, _ code: String) throws -> Identifier {
      try #require(Identifier("\(name):\(code)"))
    }

    private static func things(among all: some Collection<Int>, _ dice: inout Dice) -> Set<Int> {
      let most = max(1, min(all.count, 6))
      return Set(all.shuffled(using: &dice).prefix(Int.random(in: 1...most, using: &dice)))
    }

    /// What is true of two sets that have something in common.
    private func relation(_ one: Identifier, _ other: Identifier) -> Relation? {
      guard let one = sets[one], let other = sets[other], !one.isDisjoint(with: other) else {
        return nil
      }
      if one == other { return .exactMatch }
      if one.isSubset(of: other) { return .broadMatch }
      return one.isSuperset(of: other) ? .narrowMatch : .overlaps
    }

    /// Whether a tie between two concepts is true.
    func holds(_ tie: Tie, _ one: Identifier, _ other: Identifier) -> Bool {
      guard let mine = sets[one], let its = sets[other] else { return false }
      return switch tie {
      case .match(.exactMatch): mine == its
      case .match(.broadMatch): mine.isSubset(of: its)
      case .match(.narrowMatch): mine.isSuperset(of: its)
      case .match(.overlaps): relation(one, other) == .overlaps
      case .partInCommon: !mine.isDisjoint(with: its)
      case .undetermined: true
      case .match: false
      }
    }
  }

  @Test(arguments: 1...40)
  func everyTieHolds(seed: Int) throws {
    let model = try Model(seed: seed)
    var count = 0
    for question in model.questions {
      let record = try #require(model.fixture.graph.concept(question))
      for target in ["bb", "cc"] {
        let found = try CorrespondentFinder(model.fixture.vantage())
          .find(record, in: model.fixture.resolver().frameworks(target))
        for row in found.derived.found {
          count += 1
          #expect(model.holds(row.tie, question, row.id), "\(question) \(row.tie) \(row.id)")
          for route in row.routes {
            #expect(model.holds(route.tie, route.id, row.id), "\(route.id) \(route.tie) \(row.id)")
          }
        }
      }
    }
    #expect(count > 20)
  }

  /// Every link of a part into the target is on the list of its group, or is the group's own.
  @Test(arguments: 1...40)
  func noPartIsForgotten(seed: Int) throws {
    let model = try Model(seed: seed)
    for question in model.questions where question.code?.description.count == 1 {
      let record = try #require(model.fixture.graph.concept(question))
      let found = try CorrespondentFinder(model.fixture.vantage())
        .find(record, in: model.fixture.resolver().frameworks("bb"))
      let own = Set(found.mappings.map(\.id))
      for part in model.questions where "\(part)".hasPrefix("\(question)") && part != question {
        for link in model.fixture.graph.links(from: part) where link.link.relation.isMatch {
          guard link.link.to.framework.series == "bb", !own.contains(link.link.to) else { continue }
          let row = found.derived.found.first { $0.id == link.link.to }
          #expect(row?.routes.contains { $0.id == part } == true, "\(part) \(link.link.to)")
        }
      }
    }
  }
}
