internal import PasserelleModel

/// Judges a certificate element by element.
///
/// Where no source carries an answer, the answer is that it is not known.
struct ElementJudge {
  let graph: any GraphReading
  let resolver: IdentifierResolver
  let certificate: Certificate
  let view: Assessment.View
  let target: ConceptRecord?
  let gap: Gap?
  let purpose: Purpose

  func elements() throws -> [ElementJudgement] {
    [try level(), workload(), try quality(), try profile(), outcomes()]
  }

  // MARK: - Level

  private func level() throws -> ElementJudgement {
    guard let record = view.understanding.record, let correspondents = view.correspondents else {
      return notKnown(.level, "level.certificate-unknown")
    }
    guard let target, target.concept.kind == .level || target.concept.kind == .qualification else {
      return level(by: correspondents)
    }
    let comparison = try Comparer(graph, resolver: resolver).compare(
      [record, target], for: purpose)
    return level(by: comparison, correspondents)
  }

  /// Beside what is sought.
  private func level(by comparison: Comparison, _ correspondents: Correspondents)
    -> ElementJudgement
  {
    let links = comparison.direct + comparison.items.flatMap(\.links)
    let places = comparison.items.map { $0.placement?.namedLevels.list ?? "" }
    let values = [
      "here": places[0], "there": places[1], "target": "\(comparison.items[1].record.id)",
    ]
    func judged(_ comparability: Comparability, _ key: String) -> ElementJudgement {
      ElementJudgement(
        element: .level, comparability: comparability, reason: Phrase(key, values), links: links)
    }
    switch comparison.finding {
    case .declaredEquivalent: return judged(.comparable, "level.declared")
    case .sameReferenceLevel: return judged(.comparable, "level.same")
    case .adjacent where isLower(comparison): return judged(.partly, "level.next-below")
    case .different where isLower(comparison):
      return judged(.substantialDifferencePossible, "level.below")
    case .adjacent, .different: return judged(.comparable, "level.above")
    case .conflict: return judged(.notKnown, "level.conflict")
    case .ambiguous: return judged(.notKnown, "level.ambiguous")
    case .noOfficialLink, .notUsable, .noneAgreed, .belowScale:
      return judged(.notKnown, "level.no-link")
    }
  }

  /// Whether the certificate stands lower than what is sought.
  private func isLower(_ comparison: Comparison) -> Bool {
    let orders = comparison.items.map { item in
      item.placement?.namedLevels.compactMap { try? graph.concept($0)?.order } ?? []
    }
    guard let here = orders[0].max(), let there = orders[1].min() else { return true }
    return here < there
  }

  /// Beside whatever stands over there.
  private func level(by correspondents: Correspondents) -> ElementJudgement {
    let settled = correspondents.matches.filter { !$0.isContingent && $0.since == nil }
    let same = settled.filter { $0.finding == .sameReferenceLevel }
    let near = same.isEmpty ? settled.filter { $0.finding == .adjacent } : same
    let links = correspondents.subject.items.flatMap(\.links) + near.flatMap(\.links)
    let values = [
      "here": correspondents.subject.referenceLevels.list, "there": near.map(\.record.id).list,
    ]
    func judged(_ comparability: Comparability, _ key: String) -> ElementJudgement {
      ElementJudgement(
        element: .level, comparability: comparability, reason: Phrase(key, values), links: links)
    }
    if !correspondents.declared.filter({ $0.links.allSatisfy { $0.isInScope(for: purpose) } })
      .isEmpty
    {
      return ElementJudgement(
        element: .level, comparability: .comparable,
        reason: Phrase(
          "level.declared", ["target": correspondents.declared.map(\.id).list]),
        links: correspondents.declared.flatMap(\.links))
    }
    guard near.isEmpty else {
      return same.isEmpty
        ? judged(.partly, "level.next-there") : judged(.comparable, "level.same-there")
    }
    switch correspondents.subject.finding {
    case .conflict: return judged(.notKnown, "level.conflict")
    case .ambiguous: return judged(.notKnown, "level.ambiguous")
    default: return judged(.notKnown, "level.no-link")
    }
  }

  // MARK: - The other elements

  private func workload() -> ElementJudgement {
    certificate.workload.map { stated in
      notKnown(.workload, "workload.there-unknown", ["workload": stated])
    } ?? notKnown(.workload, "workload.unknown")
  }

  private func quality() throws -> ElementJudgement {
    guard let record = view.understanding.record,
      let framework = try graph.framework(record.id.framework)
    else { return notKnown(.quality, "quality.unknown") }
    var judgement = notKnown(
      .quality, "quality.of-framework",
      ["framework": framework.title.preferred ?? "\(framework.name)"])
    judgement.links = try graph.links(from: record.id).filter { $0.link.relation == .atLevel }
    return judgement
  }

  private func profile() throws -> ElementJudgement {
    let own = try fields(of: view.understanding.record, beside: certificate.field)
    let sought = try target.map { try fields(of: $0, beside: nil) } ?? []
    guard !own.isEmpty, !sought.isEmpty else {
      return notKnown(.profile, own.isEmpty ? "profile.field-unknown" : "profile.target-unknown")
    }
    let values = ["here": own.list, "there": sought.list]
    func judged(_ comparability: Comparability, _ key: String) -> ElementJudgement {
      ElementJudgement(
        element: .profile, comparability: comparability, reason: Phrase(key, values), links: [])
    }
    if !Set(own).isDisjoint(with: sought) { return judged(.comparable, "profile.same-field") }
    let wider = try Set(own.flatMap(above)), soughtWider = try Set(sought.flatMap(above))
    return wider.isDisjoint(with: soughtWider)
      ? judged(.substantialDifferencePossible, "profile.other-field")
      : judged(.partly, "profile.near-field")
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
    guard let gap, !gap.needs.isEmpty else { return notKnown(.outcomes, "outcomes.target-unknown") }
    guard gap.offered > 0 else { return notKnown(.outcomes, "outcomes.unknown") }
    let essential = gap.needs.filter(\.isEssential)
    let needs = essential.isEmpty ? gap.needs : essential
    let covered = needs.count { $0.coverage == .covered }
    let partly = needs.count { $0.coverage == .partly }
    let comparability: Comparability =
      covered == needs.count
      ? .comparable : covered + partly > 0 ? .partly : .substantialDifferencePossible
    return ElementJudgement(
      element: .outcomes, comparability: comparability,
      reason: Phrase(
        "outcomes.covered",
        ["covered": "\(covered)", "partly": "\(partly)", "of": "\(needs.count)"]),
      links: needs.compactMap(\.supply))
  }

  private func notKnown(
    _ element: Element, _ key: String, _ values: [String: String] = [:]
  ) -> ElementJudgement {
    ElementJudgement(
      element: element, comparability: .notKnown, reason: Phrase(key, values), links: [])
  }
}

extension [Identifier] {
  fileprivate var list: String { map(\.description).joined(separator: ", ") }
}
