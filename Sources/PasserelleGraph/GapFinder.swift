internal import PasserelleModel

/// Finds what is covered and what is missing between two qualifications or occupations.
package struct GapFinder {
  private let graph: any GraphReading
  private let placer: Placer
  private let day: Day
  private let memory = Memory()
  /// How many links may lead from a competence that is offered to one that is asked for.
  private static let maxSteps = 3

  package init(_ vantage: Vantage) {
    graph = vantage.graph
    day = vantage.day
    placer = vantage.placer
  }

  package func find(from: ConceptRecord, to: ConceptRecord) throws -> Gap {
    try gap(of: competences(of: from.id), from: from, to: to)
  }

  /// Finds what is open of a thing where some competences are there, each by a statement.
  package func find(of supplies: [LinkRecord], for to: ConceptRecord) throws -> Gap {
    try gap(of: placer.valid(supplies), from: nil, to: to)
  }

  private func gap(
    of supplies: [LinkRecord], from: ConceptRecord?, to: ConceptRecord
  ) throws -> Gap {
    let demands = try competences(of: to.id)
    let search = try supplies.isEmpty ? nil : search(around: demands, of: to.id)
    var needs: [Gap.Need] = []
    for demand in demands {
      guard let record = try graph.concept(demand.link.to) else { continue }
      needs.append(need(for: demand, record, among: supplies, search))
    }
    needs.sort { one, other in
      (one.isEssential ? 0 : 1, one.record.id.description)
        < (other.isEssential ? 0 : 1, other.record.id.description)
    }
    return Gap(from: from, to: to, needs: needs, offered: supplies.count, day: day)
  }

  /// The statements that name the competences of a qualification or an occupation, each competence
  /// once: those of the occupations that a qualification prepares for are not its own.
  private func competences(of id: Identifier) throws -> [LinkRecord] {
    var seen: Set<Identifier> = []
    return placer.valid(try graph.links(from: id))
      .filter { [.attests, .requiresEssential, .requiresOptional].contains($0.link.relation) }
      .filter { seen.insert($0.link.to).inserted }
  }

  private static let moves: [Move] = [
    .exact, .close, .broad, .narrow, .overlap, .wider, .finer, .disjoint,
  ]

  /// The search among what lies around the demands of a thing, which is the same whatever is offered.
  private func search(around demands: [LinkRecord], of id: Identifier) throws -> ChainSearch {
    if let known = memory.searches[id] { return known }
    var neighbourhood = Neighbourhood(graph, placer: placer)
    try neighbourhood.addMappings(around: demands.map(\.link.to), steps: Self.maxSteps)
    let search = ChainSearch(
      LinkNetwork(neighbourhood.links), maxSteps: Self.maxSteps, moves: Self.moves)
    memory.searches[id] = search
    return search
  }

  private final class Memory {
    var searches: [Identifier: ChainSearch] = [:]
  }

  private func need(
    for demand: LinkRecord, _ record: ConceptRecord, among supplies: [LinkRecord],
    _ search: ChainSearch?
  ) -> Gap.Need {
    var need = Gap.Need(
      record: record, isEssential: demand.link.relation != .requiresOptional,
      coverage: supplies.isEmpty ? .unknown : .missing, demand: demand, supply: nil, chain: nil)
    if let same = supplies.first(where: { $0.link.to == record.id }) {
      (need.coverage, need.supply) = (.covered, same)
      return need
    }
    guard let search else { return need }
    let chains = supplies.flatMap { supply in
      search.chains(from: supply.link.to, to: record.id, limit: 10_000).chains
        .filter { $0.conclusion != .disjointFrom }
        .map { (supply: supply, ranked: RankedChain($0, alternatives: [], expired: 0)) }
    }
    guard let best = chains.min(by: { $0.ranked.precedes($1.ranked) }) else { return need }
    need.coverage = best.ranked.conclusion == .exactMatch ? .covered : .partly
    (need.supply, need.chain) = (best.supply, best.ranked.chain)
    return need
  }
}
