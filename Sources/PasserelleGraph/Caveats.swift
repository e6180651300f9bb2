internal import PasserelleModel

/// Collects what the reader of a comparison must know before acting on it.
///
/// Part of it is known about each item, whatever it is compared with; the rest lies between them.
struct Caveats {
  /// What must be known about one item.
  struct OfItem: Sendable {
    /// What became of its version.
    var version: [Phrase]
    /// Where it is placed, and what that is based on.
    var place: [Phrase]
  }

  let graph: any GraphReading
  let placer: Placer

  init(_ graph: any GraphReading, placer: Placer) {
    self.graph = graph
    self.placer = placer
  }

  /// What must be known about an item, alone or beside others.
  func caveats(of item: Comparison.Item, isAlone: Bool, on day: Day) throws -> OfItem {
    OfItem(
      version: try versions(of: item, on: day),
      place: try status(of: item, isAlone: isAlone, on: day) + unlinkedLevels(of: item)
        + elsewhere(item)
        + recalled(item) + company(of: item) + notes(on: item))
  }

  /// What must be known about a whole comparison, most important first, each once.
  ///
  /// Nothing is asked of the graph.
  static func caveats(
    for comparison: Comparison, of placed: [Placed], _ items: [OfItem]
  ) -> [Phrase] {
    var caveats: [Phrase] = []
    let known = comparison.indications.flatMap(\.places)
    func add(_ caveat: Phrase) {
      if !caveats.contains(caveat), !known.contains(caveat) { caveats.append(caveat) }
    }
    sameFramework(placed).forEach(add)
    declarations(in: comparison).forEach(add)
    for record in comparison.direct where !record.isInScope(for: comparison.purpose) {
      add(Caveat.otherPurpose(["from": "\(record.link.from)"]))
    }
    open(comparison.direct).forEach(add)
    for item in comparison.items { open(item.links).forEach(add) }
    if !comparison.precedents.isEmpty { add(Caveat.precedent()) }
    for item in items { item.version.forEach(add) }
    for item in items { item.place.forEach(add) }
    if [.sameReferenceLevel, .adjacent, .different].contains(comparison.finding) {
      add(bestFit)
    }
    if placed.count > 1, comparison.items.contains(where: { $0.level != nil }) {
      add(oneElement)
    }
    return caveats
  }

  private static let bestFit = Caveat.bestFit()
  private static let oneElement = Caveat.oneElement()

  /// Two levels of one framework are two levels, whatever they share elsewhere.
  private static func sameFramework(_ placed: [Placed]) -> [Phrase] {
    let single = placed.compactMap { $0.levels.count == 1 ? $0.levels[0] : nil }
    return single.indices.flatMap { index in
      single[(index + 1)...].compactMap { other -> Phrase? in
        let one = single[index]
        guard one.id != other.id, one.id.framework == other.id.framework,
          let first = one.order, let second = other.order
        else { return nil }
        let (lower, upper) = first < second ? (one.id, other.id) : (other.id, one.id)
        return Caveat.twoLevels(["lower": "\(lower)", "upper": "\(upper)"])
      }
    }
  }

  /// The scope of what is declared, or that it is declared the other way only.
  private static func declarations(in comparison: Comparison) -> [Phrase] {
    guard !comparison.direct.isEmpty else { return [] }
    let ids = comparison.items.map(\.record.id)
    let declared = Set(
      comparison.direct.filter { $0.link.relation == .declaredEquivalent }
        .map { [$0.link.from, $0.link.to] })
    return comparison.direct.compactMap { record in
      let (from, to) = (record.link.from, record.link.to)
      let isAgainst =
        record.declares(inTheOrderOf: ids.reversed()) && !declared.contains([to, from])
      return isAgainst
        ? Caveat.otherWay(["from": "\(from)", "to": "\(to)"]) : scope(of: record)
    }
  }

  /// Links whose source does not say which of several versions it means.
  static func open(_ links: [LinkRecord]) -> [Phrase] {
    links.filter(\.isOpen).map { record in
      Caveat.openVersion(parts: ["statement": [record.link.statement]])
    }
  }

  private static func scope(of record: LinkRecord) -> Phrase? {
    let link = record.link
    guard link.relation == .declaredEquivalent else { return nil }
    let caveat: Caveat =
      switch (link.parties.isEmpty, link.purposes.isEmpty) {
      case (false, false): .scope
      case (true, false): .scopeWithoutParties
      case (false, true): .scopeWithoutPurpose
      case (true, true): .scopeUnnamed
      }
    return caveat(
      [
        "from": "\(link.from)", "to": "\(link.to)",
        "parties": link.parties.joined(separator: ", "),
      ], parts: ["purpose": link.purposes.map { $0() }])
  }

  private func status(
    of item: Comparison.Item, isAlone: Bool, on day: Day
  ) throws -> [Phrase] {
    let id = item.record.id
    let names = ["id": "\(id)", "reference": item.placement?.reference.description ?? ""]
    switch item.placement?.status {
    case .levels(let levels) where levels.count > 1:
      return [Caveat.spans(["id": "\(id)", "levels": levels.list])]
    case .null(.belowScale): return [Caveat.belowScale(names)]
    case .null(.notReferenced): return [Caveat.notReferenced(names)]
    case .null(.noneAgreed): return [Caveat.noneAgreed(names)]
    case .null(.notUsable): return [Caveat.notUsable(names)]
    case .comparedOnly(let levels):
      return [Caveat.comparedOnly(["id": "\(id)", "levels": levels.list])]
    case .conflict: return [Caveat.conflict(names)]
    case .notKnownThen: return try openLinks(of: item).flatMap(beginning)
    case nil, .unknown:
      // Nobody expects an occupation to have a level.
      let kind = item.record.concept.kind
      guard kind == .level || kind == .qualification else { return [] }
      let subjects = [id] + (item.level == id ? [] : [item.level].compactMap { $0 })
      let early = placer.notInForce(try subjects.flatMap { try graph.links(from: $0) }).map {
        name, validity in
        let names = ["framework": "\(name)"]
        return validity.from.map { from in
          Caveat.notYetBefore(names, parts: ["date": [Phrase(from)]])
        } ?? Caveat.notYet(names)
      }
      guard early.isEmpty else { return early }
      let later = try notLinkedYet(subjects, on: day)
      guard later.isEmpty else { return later }
      let caveat: Caveat = isAlone ? .notLinked : .notLinkedInCommon
      return [caveat(names)] + (try wholeLinks(of: item))
    default:
      return []
    }
  }

  /// What the framework as a whole is linked to, where its levels are not.
  private func wholeLinks(of item: Comparison.Item) throws -> [Phrase] {
    let framework = Identifier(item.framework.name)
    return placer.valid(try graph.links(from: framework)).compactMap { record in
      let note = record.link.note
      let evidence =
        [record.evidence.document?.publisher].compactMap { $0.map(Phrase.verbatim) }
        + (note.isEmpty ? [] : [Phrase(note)])
      return record.link.relation.ofWhole?(
        ["framework": "\(framework)", "to": "\(record.link.to)"],
        parts: ["evidence": evidence.isEmpty ? [.verbatim("–")] : evidence])
    }
  }

  /// The other levels of the item's framework that reach the same reference level.
  private func company(of item: Comparison.Item) throws -> [Phrase] {
    guard case .levels(let levels) = item.placement?.status, let own = item.level else { return [] }
    return try levels.compactMap { level in
      let others = placer.valid(try graph.links(to: level, from: own.framework))
        .filter { $0.link.relation == .referencedTo }
        .map(\.link.from).filter { $0 != own }
      let names = try Set(others).filter { try graph.concept($0)?.concept.kind == .level }.sorted()
      guard !names.isEmpty else { return nil }
      return Caveat.shared(["level": "\(level)", "others": names.list, "own": "\(own)"])
    }
  }

  /// Where the item stands in other reference frameworks than the one of the answer.
  private func elsewhere(_ item: Comparison.Item) -> [Phrase] {
    item.others.filter { $0.isFirm && !$0.links.isEmpty }.compactMap { placement in
      let levels = placement.namedLevels.list
      return levels.isEmpty
        ? nil : Caveat.elsewhere(["id": "\(item.record.id)", "levels": levels])
    }
  }

  /// The levels of a qualification that are linked to nothing, where others of its levels are.
  private func unlinkedLevels(of item: Comparison.Item) -> [Phrase] {
    let levels = item.links
      .filter { $0.link.relation == .atLevel && $0.link.from == item.record.id }.map(\.link.to)
    let linked = levels.filter { level in item.links.contains { $0.link.from == level } }
    guard !linked.isEmpty, linked.count < levels.count else { return [] }
    return [
      Caveat.notLinkedLevels([
        "id": "\(item.record.id)", "levels": levels.list,
        "others": levels.filter { !linked.contains($0) }.list,
        "reference": item.placement?.reference.description ?? "",
      ])
    ]
  }

  /// What is itself only recalled: a level that no source was seen to have.
  private func recalled(_ item: Comparison.Item) -> [Phrase] {
    guard !item.record.evidence.isVerified else { return [] }
    let names = ["id": "\(item.record.id)"]
    return [
      item.record.evidence.document.map { document in
        Caveat.recalled(names.merging(["title": document.title]) { first, _ in first })
      } ?? Caveat.recalledWithoutSource(names)
    ]
  }

  private func notes(on item: Comparison.Item) throws -> [Phrase] {
    let subjects = [item.record.id, item.level, Identifier(item.record.id.framework)]
    let unverified = item.links.filter { !$0.evidence.isVerified }.map { record in
      Caveat.unverifiedLink(parts: ["statement": [record.link.statement]])
    }
    return try notes(about: subjects.compactMap { $0 }) + unverified
  }

  /// What is noted of concepts and frameworks and may change an answer, each once.
  func notes(about subjects: [Identifier]) throws -> [Phrase] {
    var seen: Set<Identifier> = []
    return try subjects.filter { seen.insert($0).inserted }.flatMap { subject in
      try graph.notes(about: subject).filter { !$0.note.isBackground && !$0.note.text.isEmpty }
        .map { record in
          let caveat: Caveat = record.evidence.isVerified ? .note : .unverifiedNote
          return caveat(["subject": "\(subject)"], parts: ["text": [Phrase(record.note.text)]])
        }
    }
  }

  /// What became of a version that is no longer in force, and of its levels.
  private func versions(of item: Comparison.Item, on day: Day) throws -> [Phrase] {
    let framework = item.framework
    guard !framework.validity.contains(day) else { return [] }
    let names = ["framework": "\(framework.name)"]
    if framework.validity.begins(after: day) {
      let caveat: Caveat = item.placement?.isFirm == true ? .linkedBefore : .notYetBefore
      return [
        caveat(
          names, parts: ["date": [framework.validity.from].compactMap { $0.map { Phrase($0) } }])
      ]
    }
    let successors = try graph.links(to: item.record.id).filter { $0.link.relation == .supersedes }
      .map(\.link.from)
    return [
      framework.validity.to.map { to in
        Caveat.notInForceAfter(names, parts: ["day": [Phrase(day)], "to": [Phrase(to)]])
      } ?? Caveat.notInForce(names, parts: ["day": [Phrase(day)]])
    ]
      + (successors.isEmpty
        ? try frameworkSuccessors(of: item)
        : [Caveat.succeeded(["id": "\(item.record.id)", "successors": successors.list])])
  }

  /// The frameworks that superseded one as a whole, where no source says what became of the level.
  private func frameworkSuccessors(of item: Comparison.Item) throws -> [Phrase] {
    guard item.successors.isEmpty else { return [] }
    return try graph.frameworks().filter { $0.supersedes == item.framework.name }.map { next in
      Caveat.frameworkSucceeded([
        "framework": "\(item.framework.name)", "successor": "\(next.name)",
        "id": "\(item.level ?? item.record.id)",
      ])
    }
  }
}

extension Indication {
  /// What its sides say already: where else the items are linked to.
  fileprivate var places: [Phrase] {
    kind != .regionalFramework || sides.count < 2
      ? [] : sides.map { Caveat.elsewhere(["id": "\($0.id)", "levels": $0.ends.list]) }
  }
}

extension Relation {
  /// What is said where a framework as a whole has this relation to a reference framework.
  fileprivate var ofWhole: Caveat? {
    switch self {
    case .referencedTo: .wholeReferenced
    case .comparedTo: .wholeCompared
    case .belowScale: .wholeBelowScale
    case .noneAgreed: .wholeNoneAgreed
    case .notReferenced: .wholeNotReferenced
    case .notUsable: .wholeNotUsable
    default: nil
    }
  }
}

extension [Identifier] {
  /// The identifiers as a text has them, with commas.
  var list: String { map(\.description).joined(separator: ", ") }
}
