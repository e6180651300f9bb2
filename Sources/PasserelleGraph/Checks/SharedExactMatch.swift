package import PasserelleModel

/// Two concepts of one framework are exact matches of the same thing: for each, the nearest other.
package struct SharedExactMatch: ContradictionCheck {
  package let relations: Set<Relation> = [.exactMatch]

  package func findings(in scope: CheckScope) throws -> [Contradiction] {
    let network = try scope.mappings()
    var found: [Contradiction] = []
    var seen: Set<[Identifier]> = []
    for start in network.nodes.indices {
      guard let steps = nearestSibling(of: Int32(start), in: network), let last = steps.last
      else { continue }
      let pair = [network.nodes[start], network.nodes[Int(last.target)]].sorted()
      guard seen.insert(pair).inserted else { continue }
      found.append(
        Contradiction(
          kind: .sharedExactMatch, concepts: pair,
          rows: steps.map { network.links[Int($0.link)] }))
    }
    return found
  }

  /// The exact matches that lead from a concept to the nearest other one of its framework.
  private func nearestSibling(
    of start: Int32, in network: LinkNetwork
  ) -> [LinkNetwork.Edge]? {
    let framework = network.nodes[Int(start)].framework
    var came: [Int32: (from: Int32, edge: LinkNetwork.Edge)] = [:]
    var open = [start]
    var next = 0
    while next < open.count {
      let node = open[next]
      next += 1
      for edge in network.edges(of: node)
      where edge.move == .exact && edge.target != start && came[edge.target] == nil {
        came[edge.target] = (node, edge)
        open.append(edge.target)
        guard network.nodes[Int(edge.target)].framework == framework else { continue }
        var steps: [LinkNetwork.Edge] = []
        var at = edge.target
        while at != start, let step = came[at] {
          steps.insert(step.edge, at: 0)
          at = step.from
        }
        return steps
      }
    }
    return nil
  }
}
