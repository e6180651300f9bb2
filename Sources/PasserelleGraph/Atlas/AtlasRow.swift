internal import PasserelleModel

/// What an atlas collects of one framework, once.
struct AtlasRow {
  let framework: Framework
  let levels: [Placed]
  /// A level of each shape, without what is stated of that level alone.
  private(set) var shapes: [LevelShape: Placed] = [:]
  /// The frameworks that something is stated of together with this one: they are compared level by level.
  private(set) var partners: Set<FrameworkName> = []
  /// What places the levels in a reference framework or classification, or else the framework as a whole.
  private(set) var bases: [FrameworkName: Atlas.Basis] = [:]
  /// The reference frameworks that place levels with commitment.
  private var firmReferences: Set<FrameworkName> = []
  /// What placed levels of it, or of a version before it, and has ended.
  let ended: [FrameworkName: Atlas.Basis]
  /// What linked levels of it, or of a version before it, to another framework, and has ended.
  let endedPartners: [FrameworkName: Atlas.Basis]

  init(_ framework: Framework, levels: [Placed], ended: [LinkRecord], on day: Day) {
    (self.framework, self.levels) = (framework, levels)
    for level in levels {
      let shape = LevelShape(level)
      if shapes[shape] == nil { shapes[shape] = level.general }
    }
    let stated = levels.flatMap { $0.statements + $0.openDeclarations }
    let evaluated = levels.flatMap(\.indicating).filter { $0.link.relation == .evaluatedAs }
    partners = Set((stated + evaluated).map(\.link.to.framework)).subtracting([framework.name])
    bases = Self.bases(of: levels, on: day)
    firmReferences = Set(
      levels.flatMap(\.placements).filter { placement in
        if case .levels = placement.status { true } else { false }
      }.map(\.reference))
    self.ended = Self.basis(ofEach: ended.filter { $0.link.relation == .referencedTo }, on: day)
    endedPartners = Self.basis(
      ofEach: ended.filter { $0.link.relation != .referencedTo }, on: day)
  }

  /// What places levels in a reference framework with commitment.
  func firmBasis(in reference: FrameworkName) -> Atlas.Basis? {
    firmReferences.contains(reference) ? bases[reference] : nil
  }

  private static func basis(
    ofEach links: [LinkRecord], on day: Day
  ) -> [FrameworkName: Atlas.Basis] {
    Dictionary(grouping: links, by: \.link.to.framework).mapValues { Atlas.Basis($0, on: day) }
  }

  /// By reference framework: what binds, or else what is compared, or else what links it as a whole.
  private static func bases(
    of levels: [Placed], on day: Day
  ) -> [FrameworkName: Atlas.Basis] {
    var links: [FrameworkName: (rank: Int, links: [LinkRecord])] = [:]
    func add(_ new: [LinkRecord], to reference: FrameworkName, rank: Int) {
      guard !new.isEmpty else { return }
      let known = links[reference, default: (Int.max, [])].rank
      if rank < known { links[reference] = (rank, new) }
      // In its place: a copy for each level would be a square.
      if rank == known { links[reference]?.links += new }
    }
    for level in levels {
      for placement in level.placements {
        let rank = if case .null = placement.status { 4 } else { placement.isFirm ? 0 : 1 }
        add(placement.links, to: placement.reference, rank: rank)
      }
      for (basis, side) in level.classifications { add(side.links, to: basis, rank: 2) }
      for reference in level.references {
        guard let side = level.side(in: reference), side.isWhole else { continue }
        add(side.links, to: reference, rank: 3)
      }
    }
    return links.mapValues { Atlas.Basis($0.links, on: day) }
  }
}

extension Placed {
  /// The level without what is stated of it and one other: all that it shares with levels of its shape.
  fileprivate var general: Placed {
    Placed(
      record, at: levels, in: placements, statements: [], openDeclarations: [],
      hints: hints.withoutEvaluations, orders: orders)
  }
}
