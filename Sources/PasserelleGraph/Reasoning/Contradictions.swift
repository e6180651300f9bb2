package import PasserelleModel

/// Statements that cannot all hold, with the fewest of them that show it.
package struct Contradiction: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// Two concepts of one framework are exact matches of the same thing.
    case sharedExactMatch = "shared-exact-match"
    /// Two concepts match each other in ways that exclude each other.
    case contraryMatches = "contrary-matches"
    /// A chain of mappings comes to what a source denies.
    case deniedChain = "denied-chain"
    /// A level stands above another and is referenced below it.
    case levelInversion = "level-inversion"
    /// Sources name different reference levels for one level, or a level and none.
    case sourcesDisagree = "sources-disagree"
    /// A qualification claims another reference level than its level has.
    case againstReferencing = "against-referencing"
  }

  package var kind: Kind
  /// The concepts that it is about.
  package var concepts: [Identifier]
  /// The statements.
  package var rows: [LinkRecord]

  /// What is wrong, in a sentence.
  package var words: String {
    let names = concepts.map(\.description).joined(separator: " and ")
    return switch kind {
    case .sharedExactMatch: "\(names) are two, and would be exact matches of each other"
    case .contraryMatches: "\(names) match in ways that exclude each other"
    case .deniedChain: "a chain between \(names) comes to what a source denies"
    case .levelInversion: "\(names) are referenced against their order"
    case .sourcesDisagree: "the sources disagree on \(names)"
    case .againstReferencing: "\(names) claims another reference level than its level has"
    }
  }
}

/// Contradictions, and whether these are all.
package struct Contradictions: Sendable {
  package var found: [Contradiction]
  package var isComplete: Bool
}

/// Finds what contradicts itself in a graph, valid on a day.
package struct ContradictionFinder {
  private let graph: any GraphReading
  private let placer: Placer
  /// How many are listed at most.
  private let limit: Int
  private let network: LinkNetwork
  private let links: [LinkRecord]
  private let concerns: (LinkRecord) -> Bool

  /// Prepares to look at a whole graph; only what some statements have a part in is found.
  package init(
    _ graph: any GraphReading, day: Day, limit: Int = 1_000,
    among concerns: @escaping (LinkRecord) -> Bool = { _ in true }
  ) throws {
    self.graph = graph
    self.limit = limit
    self.concerns = concerns
    placer = try Placer(graph, day: day)
    links = placer.valid(try graph.links())
    network = LinkNetwork(links)
  }

  package func find() throws -> Contradictions {
    var all = sharedExactMatches() + contraryMatches() + deniedChains()
    all += try levelInversions() + disagreements()
    all.removeAll { !$0.rows.contains(where: concerns) }
    return Contradictions(found: Array(all.prefix(limit)), isComplete: all.count <= limit)
  }

  // MARK: - Mappings

  /// Two concepts of one framework that exact matches lead between: for each, the nearest other.
  private func sharedExactMatches() -> [Contradiction] {
    var found: [Contradiction] = []
    var seen: Set<[Identifier]> = []
    for start in network.nodes.indices {
      guard let steps = nearestSibling(of: Int32(start)), let last = steps.last else { continue }
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
  private func nearestSibling(of start: Int32) -> [LinkNetwork.Edge]? {
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

  /// Matches of one pair that exclude each other.
  private static let contrary: [(Move, Move)] =
    [
      (.exact, .broad), (.exact, .narrow), (.exact, .overlap), (.broad, .narrow),
      (.broad, .overlap), (.narrow, .overlap), (.wider, .finer),
    ]
    + [.exact, .broad, .narrow, .close, .overlap, .related].map { (Move.disjoint, $0) }

  private func contraryMatches() -> [Contradiction] {
    var found: [Contradiction] = []
    for start in network.nodes.indices {
      let edges = network.edges(of: Int32(start)).filter { $0.target > start }
      for (target, edges) in Dictionary(grouping: edges, by: \.target)
        .sorted(by: { $0.key < $1.key }) where edges.count > 1
      {
        let pair = Self.contrary.lazy.compactMap { one, other in
          edges.first { $0.move == one }.flatMap { first in
            edges.first { $0.move == other }.map { [first, $0] }
          }
        }.first
        guard let pair else { continue }
        found.append(
          Contradiction(
            kind: .contraryMatches,
            concepts: [network.nodes[start], network.nodes[Int(target)]],
            rows: pair.map { network.links[Int($0.link)] }))
      }
    }
    return found
  }

  /// For each denial, the shortest chain that comes to what it denies.
  private func deniedChains() -> [Contradiction] {
    let denials = links.filter { $0.link.relation.isNegative }
    guard !denials.isEmpty else { return [] }
    let search = ChainSearch(
      LinkNetwork(links.filter { !$0.link.relation.isNegative }), maxSteps: 4)
    return denials.compactMap { denial in
      let chains = search.chains(from: denial.link.from, to: denial.link.to, limit: 100_000)
      let shortest = chains.entries.filter { $0.conclusion.isDenied(by: denial.link.relation) }
        .min { $0.length < $1.length }
      return shortest.map { entry in
        Contradiction(
          kind: .deniedChain, concepts: [denial.link.from, denial.link.to],
          rows: chains.chain(entry).links + [denial])
      }
    }
  }

  // MARK: - Levels

  /// Levels of one framework that one source references against their order: each with the highest
  /// below it.
  private func levelInversions() throws -> [Contradiction] {
    var tables: [Table: [LinkRecord]] = [:]
    for record in links where record.link.relation == .referencedTo {
      let table = Table(
        framework: record.link.from.framework, reference: record.link.to.framework,
        source: record.evidence.document?.key)
      tables[table, default: []].append(record)
    }
    var found: [Contradiction] = []
    for (_, rows) in tables.sorted(by: { $0.key.text < $1.key.text }) {
      var highest: (order: Int, row: LinkRecord)?
      for (place, row) in try ordered(rows) {
        if let highest, place.reference < highest.order,
          highest.row.link.from != row.link.from
        {
          found.append(
            Contradiction(
              kind: .levelInversion, concepts: [highest.row.link.from, row.link.from],
              rows: [highest.row, row]))
        }
        if place.reference > highest?.order ?? -1 { highest = (place.reference, row) }
      }
    }
    return found
  }

  private struct Table: Hashable {
    var framework: FrameworkName
    var reference: FrameworkName
    var source: String?
    var text: String { "\(framework)\u{1}\(reference)\u{1}\(source ?? "")" }
  }

  /// The rows of levels with the places of both ends, in the order of the levels.
  private func ordered(
    _ rows: [LinkRecord]
  ) throws -> [(place: (own: Int, reference: Int), row: LinkRecord)] {
    try rows.compactMap { row in
      guard let own = try graph.concept(row.link.from), own.concept.kind == .level,
        let reference = try graph.concept(row.link.to)
      else { return nil }
      return ((own.order, reference.order), row)
    }
    .sorted { ($0.place.own, $0.place.reference) < ($1.place.own, $1.place.reference) }
  }

  /// Levels and qualifications on which sources disagree.
  private func disagreements() throws -> [Contradiction] {
    let placed = Set(
      links.filter { $0.link.relation == .referencedTo || $0.link.relation.isNull }
        .map(\.link.from)
    ).sorted { $0.description < $1.description }
    return try placed.flatMap { id -> [Contradiction] in
      guard let record = try graph.concept(id) else { return [] }
      let levels = try placer.levels(of: record).map(\.level)
      return try placer.placements(of: record, at: levels)
        .filter { $0.status == .conflict }.map { placement in
          Contradiction(
            kind: record.concept.kind == .qualification ? .againstReferencing : .sourcesDisagree,
            concepts: [id], rows: placement.links)
        }
    }
  }
}
