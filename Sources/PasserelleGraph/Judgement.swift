package import PasserelleModel

/// What several concepts come to together, and what it rests on.
///
/// It is made of what was collected of each, and of nothing else: no store is asked.
package struct Judgement: Sendable {
  /// One of the concepts, from the side of the reference framework.
  package struct Side: Sendable {
    package var placement: Placement?
    /// The links from the concept to its reference level, in order.
    package var links: [LinkRecord]
  }

  package var finding: Finding
  /// The framework through which they were compared.
  package var reference: FrameworkName?
  package var referenceLevels: [Identifier]
  package var sides: [Side]
  /// What is stated of them directly.
  package var direct: [LinkRecord]
  /// What was decided in single cases of the same.
  package var precedents: [LinkRecord]
  /// What was declared of them, where the finding is that it is not known whether it held then.
  package var openDeclarations: [LinkRecord]
  package var weakest: WeakestLink?

  package init(of placed: [Placed], for purpose: Purpose?) {
    let reference = Self.commonReference(of: placed)
    sides = placed.map { one in
      let placement = one.placements.first { $0.reference == reference }
      return Side(
        placement: placement, links: one.levels.compactMap(\.by) + (placement?.links ?? []))
    }
    let stated = Self.statements(between: placed, \.statements)
    direct = stated.filter { $0.link.relation != .precedent }
    precedents = stated.filter { $0.link.relation == .precedent }
    let statuses = sides.map { $0.placement?.status ?? .unknown }
    let ids = placed.map(\.record.id)
    let inScope = direct.filter { $0.isInScope(for: purpose) }
    let found =
      Self.finding(ofDirect: inScope, between: ids)
      ?? Self.finding(of: statuses, orders: placed.map(\.orders))
    let open = Self.statements(between: placed, \.openDeclarations).filter {
      $0.isInScope(for: purpose)
    }
    let mayBeDeclared =
      found == .noOfficialLink && !open.isEmpty && Self.areDeclared(ids, by: inScope + open)
    finding = mayBeDeclared ? .notKnownThen : found
    openDeclarations = mayBeDeclared ? open : []
    let levels = statuses.map { status -> [Identifier] in
      if case .levels(let levels) = status { levels } else { [] }
    }
    referenceLevels =
      finding == .sameReferenceLevel ? levels.first ?? [] : levels.flatMap { $0 }
    // What is declared stands or falls with the declarations, whatever the levels are.
    weakest = WeakestLink(
      of: finding == .declaredEquivalent
        ? direct.filter { $0.declares(inTheOrderOf: ids) && $0.isInScope(for: purpose) }
        : sides.flatMap(\.links) + direct)
    self.reference = reference
  }

  /// The reference framework that most are linked to by more than a comparison; of several, one in which
  /// a source says that there is no level, or sources disagree; of several, the first by name.
  ///
  /// Comparisons decide only between frameworks that come to the same: none changes a finding.
  private static func commonReference(of placed: [Placed]) -> FrameworkName? {
    var reached: [Reached] = []
    for one in placed {
      for placement in one.placements {
        let index = reached.firstIndex { $0.reference == placement.reference } ?? reached.count
        if index == reached.count { reached.append(Reached(reference: placement.reference)) }
        reached[index].count(placement)
      }
    }
    return reached.max { one, other in
      // What all are linked to needs no more.
      let isByName = one.firm == placed.count && other.firm == placed.count
      return isByName
        ? other.reference.description < one.reference.description
        : (one.firm, one.grave, one.all, other.reference.description)
          < (other.firm, other.grave, other.all, one.reference.description)
    }?.reference
  }

  /// A reference framework, and how many are linked to it.
  private struct Reached {
    let reference: FrameworkName
    var firm = 0
    var grave = 0
    var all = 0

    mutating func count(_ placement: Placement) {
      all += 1
      if placement.isFirm { firm += 1 }
      grave = max(grave, Judgement.gravity(of: placement.status))
    }
  }

  /// How much a status decides where others are not linked: a conflict most, then the nulls in their order.
  private static func gravity(of status: Placement.Status) -> Int {
    switch status {
    case .conflict: nulls.count + 1
    case .null(let relation):
      nulls.firstIndex { $0.0 == relation }.map { nulls.count - $0 } ?? 0
    case .levels, .comparedOnly, .notKnownThen, .unknown: 0
    }
  }

  /// What is stated of two of the concepts, or of their frameworks.
  private static func statements(
    between placed: [Placed], _ statements: KeyPath<Placed, [LinkRecord]>
  ) -> [LinkRecord] {
    guard placed.contains(where: { !$0[keyPath: statements].isEmpty }) else { return [] }
    var (found, seen): ([LinkRecord], Set<LinkRecord>) = ([], [])
    for (index, one) in placed.enumerated() where !one[keyPath: statements].isEmpty {
      let targets = Set(
        placed.enumerated().filter { $0.offset != index }.flatMap(\.element.names))
      for record in one[keyPath: statements]
      where targets.contains(record.link.to) && seen.insert(record).inserted {
        found.append(record)
      }
    }
    return found
  }

  // MARK: - Finding

  /// What direct statements come to by themselves.
  private static func finding(
    ofDirect direct: [LinkRecord], between ids: [Identifier]
  ) -> Finding? {
    if areDeclared(ids, by: direct) { return .declaredEquivalent }
    if direct.contains(where: { $0.link.relation == .notUsable }) { return .notUsable }
    if direct.contains(where: { $0.link.relation == .noneAgreed }) { return .noneAgreed }
    return nil
  }

  /// What the places of several things in one reference framework come to.
  ///
  /// The orders are of the levels that each is at, in their framework.
  static func finding(of statuses: [Placement.Status], orders: [[Identifier: Int]]) -> Finding {
    if statuses.contains(.conflict) { return .conflict }
    for (relation, finding) in nulls where statuses.contains(.null(relation)) { return finding }
    // Where one side has no link for certain, it does not matter what is not known of the other.
    if statuses.contains(.notKnownThen) {
      return statuses.contains(where: \.isUnlinked) ? .noOfficialLink : .notKnownThen
    }
    var levels: [Identifier] = []
    for status in statuses {
      guard case .levels(let own) = status else { return .noOfficialLink }
      levels += own
    }
    guard levels.count == statuses.count else { return .ambiguous }
    var (low, high) = (Int.max, Int.min)
    for (level, orders) in zip(levels, orders) {
      guard let order = orders[level] else { return .noOfficialLink }
      (low, high) = (min(low, order), max(high, order))
    }
    return finding(forSpan: high - low)
  }

  /// What a null makes of the whole answer, the gravest first.
  private static let nulls: [(Relation, Finding)] = [
    (.notUsable, .notUsable), (.noneAgreed, .noneAgreed), (.belowScale, .belowScale),
    (.notReferenced, .noOfficialLink),
  ]

  /// The null that decides, of several that one source states.
  static func gravest(of relations: [Relation]) -> Relation? {
    nulls.first { relations.contains($0.0) }?.0
  }

  static func finding(forSpan span: Int) -> Finding {
    span == 0 ? .sameReferenceLevel : span == 1 ? .adjacent : .different
  }

  /// Whether each is declared equivalent to all that come after it: what is declared of two pairs is not
  /// declared of the third, and what is declared one way says nothing of the other.
  private static func areDeclared(_ ids: [Identifier], by direct: [LinkRecord]) -> Bool {
    let declared = Set(
      direct.filter { $0.declares(inTheOrderOf: ids) }.map { [$0.link.from, $0.link.to] })
    return ids.count > 1 && declared.count == ids.count * (ids.count - 1) / 2
  }
}

extension LinkRecord {
  /// Whether it declares one of these equivalent to one that comes after it.
  func declares(inTheOrderOf ids: [Identifier]) -> Bool {
    guard link.relation == .declaredEquivalent, let from = ids.firstIndex(of: link.from),
      let to = ids.firstIndex(of: link.to)
    else { return false }
    return from < to
  }

  /// Whether the link may speak for a purpose: a declaration for those that it names, anything else
  /// for all.
  func isInScope(for purpose: Purpose?) -> Bool {
    guard link.relation == .declaredEquivalent, let purpose else { return true }
    return link.purposes.contains(purpose)
  }
}
