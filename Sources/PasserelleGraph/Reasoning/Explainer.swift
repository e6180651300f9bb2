internal import PasserelleModel

/// Explains how two concepts stand to each other: all chains between them, and why not more.
package struct Explainer {
  private let graph: any GraphReading
  private let comparer: Comparer
  private let placer: Placer
  private let day: Day
  private let maxSteps: Int

  /// How many chains are looked at before a search gives up, and says so.
  static let limit = 1_000_000

  package init(_ vantage: Vantage, maxSteps: Int = 6) {
    self.maxSteps = maxSteps
    graph = vantage.graph
    day = vantage.day
    placer = vantage.placer
    comparer = Comparer(vantage)
  }

  package func explain(_ from: ConceptRecord, _ to: ConceptRecord) throws -> Explanation {
    var neighbourhood = Neighbourhood(graph, placer: placer)
    try neighbourhood.add(between: from.id, and: to.id, maxSteps: maxSteps)
    let network = LinkNetwork(neighbourhood.links)
    let (chains, isComplete) = chains(in: network, from: from.id, to: to.id)
    let ranked = try chains.map(ranked).sorted { $0.precedes($1) }
    let kept = Self.withoutSuperfluous(ranked)
    return Explanation(
      comparison: try comparer.compare([from, to]), from: from, to: to, chains: kept,
      superfluous: ranked.count - kept.count, isComplete: isComplete, maxSteps: maxSteps,
      hubs: try comparer.hubs(from, to),
      failed: ranked.isEmpty
        ? FailedChainSearch(network, maxSteps: maxSteps).nearest(from: from.id, to: to.id) : nil,
      denied: denied(in: neighbourhood.links, from: from.id, to: to.id, but: chains),
      supports: Self.supports(of: ranked))
  }

  private func chains(
    in network: LinkNetwork, from: Identifier, to: Identifier
  ) -> ([Chain], isComplete: Bool) {
    let list = ChainSearch(network, maxSteps: maxSteps).chains(
      from: from, to: to, limit: Self.limit)
    return (list.chains, list.isComplete)
  }

  private func ranked(_ chain: Chain) throws -> RankedChain {
    let expired = try chain.links.count { record in
      try [record.link.from, record.link.to].contains { end in
        try graph.framework(end.framework).map { !$0.validity.contains(day) } ?? false
      }
    }
    var alternatives: [LinkRecord] = []
    for step in chain.steps {
      for other in try self.alternatives(to: step) where !alternatives.contains(other) {
        alternatives.append(other)
      }
    }
    return RankedChain(chain, alternatives: alternatives, expired: expired)
  }

  /// What else is said of the place that a step of levels leaves or reaches: another level, or none.
  private func alternatives(to step: Chain.Step) throws -> [LinkRecord] {
    let link = step.link.link
    let others: [LinkRecord] =
      switch link.relation {
      case .referencedTo:
        try graph.links(from: link.from).filter { other in
          (other.link.relation == .referencedTo || other.link.relation.isNull)
            && other.link.to.framework == link.to.framework
        }
      case .atLevel: try graph.links(from: link.from).filter { $0.link.relation == .atLevel }
      case .supersedes: try graph.links(to: link.to).filter { $0.link.relation == .supersedes }
      default: []
      }
    return placer.valid(others).filter { $0.link.from != link.from || $0.link.to != link.to }
  }

  /// The chains without those that come to the same as a better one, and are better in nothing.
  private static func withoutSuperfluous(_ ranked: [RankedChain]) -> [RankedChain] {
    var kept: [RankedChain] = []
    for chain in ranked where !kept.contains(where: { $0.makesSuperfluous(chain) }) {
      kept.append(chain)
    }
    return kept
  }

  /// The chains that there would be if nothing were denied.
  private func denied(
    in links: Set<LinkRecord>, from: Identifier, to: Identifier, but chains: [Chain]
  ) -> [Explanation.DeniedChain] {
    let denials = links.filter { $0.link.relation.isNegative }
    guard !denials.isEmpty else { return [] }
    let allowed = Set(chains)
    let network = LinkNetwork(links.subtracting(denials))
    return self.chains(in: network, from: from, to: to).0.filter { !allowed.contains($0) }
      .compactMap { chain in
        chain.denial(among: denials).map { Explanation.DeniedChain(chain: chain, denial: $0) }
      }
  }

  /// The fewest statements without which the best conclusion would not be reached any more: those
  /// that every chain to it needs one of.
  ///
  /// Where single statements do, each of them; of larger sets, the first by their text. Where more
  /// than three would have to fall at once, none is given.
  static func supports(of ranked: [RankedChain]) -> [[LinkRecord]] {
    guard let best = ranked.first?.conclusion else { return [] }
    let chains = ranked.filter { $0.conclusion == best }.map { Set($0.chain.links) }
    let links = Array(Set(chains.flatMap { $0 })).sorted { $0.sortKey < $1.sortKey }
    for size in 1...3 {
      var found: [[LinkRecord]] = []
      combinations(of: links, size: size) { set in
        guard chains.allSatisfy({ chain in set.contains { chain.contains($0) } }) else {
          return false
        }
        found.append(set)
        return size > 1
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Calls the body with each set of so many links, until it has enough.
  @discardableResult
  private static func combinations(
    of links: [LinkRecord], size: Int, from first: Int = 0, with set: [LinkRecord] = [],
    _ body: ([LinkRecord]) -> Bool
  ) -> Bool {
    guard set.count < size else { return body(set) }
    for index in links.indices.dropFirst(first)
    where combinations(of: links, size: size, from: index + 1, with: set + [links[index]], body) {
      return true
    }
    return false
  }
}

extension Chain {
  /// A denial that speaks against a part of the chain.
  fileprivate func denial(among denials: Set<LinkRecord>) -> LinkRecord? {
    for first in steps.indices {
      var conclusion: Conclusion?
      for step in steps[first...] {
        guard let (result, _) = ChainRules.extend(conclusion, by: step.move) else { break }
        conclusion = result
        let denial = denials.filter { record in
          let link = record.link
          let isAlong = link.from == steps[first].from && link.to == step.to
          let isAgainst = link.to == steps[first].from && link.from == step.to
          return (isAlong && result.isDenied(by: link.relation))
            || (isAgainst && link.relation.inverse.map(result.isDenied) == true)
        }.min { $0.sortKey < $1.sortKey }
        if let denial { return denial }
      }
    }
    return nil
  }
}
