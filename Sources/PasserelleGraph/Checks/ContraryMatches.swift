internal import PasserelleModel

/// Two concepts match each other in ways that exclude each other.
package struct ContraryMatches: ContradictionCheck {
  /// Matches of one pair that exclude each other.
  private static let contrary: [(Move, Move)] =
    [
      (.exact, .broad), (.exact, .narrow), (.exact, .overlap), (.broad, .narrow),
      (.broad, .overlap), (.narrow, .overlap),
    ]
    + [.exact, .broad, .narrow, .close, .overlap, .related].map { (Move.disjoint, $0) }

  package func findings(in scope: CheckScope) throws -> [Contradiction] {
    let network = try scope.mappings()
    var found: [Contradiction] = []
    for start in network.nodes.indices {
      let edges = network.edges(of: Int32(start)).filter { $0.target > start }
      for (target, edges) in Dictionary(grouping: edges, by: \.target)
        .sorted(by: { $0.key < $1.key }) where edges.count > 1
      {
        guard let pair = Self.contraries(among: edges) else { continue }
        found.append(
          Contradiction(
            kind: .contraryMatches,
            concepts: [network.nodes[start], network.nodes[Int(target)]],
            rows: pair.map { network.links[Int($0.link)] }))
      }
    }
    return found
  }

  private static func contraries(among edges: [LinkNetwork.Edge]) -> [LinkNetwork.Edge]? {
    contrary.lazy.compactMap { one, other in
      edges.first { $0.move == one }.flatMap { first in
        edges.first { $0.move == other }.map { [first, $0] }
      }
    }.first
  }
}
