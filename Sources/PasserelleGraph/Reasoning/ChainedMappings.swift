internal import PasserelleModel

/// Finds what a concept corresponds to by way of its parts, of a wider group, or of several tables.
struct ChainedMappings {
  private let graph: any GraphReading
  private let placer: Placer

  init(_ graph: any GraphReading, placer: Placer) {
    self.graph = graph
    self.placer = placer
  }

  /// What no link of the concept itself leads to.
  ///
  /// The answer of a group is the sum of its parts'. What only a wider group has a row for, or only a
  /// hierarchy between two tables leads to, is listed where nothing nearer is found, and counted
  /// otherwise. A way ends where it first meets a target: what is below it there, the hierarchy shows.
  func find(
    from id: Identifier, into targets: Set<FrameworkName>, but known: Set<Identifier>
  ) throws -> Correspondents.Derivation {
    guard !targets.contains(id.framework) else { return Correspondents.Derivation() }
    let walk = try MappingWalk(graph, placer: placer, from: id, into: targets)
    let arrivals = walk.arrivals.filter { !known.contains($0.place) }
    let near = arrivals.filter { isNear($0, in: walk) }
    let shown = known.isEmpty && near.isEmpty ? arrivals : near
    var derivation = Correspondents.Derivation()
    let places = Set(shown.map(\.place))
    derivation.found = try rows(for: shown, in: walk)
    derivation.parts = parts(of: walk, for: shown)
    derivation.leftOut = Set(arrivals.map(\.place)).subtracting(places).count
    derivation.denied = walk.denied.subtracting(known).subtracting(arrivals.map(\.place)).count
    derivation.isComplete = walk.isComplete
    return derivation
  }

  /// Whether the concept's own tables lead there, or one table from a part of it.
  private func isNear(_ arrival: MappingWalk.Arrival, in walk: MappingWalk) -> Bool {
    let way = walk.ways[arrival.before]
    switch way.side {
    case .itself:
      let steps = walk.path(to: arrival.before).compactMap(\.step) + [arrival.step]
      return !steps.contains(where: \.isHierarchy) && arrival.tie != .undetermined
    case .parts: return way.tables == 0 && !arrival.step.isHierarchy
    case .wider: return false
    }
  }

  // MARK: - Rows

  private func rows(
    for arrivals: [MappingWalk.Arrival], in walk: MappingWalk
  ) throws -> [Correspondents.Derived] {
    let ways = arrivals.map { DerivedWay($0, in: walk) }
    let byPlace = Dictionary(grouping: ways, by: \.place)
    let counts = Dictionary(grouping: byPlace.keys, by: \.framework).mapValues(\.count)
    // A part leads to several places, and is read once.
    let anchors = try Set(ways.map(\.anchor)).reduce(into: [:]) { known, id in
      known[id] = try graph.concept(id)
    }
    var fans = try Fans(of: ways, in: walk, graph, placer)
    let rows = try byPlace.map { place, ways in
      // All ways of a group are there, and the first is no less than the others.
      let best = ways.min { $0.precedes($1) } ?? ways[0]
      return Correspondents.Derived(
        record: try graph.concept(place), id: place, tie: best.tie, links: best.links,
        cardinality: Correspondents.Cardinality(
          hasSeveralHere: try fans.hasSeveralHere(best),
          hasSeveralThere: try counts[place.framework, default: 0] > 1
            || fans.hasSeveralThere(best)),
        routes: Self.routes(of: ways, anchors))
    }
    return rows.sorted { one, other in
      let (own, its) = (one.id.framework.description, other.id.framework.description)
      return (one.tie.rank, own, one.record?.order ?? 0, one.id.description)
        < (other.tie.rank, its, other.record?.order ?? 0, other.id.description)
    }
  }

  /// The parts or wider groups that lead to a place, each by its best way.
  private static func routes(
    of ways: [DerivedWay], _ records: [Identifier: ConceptRecord]
  ) -> [Correspondents.Route] {
    let byAnchor = Dictionary(grouping: ways.filter { $0.side != .itself }, by: \.anchor)
    return byAnchor.compactMap { anchor, ways in
      ways.min { $0.precedes($1) }.map { best in
        Correspondents.Route(
          record: records[anchor], id: anchor, tie: best.ownTie, links: best.ownLinks)
      }
    }.sorted {
      ($0.record?.order ?? 0, $0.id.description) < ($1.record?.order ?? 0, $1.id.description)
    }
  }

  // MARK: - Parts

  /// The finest parts of the question in its own framework: a part is linked where it, or a group
  /// between it and the question, leads somewhere.
  private func parts(
    of walk: MappingWalk, for arrivals: [MappingWalk.Arrival]
  ) -> Correspondents.Parts? {
    let linked = Set(
      arrivals.map { walk.ways[$0.before] }.filter { $0.side == .parts }
        .map { walk.ways[$0.anchor].place })
    guard !linked.isEmpty, let question = walk.ways.first?.place else { return nil }
    let own = walk.ways.indices.filter { index in
      let way = walk.ways[index]
      return way.side == .parts && way.tables == 0 && way.place.framework == question.framework
    }
    let groups = Set(own.compactMap { walk.ways[$0].before }.map { walk.ways[$0].place })
    let finest = own.filter { !groups.contains(walk.ways[$0].place) }
    let unlinked = finest.filter { index in
      !walk.path(to: index).contains { linked.contains($0.place) }
    }
    return Correspondents.Parts(
      count: finest.count, unlinked: unlinked.map { walk.ways[$0].place }.sorted())
  }
}
