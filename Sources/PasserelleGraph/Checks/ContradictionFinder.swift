package import PasserelleModel

/// Contradictions, and whether these are all.
package struct Contradictions: Sendable {
  package var found: [Contradiction]
  package var isComplete: Bool
}

/// Finds what contradicts itself in a graph, valid on a day.
package struct ContradictionFinder {
  private let scope: CheckScope
  /// How many are listed at most.
  private let limit: Int
  private let concerns: (LinkRecord) -> Bool

  /// Prepares to look at a whole graph; only what some statements have a part in is found.
  package init(
    _ graph: any GraphReading, day: Day, limit: Int = 1_000,
    among concerns: @escaping (LinkRecord) -> Bool = { _ in true }
  ) throws {
    scope = CheckScope(try Vantage(graph, day: day))
    self.limit = limit
    self.concerns = concerns
  }

  package func find() throws -> Contradictions {
    let all = try Checks.contradictions(in: scope).filter { $0.rows.contains(where: concerns) }
    return Contradictions(found: Array(all.prefix(limit)), isComplete: all.count <= limit)
  }
}
