package import PasserelleModel

/// Draws up an atlas: each level is placed once, and frameworks are compared by the shapes of their
/// levels; only those that a source states something of together are compared level by level.
package struct AtlasMaker {
  private let vantage: Vantage

  package init(_ vantage: Vantage) {
    self.vantage = vantage
  }

  /// Draws up the atlas of some frameworks, in their order.
  package func atlas(of frameworks: [Framework]) throws -> Atlas {
    let comparer = Comparer(vantage)
    let lineage = try Lineage(vantage)
    let rows = try frameworks.map { framework in
      AtlasRow(
        framework, levels: try vantage.levels(of: framework.name).map(comparer.place),
        ended: try lineage.endedLinks(of: framework), on: vantage.day)
    }
    let memory = ShapeMemory()
    let cells = rows.indices.map { row in
      rows.indices.map { column in
        row == column ? nil : cell(from: rows[row], to: rows[column], lineage, memory)
      }
    }
    return Atlas(frameworks: frameworks, cells: cells, day: vantage.day)
  }

  private func cell(
    from one: AtlasRow, to other: AtlasRow, _ lineage: Lineage, _ memory: ShapeMemory
  ) -> Atlas.Cell {
    let pairs = pairs(one, other, memory)
    guard let reach = pairs.map(\.reach).min(by: { $0.rank < $1.rank }), reach != .none else {
      return stale(one, other, lineage) ?? Atlas.Cell(reach: .none)
    }
    let best = pairs.filter { $0.reach == reach }
    var (via, links): ([FrameworkName], [LinkRecord]) = ([], [])
    var seen: Set<LinkRecord> = []
    for pair in best {
      for basis in pair.via where !via.contains(basis) { via.append(basis) }
      links += pair.links.filter { seen.insert($0).inserted }
    }
    let basis = via.flatMap { [one.bases[$0], other.bases[$0]] }.compactMap { $0 }
      .reduce(Atlas.Basis(links, on: vantage.day)) { $0.joined(with: $1) }
    return Atlas.Cell(
      reach: reach, via: via.sorted { $0.description < $1.description }, basis: basis)
  }

  private func pairs(
    _ one: AtlasRow, _ other: AtlasRow, _ memory: ShapeMemory
  ) -> [AtlasPair] {
    let names = (one.framework.name, other.framework.name)
    guard !one.partners.contains(names.1), !other.partners.contains(names.0) else {
      return one.levels.flatMap { level in other.levels.map { AtlasPair(level, $0) } }
    }
    return one.shapes.flatMap { shape, level in
      other.shapes.map { memory.pair((shape, level), ($0, $1)) }
    }
  }

  /// What linked the two until it ended: through a reference framework, or one to the other.
  private func stale(_ one: AtlasRow, _ other: AtlasRow, _ lineage: Lineage) -> Atlas.Cell? {
    let direct = [
      lineage.versions(of: other.framework).compactMap { one.endedPartners[$0] },
      lineage.versions(of: one.framework).compactMap { other.endedPartners[$0] },
    ].flatMap { $0 }
    if let first = direct.first {
      return Atlas.Cell(
        reach: .stale, basis: direct.dropFirst().reduce(first) { $0.joined(with: $1) })
    }
    var (via, basis): ([FrameworkName], Atlas.Basis) = ([], .init())
    for reference in Set(one.ended.keys).union(other.ended.keys) {
      guard let own = one.ended[reference] ?? one.firmBasis(in: reference),
        let far = other.ended[reference] ?? other.firmBasis(in: reference)
      else { continue }
      via.append(reference)
      basis = basis.joined(with: own).joined(with: far)
    }
    return via.isEmpty
      ? nil
      : Atlas.Cell(
        reach: .stale, via: via.sorted { $0.description < $1.description }, basis: basis)
  }
}

/// What shapes of levels come to: the same wherever they occur.
private final class ShapeMemory {
  private struct Key: Hashable { let one, other: LevelShape }
  private var pairs: [Key: AtlasPair] = [:]

  func pair(
    _ one: (shape: LevelShape, level: Placed), _ other: (shape: LevelShape, level: Placed)
  ) -> AtlasPair {
    // A reference framework has a shape that its levels share with others.
    guard !one.level.isOfAScale, !other.level.isOfAScale else {
      return AtlasPair(one.level, other.level)
    }
    let key = Key(one: one.shape, other: other.shape)
    if let known = pairs[key] { return known }
    let pair = AtlasPair(one.level, other.level)
    pairs[key] = pair
    return pair
  }
}

extension Placed {
  /// Whether it is a level of a reference framework itself.
  fileprivate var isOfAScale: Bool { placements.contains { $0.reference == record.id.framework } }
}

extension Vantage {
  /// The levels of a framework, lowest first.
  package func levels(of framework: FrameworkName) throws -> [ConceptRecord] {
    try graph.concepts(of: framework, kind: .level)
  }
}

extension Reach {
  /// The place in the order of strength.
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
