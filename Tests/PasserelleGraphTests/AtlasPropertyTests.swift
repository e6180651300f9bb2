import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// An atlas says of two frameworks what `compare` says of their levels, over any graph.
struct AtlasPropertyTests {
  private static let seeds = Array(1...24)
  private static let day: Day = "2024-06-30"

  @Test(arguments: seeds)
  func aCellIsWhatTheComparisonsOfAllLevelsComeTo(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let graph = draft.graph(draft.strict + draft.weak)
    let vantage = try Vantage(graph, day: Self.day)
    let atlas = try Self.atlas(from: vantage)
    for (row, one) in atlas.frameworks.enumerated() {
      for (column, other) in atlas.frameworks.enumerated() where row != column {
        let cell = try #require(atlas.cells[row][column])
        let expected = try ComparedReach(one.name, other.name, from: vantage).reach
        #expect(cell.reach == expected, "\(one.name) \(other.name)")
      }
    }
  }

  @Test(arguments: seeds)
  func onlyWhatIsStatedOneWayMakesAnAtlasUneven(seed: Int) throws {
    let draft = RandomLinks(seed: seed)
    let links = (draft.strict + draft.weak).filter { $0.relation != .declaredEquivalent }
    let atlas = try Self.atlas(from: Vantage(draft.graph(links), day: Self.day))
    for row in atlas.cells.indices {
      for column in atlas.cells.indices where row != column {
        #expect(atlas.cells[row][column]?.reach == atlas.cells[column][row]?.reach)
        #expect(atlas.cells[row][column]?.via == atlas.cells[column][row]?.via)
      }
    }
  }

  /// A property of atlases without links would prove nothing.
  @Test func theGraphsHaveCellsOfMostKinds() throws {
    var found: Set<Reach> = []
    for seed in Self.seeds {
      let draft = RandomLinks(seed: seed)
      for links in [draft.strict, draft.weak, draft.strict + draft.weak] {
        let atlas = try Self.atlas(from: Vantage(draft.graph(links), day: Self.day))
        found.formUnion(atlas.cells.joined().compactMap { $0?.reach })
      }
    }
    #expect(found.isSuperset(of: [.direct, .chained, .indication, .wholes, .none]))
  }

  private static func atlas(from vantage: Vantage) throws -> Atlas {
    try AtlasMaker(vantage).atlas(
      of: vantage.graph.frameworks().filter { $0.kind != .educationLevels })
  }
}

/// How two frameworks are linked, by comparing every level with every other one.
struct ComparedReach {
  let reach: Reach

  init(_ one: FrameworkName, _ other: FrameworkName, from vantage: Vantage) throws {
    let comparer = Comparer(vantage)
    let far = try vantage.levels(of: other)
    let comparisons = try vantage.levels(of: one).flatMap { level in
      try far.map { try comparer.compare([level, $0]) }
    }
    let kinds = Set(comparisons.map { Self.reach($0, one, other) })
    reach = Reach.allCases.first(where: kinds.contains) ?? .none
  }

  private static func reach(
    _ comparison: Comparison, _ one: FrameworkName, _ other: FrameworkName
  ) -> Reach {
    let direct = comparison.direct.map(\.link)
    let isDenied = direct.contains {
      [.notUsable: .notUsable, .noneAgreed: .noneAgreed][$0.relation] == comparison.finding
    }
    let isMapped = direct.contains {
      $0.from.code != nil && $0.to.code != nil
        && $0.relation.isMatch
    }
    let isReached = [Finding.sameReferenceLevel, .adjacent, .different]
      .contains(comparison.finding)
    let isOfAScale = comparison.reference.map { [one, other].contains($0) } ?? false
    if comparison.finding == .declaredEquivalent { return .direct }
    if isDenied { return .unsettled }
    if isMapped || (isReached && isOfAScale) { return .direct }
    if isReached { return .chained }
    let isPlaced = comparison.items.allSatisfy { item in
      switch item.placement?.status {
      case nil, .unknown, .comparedOnly, .null: false
      case .levels, .conflict, .notKnownThen: true
      }
    }
    if [.conflict, .ambiguous, .notKnownThen].contains(comparison.finding), isPlaced {
      return .unsettled
    }
    let isOfLevels = { (side: Indication.Side) in side.ends.contains { $0.code != nil } }
    let isCompared = direct.contains {
      $0.from.code != nil && $0.to.code != nil && $0.relation == .comparedTo
    }
    if isCompared || comparison.indications.contains(where: { $0.sides.allSatisfy(isOfLevels) }) {
      return .indication
    }
    return comparison.indications.isEmpty && direct.isEmpty ? .none : .wholes
  }
}
