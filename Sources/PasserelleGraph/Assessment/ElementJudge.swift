internal import PasserelleModel

/// Judges a certificate element by element.
///
/// Where no source carries an answer, the answer is that it is not known.
struct ElementJudge {
  let vantage: Vantage
  let certificate: Certificate
  let view: Assessment.View
  let target: ConceptRecord?
  let gap: Gap?
  /// The country where it is to count, and its frameworks.
  let country: CountryCode
  let destinations: [Framework]
  let purpose: Purpose

  private var graph: any GraphReading { vantage.graph }

  func elements() throws -> [ElementJudgement] {
    [try level(), workload(), try quality(), try profile(), outcomes()]
  }

  // MARK: - Level

  func level() throws -> ElementJudgement {
    guard let record = view.understanding.record, let correspondents = view.correspondents else {
      return notKnown(.level, .levelCertificateUnknown)
    }
    if let successors = correspondents.subject.items.first?.successors, !successors.isEmpty {
      return try since(successors, of: record)
    }
    return try level(of: record, correspondents)
  }

  /// An old level is looked up by what has taken its place, where that is one.
  private func since(
    _ successors: [Comparison.Successor], of record: ConceptRecord
  ) throws -> ElementJudgement {
    let values = ["old": "\(record.id)", "new": successors.map(\.record.id).list]
    let links = successors.flatMap(\.links)
    guard successors.count == 1, let new = successors.first?.record else {
      return judged(.notKnown, .levelSinceSeveral, values, links)
    }
    let found = try CorrespondentFinder(vantage).find(new, in: destinations)
    var judgement = try level(of: new, found)
    judgement.reasons.insert(ElementReason.levelSince(values), at: 0)
    judgement.links = links + judgement.links
    return judgement
  }

  private func level(
    of record: ConceptRecord, _ correspondents: Correspondents
  ) throws -> ElementJudgement {
    guard let target, target.concept.kind == .level || target.concept.kind == .qualification else {
      return isHome(record)
        ? try atHome(record, correspondents) : try beside(correspondents)
    }
    if target.id.framework == record.id.framework { return try atHome(record, beside: target) }
    let comparison = try Comparer(vantage).compare(
      [record, target], for: purpose)
    return try beside(comparison)
  }

  /// Whether a qualification is of the very system in which it is to count: a system that serves
  /// several countries is home to those who learned in this one.
  private func isHome(_ record: ConceptRecord) -> Bool {
    destinations.contains { framework in
      framework.name == record.id.framework && framework.countries.contains(where: country.isWithin)
        && certificate.country.isWithin(country)
    }
  }

  /// A qualification of the very system in which it is to count.
  private func atHome(
    _ record: ConceptRecord, _ correspondents: Correspondents
  ) throws -> ElementJudgement {
    let placed = try Comparer(vantage).place(record)
    let levels = placed.levels.map(\.id).filter { $0 != record.id }
    let links = placed.levels.compactMap(\.by)
    return levels.isEmpty
      ? judged(.comparable, .levelHome, [:], links)
      : judged(.comparable, .levelHomeAt, ["here": levels.list], links)
  }

  /// Two of one framework: its own order says which is the higher.
  private func atHome(
    _ record: ConceptRecord, beside target: ConceptRecord
  ) throws -> ElementJudgement {
    let placed = try [record, target].map(Comparer(vantage).place)
    let levels = placed.map { $0.levels.map(\.id) }
    let links = placed.flatMap { $0.levels.compactMap(\.by) }
    let values = ["here": levels[0].list, "there": levels[1].list, "target": "\(target.id)"]
    guard let here = try orders(of: levels[0]).max(), let there = try orders(of: levels[1]).min()
    else { return judged(.notKnown, .levelNoLink, values, links) }
    return if here >= there {
      judged(.comparable, here == there ? .levelSame : .levelAbove, values, links)
    } else if here == there - 1 {
      judged(.partly, .levelNextBelow, values, links)
    } else {
      judged(.substantialDifferencePossible, .levelBelow, values, links)
    }
  }

  /// Beside what is sought.
  private func beside(_ comparison: Comparison) throws -> ElementJudgement {
    let links = comparison.direct + comparison.items.flatMap(\.links)
    let places = comparison.items.map { $0.placement?.namedLevels ?? [] }
    let values = [
      "here": places[0].list, "there": places[1].list, "target": "\(comparison.items[1].record.id)",
    ]
    let isLower = try isLower(places[0], than: places[1])
    return switch comparison.finding {
    case .declaredEquivalent: judged(.comparable, .levelDeclared, values, links)
    case .sameReferenceLevel: try same(comparison, values, links)
    case .adjacent where isLower: judged(.partly, .levelNextBelow, values, links)
    case .different where isLower:
      judged(.substantialDifferencePossible, .levelBelow, values, links)
    case .adjacent, .different: judged(.comparable, .levelAbove, values, links)
    case .conflict: judged(.notKnown, .levelConflict, values, links)
    case .ambiguous: judged(.notKnown, .levelAmbiguous, values, links)
    case .notKnownThen: judged(.notKnown, .levelNotKnownThen, values, links)
    case .noOfficialLink, .notUsable, .noneAgreed, .belowScale:
      judged(.notKnown, .levelNoLink, values, links)
    }
  }

  /// Whether the highest of some reference levels is below the lowest of others.
  private func isLower(_ here: [Identifier], than there: [Identifier]) throws -> Bool {
    guard let highest = try orders(of: here).max(), let lowest = try orders(of: there).min() else {
      return false
    }
    return highest < lowest
  }

  /// Two that share a reference level.
  ///
  /// It is coarser than the levels that it links: where a higher one of this side or a lower one of the
  /// other shares it, that the two meet does not follow.
  private func same(
    _ comparison: Comparison, _ values: [String: String], _ links: [LinkRecord]
  ) throws -> ElementJudgement {
    let (here, there) = (comparison.items[0].level, comparison.items[1].level)
    let shared = try comparison.referenceLevels.flatMap { reference in
      try neighbours(of: here, at: reference).higher + neighbours(of: there, at: reference).lower
    }
    return shared.isEmpty
      ? judged(.comparable, .levelSame, values, links)
      : judged(
        .partly, .levelSameShared,
        values.merging(["shared": shared.list]) { first, _ in first }, links)
  }

  /// The other levels of a framework that share a reference level with one of them.
  private func neighbours(
    of level: Identifier?, at reference: Identifier
  ) throws -> (lower: [Identifier], higher: [Identifier]) {
    guard let level, let own = try graph.concept(level)?.order else { return ([], []) }
    let others = try vantage.placer.valid(graph.links(to: reference, from: level.framework))
      .filter { $0.link.relation == .referencedTo }
      .compactMap { try graph.concept($0.link.from) }.filter { $0.concept.kind == .level }
    return (
      others.filter { $0.order < own }.map(\.id).sorted(),
      others.filter { $0.order > own }.map(\.id).sorted()
    )
  }

  private func orders(of levels: [Identifier]) throws -> [Int] {
    try levels.compactMap { try graph.concept($0)?.order }
  }

  /// Beside whatever stands over there.
  private func beside(_ correspondents: Correspondents) throws -> ElementJudgement {
    let declared = correspondents.declared.filter {
      $0.links.allSatisfy { $0.isInScope(for: purpose) }
    }
    guard declared.isEmpty else {
      return judged(
        .comparable, .levelDeclared, ["target": declared.map(\.id).list],
        declared.flatMap(\.links))
    }
    let settled = correspondents.matches.filter { !$0.isContingent && $0.since == nil }
    let same = settled.filter { $0.finding == .sameReferenceLevel }
    let near = same.isEmpty ? settled.filter { $0.finding == .adjacent } : same
    let links = correspondents.subject.items.flatMap(\.links) + near.flatMap(\.links)
    var values = [
      "here": correspondents.subject.referenceLevels.list, "there": near.map(\.record.id).list,
    ]
    guard near.isEmpty else {
      guard !same.isEmpty else { return judged(.partly, .levelNextThere, values, links) }
      let frameworks = Set(same.map(\.record.id.framework))
      if frameworks.count < same.count {
        return judged(.partly, .levelSameThereSeveral, values, links)
      }
      let higher = try correspondents.subject.referenceLevels.flatMap {
        try neighbours(of: correspondents.subject.items.first?.level, at: $0).higher
      }
      values["shared"] = higher.list
      return higher.isEmpty
        ? judged(.comparable, .levelSameThere, values, links)
        : judged(.partly, .levelSameThereShared, values, links)
    }
    return switch correspondents.subject.finding {
    case .conflict: judged(.notKnown, .levelConflict, values, links)
    case .ambiguous: judged(.notKnown, .levelAmbiguous, values, links)
    case .notKnownThen: judged(.notKnown, .levelNotKnownThen, values, links)
    case .declaredEquivalent, .sameReferenceLevel, .adjacent, .different, .noOfficialLink,
      .notUsable, .noneAgreed, .belowScale:
      judged(.notKnown, .levelNoLink, values, links)
    }
  }

  private func judged(
    _ comparability: Comparability, _ reason: ElementReason, _ values: [String: String],
    _ links: [LinkRecord]
  ) -> ElementJudgement {
    ElementJudgement(
      element: .level, comparability: comparability, reasons: [reason(values)], links: links)
  }

  // MARK: - The other elements

  /// By what registers state of both in one unit; whether less is substantially less, no number says.
  private func workload() -> ElementJudgement {
    let own = view.understanding.record?.concept.workloads ?? []
    let sought = target?.concept.workloads ?? []
    for there in sought {
      guard let here = own.first(where: { $0.unit == there.unit }) else { continue }
      let isEnough = here.bounds.upperBound >= there.bounds.lowerBound
      return ElementJudgement(
        element: .workload,
        comparability: isEnough ? .comparable : .substantialDifferencePossible,
        reasons: [
          (isEnough ? ElementReason.workloadEnough : .workloadLess)(
            ["here": "\(here)", "there": "\(there)"])
        ], links: [])
    }
    let here = own.map(\.description) + [certificate.workload].compactMap { $0 }
    guard here.isEmpty else {
      return notKnown(
        .workload, .workloadThereUnknown, ["workload": here.joined(separator: "; ")])
    }
    return sought.isEmpty
      ? notKnown(.workload, .workloadUnknown)
      : notKnown(
        .workload, .workloadHereUnknown,
        ["workload": sought.map(\.description).joined(separator: "; ")])
  }

  private func quality() throws -> ElementJudgement {
    guard let record = view.understanding.record,
      let framework = try graph.framework(record.id.framework)
    else { return notKnown(.quality, .qualityUnknown) }
    var judgement = notKnown(
      .quality, .qualityOfFramework,
      ["framework": framework.title.preferred ?? "\(framework.name)"])
    judgement.links = try graph.links(from: record.id).filter { $0.link.relation == .atLevel }
    return judgement
  }

  private func profile() throws -> ElementJudgement {
    let own = try fields(of: view.understanding.record, beside: certificate.field)
    let sought = try target.map { try fields(of: $0, beside: nil) } ?? []
    guard !own.isEmpty, !sought.isEmpty else {
      return notKnown(.profile, own.isEmpty ? .profileFieldUnknown : .profileTargetUnknown)
    }
    let values = ["here": own.list, "there": sought.list]
    func judged(_ comparability: Comparability, _ reason: ElementReason) -> ElementJudgement {
      ElementJudgement(
        element: .profile, comparability: comparability, reasons: [reason(values)], links: [])
    }
    if !Set(own).isDisjoint(with: sought) { return judged(.comparable, .profileSameField) }
    let wider = try Set(own.flatMap(above)), soughtWider = try Set(sought.flatMap(above))
    return wider.isDisjoint(with: soughtWider)
      ? judged(.substantialDifferencePossible, .profileOtherField)
      : judged(.partly, .profileNearField)
  }

  private func fields(
    of record: ConceptRecord?, beside stated: Identifier?
  ) throws -> [Identifier] {
    let known = try record.map { try graph.links(from: $0.id) } ?? []
    return [stated].compactMap { $0 }
      + known.filter { $0.link.relation == .inField }.map(\.link.to)
  }

  /// A field with those that it is part of.
  private func above(_ field: Identifier) throws -> [Identifier] {
    var (found, next) = ([field], Optional(field))
    while let field = next, found.count < 8 {
      next = try graph.links(from: field).first { $0.link.relation == .broader }?.link.to
      if let next { found.append(next) }
    }
    return found
  }

  private func outcomes() -> ElementJudgement {
    guard let gap, !gap.needs.isEmpty else { return notKnown(.outcomes, .outcomesTargetUnknown) }
    guard gap.offered > 0 else { return notKnown(.outcomes, .outcomesUnknown) }
    let essential = gap.needs.filter(\.isEssential)
    let needs = essential.isEmpty ? gap.needs : essential
    let covered = needs.count { $0.coverage == .covered }
    let partly = needs.count { $0.coverage == .partly }
    let comparability: Comparability =
      covered == needs.count
      ? .comparable : covered + partly > 0 ? .partly : .substantialDifferencePossible
    return ElementJudgement(
      element: .outcomes, comparability: comparability,
      reasons: [
        ElementReason.outcomesCovered(
          ["covered": "\(covered)", "partly": "\(partly)", "of": "\(needs.count)"])
      ],
      links: needs.compactMap(\.supply))
  }

  private func notKnown(
    _ element: Element, _ reason: ElementReason, _ values: [String: String] = [:]
  ) -> ElementJudgement {
    ElementJudgement(
      element: element, comparability: .notKnown, reasons: [reason(values)], links: [])
  }
}
