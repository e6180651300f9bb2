internal import PasserelleModel

/// Finds what a concept corresponds to by way of several tables, or of a table and a hierarchy.
struct ChainedMappings {
  private let graph: any GraphReading
  private let placer: Placer

  /// How many links a chain may have: enough for a group, its units, and two tables.
  private static let maxSteps = 4
  /// How many chains are looked at.
  private static let limit = 100_000

  init(_ graph: any GraphReading, placer: Placer) {
    self.graph = graph
    self.placer = placer
  }

  /// The best chain to each concept of the targets that no table leads to at once.
  ///
  /// A chain ends where it first meets a target: what is wider or finer there, the hierarchy shows.
  /// Where tables alone lead there, chains by way of the hierarchy are left out.
  func find(
    from id: Identifier, into targets: Set<FrameworkName>, but known: Set<Identifier>
  ) throws -> [Correspondents.Mapping] {
    guard !targets.contains(id.framework), try mayBeMapped(id) else { return [] }
    var neighbourhood = Neighbourhood(graph, placer: placer)
    try neighbourhood.addMappings(around: [id], steps: Self.maxSteps)
    let moves: [Move] = [.exact, .close, .broad, .narrow, .overlap, .related, .wider, .finer]
    let search = ChainSearch(
      LinkNetwork(neighbourhood.links), maxSteps: Self.maxSteps, moves: moves)
    let chains = search.chains(from: id, limit: Self.limit).chains
      .filter { chain in
        chain.steps.count > 1
          && chain.path.dropLast().allSatisfy { !targets.contains($0.framework) }
          && (chain.path.last.map { targets.contains($0.framework) && !known.contains($0) } ?? false)
      }
      .map { RankedChain($0, alternatives: [], expired: 0) }
    let byTables = chains.filter { $0.derived == 0 }
    // A part of the question that a table leads on from says more than the whole of it.
    let chosen = known.isEmpty && byTables.isEmpty ? chains : byTables
    return try best(of: chosen).compactMap(mapping)
  }

  /// Whether a table or a hierarchy leads on from a concept: around most levels nothing is looked for.
  private func mayBeMapped(_ id: Identifier) throws -> Bool {
    try (graph.links(from: id) + graph.links(to: id)).contains { record in
      record.link.relation.isMatch || record.link.relation == .broader
    }
  }

  private func best(of chains: [RankedChain]) -> [RankedChain] {
    var best: [Identifier: RankedChain] = [:]
    for chain in chains {
      guard let end = chain.chain.path.last else { continue }
      if let known = best[end], known.precedes(chain) { continue }
      best[end] = chain
    }
    return best.values.sorted { $0.precedes($1) }
  }

  private func mapping(_ ranked: RankedChain) throws -> Correspondents.Mapping? {
    guard let id = ranked.chain.path.last, let relation = ranked.conclusion.relation else {
      return nil
    }
    var cardinality = Correspondents.Cardinality(hasSeveralHere: false, hasSeveralThere: false)
    for step in ranked.chain.steps {
      switch step.move {
      case .wider: cardinality.hasSeveralHere = true
      case .finer: cardinality.hasSeveralThere = true
      default:
        let own = try Correspondents.Cardinality(
          of: step.link, isAgainst: step.isAgainst, in: graph, placer: placer)
        cardinality.hasSeveralHere = cardinality.hasSeveralHere || own.hasSeveralHere
        cardinality.hasSeveralThere = cardinality.hasSeveralThere || own.hasSeveralThere
      }
    }
    return Correspondents.Mapping(
      record: try graph.concept(id), id: id, relation: relation, links: ranked.chain.links,
      cardinality: cardinality)
  }
}
