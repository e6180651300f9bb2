package import PasserelleModel

/// Compares concepts through the reference frameworks that their sources link them to.
package struct Comparer {
  private let graph: any GraphReading
  private let day: Day
  private let placer: Placer
  /// Places what came later than the day that is asked about.
  private let placerSince: Placer
  private let wanted: Successors
  private let memory = Memory()

  /// Which successors of an old level an answer names.
  package enum Successors: Sendable {
    /// All there are, whenever they came.
    case all
    /// Those in force on the day: what came later says nothing about that day.
    case inForce
  }

  /// Prepares to compare from a vantage.
  package init(_ vantage: Vantage, successors: Successors = .all) {
    graph = vantage.graph
    day = vantage.day
    wanted = successors
    placer = vantage.placer
    placerSince = placer.onAnyDay
  }

  /// Compares one or more concepts.
  ///
  /// Of one, the answer is what it is referenced to. A declaration counts for the purposes that it
  /// names: for a purpose that was asked for, no other does.
  package func compare(
    _ records: [ConceptRecord], for purpose: Purpose? = nil
  ) throws -> Comparison {
    try compare(records.map(place), for: purpose)
  }

  /// Compares concepts that were placed before: the same answer, for one question or a million.
  package func compare(_ placed: [Placed], for purpose: Purpose?) throws -> Comparison {
    let judgement = Judgement(of: placed, for: purpose)
    let isAlone = placed.count == 1
    let known = try zip(placed, judgement.sides).map { one, side in
      try memory.item(Memory.Key(one, in: judgement.reference, isAlone: isAlone)) {
        let item = try item(of: one, as: side, in: judgement)
        let caveats = try Caveats(graph, placer: placer)
          .caveats(of: item, isAlone: isAlone, on: day)
        return (one, item, caveats)
      }
    }
    var comparison = Comparison(
      finding: judgement.finding, reference: judgement.reference,
      referenceLevels: judgement.referenceLevels, items: known.map(\.item),
      direct: judgement.direct, precedents: judgement.precedents,
      indications: Indications(reference: judgement.reference, purpose: purpose)
        .indications(of: placed), purpose: purpose,
      weakest: judgement.weakest, caveats: [], day: day)
    comparison.caveats =
      try judgement.openDeclarations.flatMap {
        try Caveats(graph, placer: placer).beginning(of: $0)
      }
      + Caveats.caveats(for: comparison, of: placed, known.map(\.caveats))
    return comparison
  }

  /// What was made of concepts: it depends on each and on the reference framework, and on nothing
  /// that it is compared with.
  private final class Memory {
    struct Key: Hashable {
      let placed: ObjectIdentifier
      let reference: FrameworkName?
      let isAlone: Bool

      init(_ placed: Placed, in reference: FrameworkName?, isAlone: Bool) {
        (self.placed, self.reference) = (ObjectIdentifier(placed), reference)
        self.isAlone = isAlone
      }
    }

    /// What was made of a concept, which is kept for as long as that is known.
    typealias Known = (placed: Placed, item: Comparison.Item, caveats: Caveats.OfItem)

    private var items: [Key: Known] = [:]
    /// What is said of several concepts, such as the notes on their framework: one phrase for all, which
    /// is known again at a glance.
    private var phrases: Set<Phrase> = []
    /// A batch of nothing but different concepts must not fill the memory.
    private static let most = 5_000

    func item(_ key: Key, make: () throws -> Known) rethrows -> Known {
      if let known = items[key] { return known }
      var made = try make()
      if items.count >= Self.most {
        items.removeAll(keepingCapacity: true)
        phrases.removeAll(keepingCapacity: true)
      }
      made.caveats.version = made.caveats.version.map(shared)
      made.caveats.place = made.caveats.place.map(shared)
      items[key] = made
      return made
    }

    private func shared(_ phrase: Phrase) -> Phrase { phrases.insert(phrase).memberAfterInsert }
  }

  /// What each reference framework says of two concepts, by name.
  ///
  /// They need not agree, and none overrules another.
  package func hubs(_ one: ConceptRecord, _ other: ConceptRecord) throws -> [Hub] {
    let placed = [try place(one), try place(other)]
    let references = Set(placed.flatMap(\.placements).map(\.reference))
    return references.sorted { $0.description < $1.description }.map { reference in
      let sides = placed.map { $0.placements.first { $0.reference == reference } }
      return Hub(
        reference: reference, first: sides[0], second: sides[1],
        finding: Judgement.finding(
          of: sides.map { $0?.status ?? .unknown }, orders: placed.map(\.orders)))
    }
  }

  // MARK: - Placing

  /// Collects what a comparison asks of a concept: once for any number of comparisons.
  package func place(_ record: ConceptRecord) throws -> Placed {
    let levels = try placer.levels(of: record).map { level, link in
      let order = level == record.id ? record.order : try graph.concept(level)?.order
      return Placed.Level(
        id: level, by: link, isOpen: link.map { placer.holding(of: $0, of: record) } == .notKnown,
        order: order)
    }
    let placements = try placer.placements(of: record, at: levels.map { ($0.id, $0.by) })
    var orders: [Identifier: Int] = [:]
    for level in placements.flatMap(\.status.levels) where orders[level] == nil {
      orders[level] = try graph.concept(level)?.order
    }
    let names = Placed.names(of: record, at: levels.map(\.id))
    let all = try names.flatMap { try graph.links(from: $0) }
    let stated = placer.valid(all)
    let indicating = stated.filter { indicates($0.link) }
    let evaluated = try levelsOfEvaluated(by: indicating, &orders)
    return Placed(
      record, at: levels, in: placements, statements: stated.filter { isDirect($0.link) },
      openDeclarations: placer.open(all.filter { $0.link.relation == .declaredEquivalent }),
      hints: Hints(
        of: record, at: levels, in: placements, by: indicating, levelsOfEvaluated: evaluated),
      orders: orders)
  }

  /// The levels of what centres compare a concept with; their order is added.
  private func levelsOfEvaluated(
    by indicating: [LinkRecord], _ orders: inout [Identifier: Int]
  ) throws -> [Identifier: [Identifier]] {
    var found: [Identifier: [Identifier]] = [:]
    for link in indicating.map(\.link) where link.relation == .evaluatedAs {
      guard let record = try graph.concept(link.to) else { continue }
      let levels = try placer.levels(of: record).map(\.level)
      found[link.to] = levels
      for level in levels {
        orders[level] = try level == record.id ? record.order : graph.concept(level)?.order
      }
    }
    return found
  }

  private func item(
    of placed: Placed, as side: Judgement.Side, in judgement: Judgement
  ) throws -> Comparison.Item {
    let framework =
      try graph.framework(placed.record.id.framework)
      ?? Framework(
        name: placed.record.id.framework, kind: .qualificationsFramework, title: LocalizedText())
    // What has no versions, and has not ended, has no successor.
    let mayHaveSuccessors =
      framework.name.version != nil || framework.validity.to != nil
    let later =
      try mayHaveSuccessors
      ? placed.levels.flatMap { try successors(of: $0.id, in: judgement.reference) }
        .filter(isWanted) : []
    return Comparison.Item(
      record: placed.record, framework: framework,
      level: placed.levels.count == 1 && !placed.levels[0].isOpen ? placed.levels[0].id : nil,
      openLevels: placed.levels.filter(\.isOpen).map(\.id), placement: side.placement,
      links: side.links, others: placed.placements.filter { $0.reference != judgement.reference },
      successors: later)
  }

  private func isWanted(_ successor: Comparison.Successor) throws -> Bool {
    guard wanted == .inForce else { return true }
    return try graph.framework(successor.record.id.framework)?.validity.contains(day) == true
  }

  /// The levels that took the place of a level, version by version, to the latest.
  ///
  /// One level may have become several: the path splits, and stays split.
  private func successors(
    of level: Identifier, in reference: FrameworkName?, after passed: Set<Identifier> = []
  ) throws -> [Comparison.Successor] {
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

  /// Whether the link says something of two concepts without a reference framework.
  private func isDirect(_ link: Link) -> Bool {
    switch link.relation {
    case .declaredEquivalent, .precedent, .notUsable, .noneAgreed, .supersedes: true
    case .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch, .overlaps: true
    case .comparedTo: !placer.isReference(link.to.framework)
    case .referencedTo, .evaluatedAs, .classifiedAs, .belowScale, .notReferenced, .noMatch,
      .disjointFrom, .notExactMatch, .notCloseMatch, .notBroadMatch, .notNarrowMatch,
      .notRelatedMatch, .atLevel, .inField,
      .preparesFor, .attests, .awardedBy, .requiresEssential, .requiresOptional, .broader, .partOf:
      false
    }
  }

  /// Whether the link says less than a finding needs, and may still indicate something.
  private func indicates(_ link: Link) -> Bool {
    switch link.relation.sense {
    case .indication: link.from.code != nil
    case .placement:
      link.from.code == nil && link.to.code == nil && placer.isReference(link.to.framework)
    case .null, .decision, .match, .denial, .noMatch, .property: false
    }
  }
}
