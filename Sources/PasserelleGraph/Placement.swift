package import PasserelleModel

/// Where a concept stands on the scale of one reference framework, and who says so.
package struct Placement: Hashable, Sendable {
  /// What the sources come to.
  package enum Status: Hashable, Sendable {
    /// The level, or the levels where one national level spans several.
    case levels([Identifier])
    /// The sources state that there is no usable level.
    case null(Relation)
    /// Two sources disagree.
    case conflict
    /// There is a comparison without commitment, which carries no further.
    case comparedOnly([Identifier])
    /// There are links, and whether they held on the day is not known.
    case notKnownThen
    /// No source says anything.
    case unknown

    /// The levels that it comes to, with or without commitment.
    package var levels: [Identifier] {
      switch self {
      case .levels(let levels), .comparedOnly(let levels): levels
      case .null, .conflict, .notKnownThen, .unknown: []
      }
    }
  }

  /// The reference framework.
  package var reference: FrameworkName
  /// What the sources come to.
  package var status: Status
  /// What the sources say, link by link.
  package var links: [LinkRecord]

  /// Whether the sources come to something that an answer can rest on.
  package var isFirm: Bool {
    switch status {
    case .levels, .null, .conflict: true
    case .comparedOnly, .notKnownThen, .unknown: false
    }
  }

  /// The levels that an answer rests on; where there are none, all that any source names for the day.
  package var namedLevels: [Identifier] {
    var levels: [Identifier] = []
    if case .levels(let own) = status { return own }
    if status == .notKnownThen { return [] }
    for level in links.map(\.link.to) where level.code != nil && !levels.contains(level) {
      levels.append(level)
    }
    return levels
  }
}

/// Finds where concepts stand.
package struct Placer {
  private let graph: any GraphReading
  private let metaFrameworks: [FrameworkName: Validity]
  /// What holds on the day; nothing where every link counts.
  private var rule: DayRule?

  /// Prepares to place concepts on a day.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - day: The day.
  ///   - today: The day on which the question is asked, for which a source without a date speaks.
  /// - Throws: Errors of the graph.
  package init(_ graph: any GraphReading, day: Day, today: Day? = nil) throws {
    self.graph = graph
    metaFrameworks = try graph.metaFrameworks()
    rule = DayRule(
      day: day, today: today ?? day, metaFrameworks: metaFrameworks, versions: try graph.versions())
  }

  /// One that places concepts by all links there are, whenever they hold.
  var onAnyDay: Placer {
    var placer = self
    placer.rule = nil
    return placer
  }

  /// Where a concept stands in each reference framework: by its own links, or by those of its level.
  ///
  /// A qualification may be placed on its own. Where that differs from what its level is linked to,
  /// the sources are in conflict; where it stands at several levels, it spans what they reach; where it
  /// is not known whether it stood at a level then, neither is what it reached. A comparison without
  /// commitment contradicts nothing that binds.
  package func placements(
    of record: ConceptRecord, at levels: [(level: Identifier, by: LinkRecord?)]
  ) throws -> [Placement] {
    let ofLevels = try levels.flatMap { level, link in
      let placements = try placements(of: level)
      guard link.map({ holding(of: $0, of: record) }) == .notKnown else { return placements }
      return placements.filter(\.isFirm).map {
        Placement(reference: $0.reference, status: .notKnownThen, links: $0.links)
      }
    }
    guard record.concept.kind == .qualification else { return ofLevels }
    let own = try placements(of: record.id)
    let references = Set((own + ofLevels).map(\.reference))
    return references.sorted { $0.description < $1.description }.map { reference in
      let spanned = Self.span(ofLevels.filter { $0.reference == reference }, in: reference)
      guard let single = own.first(where: { $0.reference == reference }) else { return spanned }
      if single.status == .notKnownThen, spanned.isFirm { return spanned }
      guard ![.unknown, .notKnownThen, single.status].contains(spanned.status) else {
        return single
      }
      if single.isFirm != spanned.isFirm { return single.isFirm ? single : spanned }
      return Placement(
        reference: reference,
        status: single.isFirm
          ? .conflict
          : .comparedOnly(Set(single.status.levels + spanned.status.levels).sorted()),
        links: single.links + spanned.links)
    }
  }

  /// What several levels reach together.
  private static func span(_ placements: [Placement], in reference: FrameworkName) -> Placement {
    let firm = placements.filter(\.isFirm)
    return Placement(
      reference: reference, status: together(Set(placements.map(\.status))),
      links: (firm.isEmpty ? placements : firm).flatMap(\.links))
  }

  /// All levels that are named with commitment, or else all that are compared; a conflict if some have
  /// a level and others none.
  private static func together(_ statuses: Set<Placement.Status>) -> Placement.Status {
    guard statuses.count != 1 else { return statuses[statuses.startIndex] }
    guard !statuses.contains(.notKnownThen) else { return .notKnownThen }
    var levels: Set<Identifier> = []
    var compared: Set<Identifier> = []
    var firm: Set<Placement.Status> = []
    for status in statuses {
      switch status {
      case .levels(let own): levels.formUnion(own)
      case .comparedOnly(let own):
        compared.formUnion(own)
        continue
      case .unknown: continue
      case .null, .conflict, .notKnownThen: break
      }
      firm.insert(status)
    }
    if firm.isEmpty { return compared.isEmpty ? .unknown : .comparedOnly(compared.sorted()) }
    if firm.count == 1 { return firm[firm.startIndex] }
    return firm.allSatisfy { !$0.levels.isEmpty } ? .levels(levels.sorted()) : .conflict
  }

  /// The levels that a concept stands at in its own framework, with the links that say so.
  ///
  /// A level stands at itself. Where no level is known for the day, those are given that may hold.
  package func levels(of record: ConceptRecord) throws -> [(level: Identifier, by: LinkRecord?)] {
    guard record.concept.kind == .qualification else {
      return record.concept.kind == .level ? [(record.id, nil)] : []
    }
    let links = try graph.links(from: record.id).filter { $0.link.relation == .atLevel }
    var seen: Set<Identifier> = []
    let known = links.filter { holding(of: $0, of: record) == .yes }
    return (known.isEmpty ? links.filter { holding(of: $0, of: record) == .notKnown } : known)
      .filter { seen.insert($0.link.to).inserted }.map { ($0.link.to, $0) }
  }

  /// Whether a statement on a concept holds on the day; one of a register holds since the concept is in
  /// it.
  func holding(of link: LinkRecord, of record: ConceptRecord) -> Holding {
    let validity = record.concept.validity
    guard let rule, validity.hasBeginning, !link.link.validity.hasBeginning else {
      return holding(of: link)
    }
    return link.link.validity.holding(on: rule.day)
      .and(Validity(from: validity.from, by: validity.by).holding(on: rule.day))
  }

  /// Where a level stands in each reference framework that any source names, by name.
  package func placements(of level: Identifier) throws -> [Placement] {
    if isReference(level.framework) {
      return [Placement(reference: level.framework, status: .levels([level]), links: [])]
    }
    let links = try graph.links(from: level).filter { record in
      let relation = record.link.relation
      return (relation == .referencedTo || relation == .comparedTo || relation.isNull)
        && isReference(record.link.to.framework) && mayCount(record)
    }
    let byReference = Dictionary(grouping: links) { $0.link.to.framework }
    return byReference.keys.sorted { $0.description < $1.description }.map { reference in
      let links = byReference[reference, default: []]
      let known = valid(links)
      return known.isEmpty
        ? Placement(reference: reference, status: .notKnownThen, links: links)
        : Placement(reference: reference, status: Self.status(of: known), links: known)
    }
  }

  /// Whether a link may say something of the day.
  ///
  /// A comparison that may have been made by then says nothing: none changes a finding.
  private func mayCount(_ record: LinkRecord) -> Bool {
    switch holding(of: record) {
    case .yes: true
    case .no: false
    case .notKnown: record.link.relation != .comparedTo
    }
  }

  /// Whether others are referenced to this framework.
  package func isReference(_ framework: FrameworkName) -> Bool {
    metaFrameworks[framework] != nil
  }

  /// Whether a link holds on the day.
  package func holding(of link: LinkRecord) -> Holding { rule?.holding(of: link) ?? .yes }

  /// The links that are known to hold on the day, to frameworks that exist on it.
  package func valid(_ links: [LinkRecord]) -> [LinkRecord] {
    rule == nil ? links : links.filter { holding(of: $0) == .yes }
  }

  /// Whether it is not known if a version had begun on the day.
  func isOpen(_ version: Validity) -> Bool {
    rule.map { version.holding(on: $0.day) == .notKnown } ?? false
  }

  /// The links of which it is not known whether they held on the day.
  package func open(_ links: [LinkRecord]) -> [LinkRecord] {
    rule == nil ? [] : links.filter { holding(of: $0) == .notKnown }
  }

  /// The reference frameworks that the links lead to and that do not exist on the day, with their
  /// days.
  package func notInForce(_ links: [LinkRecord]) -> [(FrameworkName, Validity)] {
    guard let day = rule?.day else { return [] }
    return Set(links.map(\.link.to.framework)).sorted { $0.description < $1.description }
      .compactMap { name in
        metaFrameworks[name].flatMap { $0.contains(day) ? nil : (name, $0) }
      }
  }

  /// What several sources come to: they agree when each names the same levels, or the same null.
  private static func status(of links: [LinkRecord]) -> Placement.Status {
    let binding = links.filter { $0.link.relation != .comparedTo }
    guard !binding.isEmpty else {
      return links.isEmpty ? .unknown : .comparedOnly(Array(Set(links.map(\.link.to))).sorted())
    }
    let views = Dictionary(grouping: binding) { $0.evidence.document?.key ?? "" }.values
      .map { links in Set(links.map { View(relation: $0.link.relation, to: $0.link.to) }) }
    guard let view = views.first, views.allSatisfy({ $0 == view }) else { return .conflict }
    let nulls = view.map(\.relation).filter(\.isNull)
    if let null = Judgement.gravest(of: nulls) {
      return nulls.count == view.count ? .null(null) : .conflict
    }
    return .levels(view.map(\.to).sorted())
  }

  private struct View: Hashable {
    var relation: Relation
    var to: Identifier
  }
}

extension Placement.Status {
  /// Whether nothing links to the reference framework, or no more than a comparison.
  var isUnlinked: Bool {
    switch self {
    case .comparedOnly, .unknown: true
    case .levels, .null, .conflict, .notKnownThen: false
    }
  }
}

extension Sequence<Identifier> {
  package func sorted() -> [Identifier] { sorted { $0.description < $1.description } }
}
