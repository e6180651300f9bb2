package import PasserelleModel

/// Finds what corresponds to a concept elsewhere.
package struct CorrespondentFinder {
  private let graph: any GraphReading
  private let comparer: Comparer
  private let nothing: UnmatchedReasons
  private let placer: Placer
  private let indications: IndicationFinder

  /// Prepares to search from a vantage.
  ///
  /// - Parameters:
  ///   - vantage: The graph and the day.
  ///   - successors: Which successors of an old level are followed.
  package init(_ vantage: Vantage, successors: Comparer.Successors = .all) {
    graph = vantage.graph
    placer = vantage.placer
    comparer = Comparer(vantage, successors: successors)
    nothing = UnmatchedReasons(vantage)
    indications = IndicationFinder(vantage)
  }

  /// Searches the given frameworks for what stands at the concept's reference level: the same level
  /// first; where nothing does, the levels next to it.
  ///
  /// What only indicates is found beside that, for the purpose that was asked for.
  package func find(
    _ record: ConceptRecord, in targets: [Framework], for purpose: Purpose? = nil
  ) throws -> Correspondents {
    let placed = try comparer.place(record)
    let subject = try comparer.compare([placed], for: nil)
    let names = Set(targets.map(\.name))
    let matches = try matches(of: subject, in: names)
    let mappings = try mappings(of: record.id, into: names)
    let derived = try ChainedMappings(graph, placer: placer).find(
      from: record.id, into: names,
      but: Set(mappings.filter { Self.listed.contains($0.relation) }.map(\.id)))
    // What is stated to have no level there is no find, and needs its reason.
    let stated = mappings.filter { !$0.relation.isNull && $0.relation != .noMatch }
    let found = matches.map(\.record.id) + stated.map(\.id) + derived.found.map(\.id)
    let shown = Set(found.map(\.framework))
    let weaker = try indications.find(
      placed, beside: subject.reference, in: targets, for: purpose,
      without: Set(matches.map(\.record.id)))
    return Correspondents(
      subject: subject, targets: targets, matches: matches, indications: weaker.shown,
      indicationsLeftOut: weaker.leftOut,
      unmatched: try targets.filter { !shown.contains($0.name) }.map { target in
        Correspondents.Unmatched(
          framework: target, reason: try nothing.reason(for: subject, in: target))
      },
      declared: mappings.filter { $0.relation == .declaredEquivalent },
      precedents: mappings.filter { $0.relation == .precedent },
      mappings: mappings.filter { mapping in
        // A group of occupations is at a skill level by a table, as a qualification is by its framework.
        mapping.relation.isMatch
          || mapping.relation == .atLevel && record.concept.kind != .qualification
      },
      derived: derived,
      compared: mappings.filter { $0.relation == .comparedTo },
      nulls: try nulls(between: subject, and: names),
      caveats: try caveats(for: subject, matches: matches, mappings: mappings, derived))
  }

  /// What is listed of the links of the concept itself.
  private static let listed = Relation.matches + [.declaredEquivalent, .precedent, .comparedTo]

  /// What must be known of the concept, of what was found, and of the tables that say so.
  private func caveats(
    for subject: Comparison, matches: [Correspondents.Match], mappings: [Correspondents.Mapping],
    _ derived: Correspondents.Derivation
  ) throws -> [Phrase] {
    let links = mappings.flatMap(\.links) + derived.found.flatMap(\.allLinks)
    let found = matches.flatMap { [$0.record.id, Identifier($0.record.id.framework)] }
    var seen: Set<FrameworkName> = []
    let tables = links.compactMap(\.publication).filter { seen.insert($0).inserted }
      .map { Identifier($0) }
    let collector = Caveats(graph, placer: placer)
    let open = Caveats.open(links + matches.flatMap(\.links))
    let notes =
      try open + collector.notes(about: found + tables) + counterDeclarations(to: subject)
    let choice =
      mappings.count { $0.relation.isMatch && $0.cardinality.hasSeveralThere }
      + derived.found.count { $0.cardinality.hasSeveralThere }
    let told = Set(subject.caveats)
    let others = mappings.compactMap(\.record) + derived.found.compactMap(\.record)
    return derived.gaps(of: subject.items.first?.record.id) + subject.caveats
      + (choice > 1 ? [Caveat.choice()] : [])
      + granularity(of: subject, Set(others.compactMap(\.concept.tier)))
      + notes.filter { !told.contains($0) }
      + (matches.isEmpty ? [] : [Caveat.oneElement()])
  }

  /// A group of a classification is not its parts, nor a part its group.
  private func granularity(of subject: Comparison, _ tiers: Set<String>) -> [Phrase] {
    guard let own = subject.items.first?.record, let tier = own.concept.tier else { return [] }
    let others = tiers.subtracting([tier]).sorted()
    return others.isEmpty
      ? []
      : [
        Caveat.granularity([
          "id": "\(own.id)", "tier": tier, "others": others.joined(separator: ", "),
        ])
      ]
  }

  /// Declarations that go the other way: they say nothing of this one, and the reader should know.
  private func counterDeclarations(to subject: Comparison) throws -> [Phrase] {
    guard let id = subject.items.first?.record.id else { return [] }
    return placer.valid(try graph.links(to: id)).filter { $0.link.relation == .declaredEquivalent }
      .map { Caveat.otherWay(["from": "\($0.link.from)", "to": "\(id)"]) }
  }

  private func matches(
    of subject: Comparison, in names: Set<FrameworkName>
  ) throws -> [Correspondents.Match] {
    guard let item = subject.items.first else { return [] }
    var (found, seen): ([Correspondents.Match], Set<Identifier>) = ([], [])
    for placement in ([item.placement].compactMap { $0 } + item.others) {
      guard case .levels(let levels) = placement.status else { continue }
      // Asked for in the reference framework itself, the level is the answer.
      let own = try levels.filter { names.contains($0.framework) }.compactMap {
        try graph.concept($0)
      }
      .map { level in
        Correspondents.Match(
          record: level, finding: .sameReferenceLevel, distance: 0, referenceLevel: level.id,
          links: placement.links, qualifications: [])
      }
      for var match in try own + matches(at: levels, in: names) {
        let isItself = match.record.id == item.record.id || match.record.id == item.level
        guard !isItself, seen.insert(match.record.id).inserted else { continue }
        // From a place that spans several levels, no other is settled.
        if levels.count > 1 {
          match.finding = .ambiguous
          match.isContingent = true
        }
        found.append(match)
      }
    }
    return try found + matches(since: item, in: names)
  }

  /// What stands where the levels stand that have taken an old level's place.
  private func matches(
    since item: Comparison.Item, in names: Set<FrameworkName>
  ) throws -> [Correspondents.Match] {
    guard item.placement?.isFirm != true else { return [] }
    return try item.successors.flatMap { successor -> [Correspondents.Match] in
      guard case .levels(let levels) = successor.placement?.status else { return [] }
      return try matches(at: levels, in: names).filter { $0.record.id != successor.record.id }
        .map { match in
          var match = match
          match.since = successor.record.id
          match.isContingent = item.successors.count > 1
          match.links = successor.links + match.links
          return match
        }
    }
  }

  private func matches(
    at levels: [Identifier], in names: Set<FrameworkName>
  ) throws -> [Correspondents.Match] {
    guard let reference = levels.first?.framework else { return [] }
    let scale = try graph.concepts(of: reference)
    let orders = scale.filter { levels.contains($0.id) }.map(\.order)
    for distance in 0...1 {
      var found: [Correspondents.Match] = []
      for step in scale where orders.contains(where: { abs($0 - step.order) == distance }) {
        found += try matches(at: step.id, distance: distance, in: names)
      }
      found.sort {
        ($0.record.id.framework.description, $0.record.order)
          < ($1.record.id.framework.description, $1.record.order)
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  private func matches(
    at level: Identifier, distance: Int, in names: Set<FrameworkName>
  ) throws -> [Correspondents.Match] {
    let links = try placer.valid(
      names.sorted { $0.description < $1.description }.flatMap {
        try graph.links(to: level, from: $0)
      }
    )
    .filter { $0.link.relation == .referencedTo }
    var (matches, seen): ([Correspondents.Match], Set<Identifier>) = ([], [])
    for link in links where !seen.contains(link.link.from) {
      guard let record = try graph.concept(link.link.from) else { continue }
      seen.insert(record.id)
      let placement = try placer.placements(of: record.id)
        .first { $0.reference == level.framework }
      matches.append(
        Correspondents.Match(
          record: record,
          finding: Self.finding(for: placement?.status, at: level, distance: distance),
          distance: distance, referenceLevel: level, links: placement?.links ?? [link],
          qualifications: try qualifications(at: record.id)))
    }
    return matches
  }

  /// What a level over there comes to: it may span several reference levels, or its sources disagree.
  private static func finding(
    for status: Placement.Status?, at level: Identifier, distance: Int
  ) -> Finding {
    switch status {
    case .levels([level]): Judgement.finding(forSpan: distance)
    case .levels: .ambiguous
    default: .conflict
    }
  }

  /// What the level's own framework says that it holds; the thousands of a register are not listed.
  private func qualifications(at level: Identifier) throws -> [ConceptRecord] {
    try placer.valid(graph.links(to: level, from: level.framework))
      .filter { $0.link.relation == .atLevel }
      .compactMap { try graph.concept($0.link.from) }
      .sorted { $0.order < $1.order }
  }

  // MARK: - Mappings

  private func mappings(
    of id: Identifier, into names: Set<FrameworkName>
  ) throws -> [Correspondents.Mapping] {
    var result: [Correspondents.Mapping] = []
    var counts = PartnerCounts(graph, placer: placer)
    for link in placer.valid(try graph.links(from: id)) where names.contains(link.link.to.framework)
    {
      result.append(
        try mapping(
          to: link.link.to, relation: link.link.relation, by: link, isInverse: false, &counts))
    }
    for link in placer.valid(try graph.links(to: id)) where names.contains(link.link.from.framework)
    {
      guard let relation = link.link.relation.inverse else { continue }
      result.append(
        try mapping(to: link.link.from, relation: relation, by: link, isInverse: true, &counts))
    }
    return result
  }

  /// What either side, or its framework, states to have no usable counterpart on the other.
  private func nulls(
    between subject: Comparison, and names: Set<FrameworkName>
  ) throws -> [LinkRecord] {
    guard let item = subject.items.first else { return [] }
    let framework = Identifier(item.record.id.framework)
    let own = [item.record.id, item.level, framework].compactMap { $0 }
    var found: [LinkRecord] = []
    for id in own {
      found += try graph.links(from: id).filter { names.contains($0.link.to.framework) }
      // What a level over there lacks here says nothing of this one.
      found += try graph.links(to: id).filter {
        names.contains($0.link.from.framework) && (id != framework || $0.link.from.code == nil)
      }
    }
    var seen: Set<LinkRecord> = []
    return placer.valid(found).filter {
      ($0.link.relation.isNull || $0.link.relation == .noMatch)
        && !placer.isReference($0.link.to.framework)
        && seen.insert($0).inserted
    }
  }

  private func mapping(
    to id: Identifier, relation: Relation, by link: LinkRecord, isInverse: Bool,
    _ counts: inout PartnerCounts
  ) throws -> Correspondents.Mapping {
    Correspondents.Mapping(
      record: try graph.concept(id), id: id, relation: relation, links: [link],
      cardinality: try counts.cardinality(of: link, isAgainst: isInverse))
  }
}
