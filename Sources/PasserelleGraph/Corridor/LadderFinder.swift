package import PasserelleModel

/// Finds the reference frameworks on whose scales levels of two sides are read.
package struct LadderFinder {
  private let vantage: Vantage
  private var graph: any GraphReading { vantage.graph }

  package init(_ vantage: Vantage) {
    self.vantage = vantage
  }

  /// Puts the levels of two frameworks on the scales that both reach.
  ///
  /// - Parameters:
  ///   - origin: The first framework.
  ///   - destination: The second framework.
  ///   - most: How many levels a framework may have: a long classification is not a ladder.
  /// - Returns: The ladders, that which most levels reach first; none if one of the two has no levels.
  /// - Throws: Errors of the graph.
  package func ladders(
    from origin: FrameworkName, to destination: FrameworkName, most: Int = 40
  ) throws -> [Ladder] {
    let (from, to) = (
      try graph.concepts(of: origin, kind: .level),
      try graph.concepts(of: destination, kind: .level)
    )
    guard (1...most).contains(from.count), (1...most).contains(to.count) else { return [] }
    return try ladders(from: from, to: to)
  }

  /// Puts levels on the scales that both sides reach; if there are none, on those that most levels of
  /// each side reach.
  ///
  /// - Parameters:
  ///   - from: The levels of the first side, lowest first.
  ///   - to: The levels of the second side.
  /// - Returns: The ladders, that which most levels reach first.
  /// - Throws: Errors of the graph.
  func ladders(from: [ConceptRecord], to: [ConceptRecord]) throws -> [Ladder] {
    let (first, second) = (try placed(from), try placed(to))
    let references = Set(
      (first + second).flatMap(\.placements).filter { !$0.status.levels.isEmpty }.map(\.reference))
    let ladders = try references.sorted { $0.description < $1.description }.map { reference in
      Ladder(
        reference, scale: try graph.concepts(of: reference, kind: .level), from: first, to: second)
    }
    func reach(_ sides: KeyPath<Ladder.Row, [Ladder.Rung]>...) -> (Ladder) -> Int {
      { ladder in ladder.rows.flatMap { row in sides.flatMap { row[keyPath: $0] } }.count }
    }
    let shared = ladders.filter(\.isShared)
    guard shared.isEmpty else {
      let both = reach(\.from, \.to)
      return shared.sorted { both($0) > both($1) }
    }
    let most = [reach(\.from), reach(\.to)].compactMap { reach in
      ladders.filter { reach($0) > 0 }.max { reach($0) < reach($1) }?.reference
    }
    return ladders.filter { most.contains($0.reference) }
  }

  private func placed(
    _ levels: [ConceptRecord]
  ) throws -> [(record: ConceptRecord, placements: [Placement])] {
    try levels.map { ($0, try vantage.placer.placements(of: $0.id)) }
  }
}
