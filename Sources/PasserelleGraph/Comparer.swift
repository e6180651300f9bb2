package import PasserelleModel

/// Compares concepts through the reference frameworks that their sources link them to.
package struct Comparer {
  private let graph: any GraphReading
  private let resolver: IdentifierResolver
  private let placer: Placer
  /// Places what came later than the day that is asked about.
  private let placerSince: Placer

  package init(_ graph: any GraphReading, resolver: IdentifierResolver) throws {
    self.graph = graph
    self.resolver = resolver
    placer = try Placer(graph, day: resolver.day)
    placerSince = placer.onAnyDay
  }

  /// Compares one or more concepts.
  ///
  /// Of one, the answer is what it is referenced to. A declaration counts for the purposes that it
  /// names: for a purpose that was asked for, no other does.
  package func compare(
    _ records: [ConceptRecord], for purpose: Purpose? = nil
  ) throws -> Comparison {
    var placed: [Placed] = []
    for record in records { placed.append(try place(record)) }
    let reference = commonReference(of: placed)
    let items = try placed.map { try item(of: $0, in: reference) }
    let stated = try directLinks(between: placed)
    let direct = stated.filter { $0.link.relation != .precedent }
    let finding = try finding(for: items, direct: direct.filter { $0.isInScope(for: purpose) })
    let levels = items.map { item -> [Identifier] in
      guard case .levels(let levels) = item.placement?.status else { return [] }
      return levels
    }
    var comparison = Comparison(
      finding: finding, reference: reference,
      referenceLevels: finding == .sameReferenceLevel ? levels.first ?? [] : levels.flatMap { $0 },
      items: items, direct: direct,
      precedents: stated.filter { $0.link.relation == .precedent }, purpose: purpose,
      weakest: WeakestLink(of: items.flatMap(\.links) + direct), caveats: [], day: resolver.day)
    comparison.caveats = try Caveats(graph, placer: placer).caveats(for: comparison)
    return comparison
  }

  /// What each reference framework says of two concepts, by name.
  ///
  /// They need not agree, and none overrules another.
  package func hubs(_ one: ConceptRecord, _ other: ConceptRecord) throws -> [Hub] {
    let (one, other) = (try place(one), try place(other))
    let references = Set((one.placements + other.placements).map(\.reference))
    return try references.sorted { $0.description < $1.description }.map { reference in
      let first = one.placements.first { $0.reference == reference }
      let second = other.placements.first { $0.reference == reference }
      return Hub(
        reference: reference, first: first, second: second,
        finding: try finding(of: [first?.status ?? .unknown, second?.status ?? .unknown]))
    }
  }

  // MARK: - Placing

  /// A concept, its level, and what every reference framework makes of it.
  private struct Placed {
    var record: ConceptRecord
    var levels: [(level: Identifier, by: LinkRecord?)]
    var placements: [Placement]
  }

  private func place(_ record: ConceptRecord) throws -> Placed {
    let levels = try placer.levels(of: record)
    let placements = try placer.placements(of: record, at: levels.map(\.level))
    return Placed(record: record, levels: levels, placements: placements)
  }

  /// The reference framework that most items are linked to by more than a comparison; of several,
  /// the first by name.
  private func commonReference(of placed: [Placed]) -> FrameworkName? {
    var reach: [FrameworkName: (firm: Int, all: Int)] = [:]
    for placement in placed.flatMap(\.placements) {
      reach[placement.reference, default: (0, 0)].all += 1
      if placement.isFirm { reach[placement.reference, default: (0, 0)].firm += 1 }
    }
    return reach.max { one, other in
      (one.value.firm, one.value.all, other.key.description)
        < (other.value.firm, other.value.all, one.key.description)
    }?.key
  }

  private func item(of placed: Placed, in reference: FrameworkName?) throws
    -> Comparison.Item
  {
    let placement = placed.placements.first { $0.reference == reference }
    let own = placed.levels.compactMap(\.by)
    let framework =
      try graph.framework(placed.record.id.framework)
      ?? Framework(
        name: placed.record.id.framework, kind: .qualificationsFramework, title: LocalizedText())
    var item = Comparison.Item(
      record: placed.record, framework: framework,
      level: placed.levels.count == 1 ? placed.levels[0].level : nil, placement: placement,
      links: own + (placement?.links ?? []),
      others: placed.placements.filter { $0.reference != reference })
    item.successors = try placed.levels.flatMap { try successors(of: $0.level, in: reference) }
    return item
  }

  /// The levels that took the place of a level, version by version, to the latest.
  ///
  /// One level may have become several: the path splits, and stays split.
  private func successors(
    of level: Identifier, in reference: FrameworkName?, after passed: Set<Identifier> = []
  ) throws -> [Comparison.Successor] {
    // What has no versions has no successor.
    guard level.framework.version != nil else { return [] }
    var found: [Comparison.Successor] = []
    for link in try graph.links(to: level) where link.link.relation == .supersedes {
      let next = link.link.from
      guard !passed.contains(next), let record = try graph.concept(next) else { continue }
      let later = try successors(of: next, in: reference, after: passed.union([level, next]))
      let placements = try placerSince.placements(of: next)
      let placement =
        placements.first { $0.reference == reference }
        ?? (reference == nil ? placements.first : nil)
      found += later.map { successor in
        var successor = successor
        successor.links.insert(link, at: 0)
        return successor
      }
      guard later.isEmpty else { continue }
      found.append(
        Comparison.Successor(
          record: record, links: [link] + (placement?.links ?? []), placement: placement))
    }
    return found
  }

  /// What is stated of two of the items, or of their frameworks, without a reference framework:
  /// declarations, published mappings, succession, mappings that are not usable.
  private func directLinks(between placed: [Placed]) throws -> [LinkRecord] {
    var found: [LinkRecord] = []
    for (index, item) in placed.enumerated() {
      let others = placed.enumerated().filter { $0.offset != index }.map(\.element)
      let targets = Set(others.flatMap(names))
      for name in names(of: item) {
        let links = placer.valid(try graph.links(from: name)).filter { record in
          isDirect(record.link) && targets.contains(record.link.to)
        }
        for link in links where !found.contains(link) { found.append(link) }
      }
    }
    return found
  }

  /// Whether the link says something of two concepts without a reference framework.
  private func isDirect(_ link: Link) -> Bool {
    switch link.relation {
    case .declaredEquivalent, .precedent, .notUsable, .noneAgreed, .supersedes: true
    case .comparedTo: !placer.isReference(link.to.framework)
    default: link.relation.isMatch
    }
  }

  private func names(of placed: Placed) -> [Identifier] {
    let levels = placed.levels.map(\.level).filter { $0 != placed.record.id }
    return [placed.record.id] + levels + [Identifier(placed.record.id.framework)]
  }

  // MARK: - Finding

  private func finding(
    for items: [Comparison.Item], direct: [LinkRecord]
  ) throws -> Finding {
    if items.count > 1, Self.areDeclared(items, by: direct) { return .declaredEquivalent }
    if direct.contains(where: { $0.link.relation == .notUsable }) { return .notUsable }
    if direct.contains(where: { $0.link.relation == .noneAgreed }) { return .noneAgreed }
    return try finding(of: items.map { $0.placement?.status ?? .unknown })
  }

  /// What the places of several things in one reference framework come to.
  private func finding(of statuses: [Placement.Status]) throws -> Finding {
    if statuses.contains(.conflict) { return .conflict }
    for (relation, finding) in Self.nulls where statuses.contains(.null(relation)) {
      return finding
    }
    var levels: [Identifier] = []
    for status in statuses {
      guard case .levels(let own) = status else { return .noOfficialLink }
      levels += own
    }
    guard levels.count == statuses.count else { return .ambiguous }
    return try span(of: levels).map(Self.finding) ?? .noOfficialLink
  }

  /// What a null makes of the whole answer, the gravest first.
  private static let nulls: [(Relation, Finding)] = [
    (.notUsable, .notUsable), (.noneAgreed, .noneAgreed), (.belowScale, .belowScale),
    (.notReferenced, .noOfficialLink),
  ]

  static func finding(forSpan span: Int) -> Finding {
    span == 0 ? .sameReferenceLevel : span == 1 ? .adjacent : .different
  }

  /// How many steps the reference levels are apart, in the order of their framework; nothing where
  /// one of them is not in it.
  private func span(of levels: [Identifier]) throws -> Int? {
    var orders: [Int] = []
    for level in Set(levels) {
      guard let order = try graph.concept(level)?.order else { return nil }
      orders.append(order)
    }
    return (orders.max() ?? 0) - (orders.min() ?? 0)
  }

  /// Whether a declaration links every two items, in one direction or the other: what is declared of
  /// two pairs is not declared of the third.
  private static func areDeclared(_ items: [Comparison.Item], by direct: [LinkRecord]) -> Bool {
    let ids = Set(items.map(\.record.id))
    let declared = Set(
      direct.filter { $0.link.relation == .declaredEquivalent }
        .map { Set([$0.link.from, $0.link.to]) }
        .filter { $0.count == 2 && $0.isSubset(of: ids) })
    return ids.count > 1 && declared.count == ids.count * (ids.count - 1) / 2
  }
}

extension LinkRecord {
  /// Whether the link may speak for a purpose: a declaration for those that it names, anything else
  /// for all.
  func isInScope(for purpose: Purpose?) -> Bool {
    guard link.relation == .declaredEquivalent, let purpose else { return true }
    return link.purposes.contains(purpose.rawValue)
  }
}
