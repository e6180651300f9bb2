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
  /// Whether it is about a type of qualification, and no certificate of a person.
  let isStanding: Bool

  var graph: any GraphReading { vantage.graph }

  func elements() throws -> [ElementJudgement] {
    [try level(), workload(), try quality(), try profile(), outcomes()]
  }

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
      ? notKnown(.workload, isStanding ? .workloadOfTypeUnknown : .workloadUnknown)
      : notKnown(
        .workload, .workloadHereUnknown,
        ["workload": sought.map(\.description).joined(separator: "; ")])
  }

  private func quality() throws -> ElementJudgement {
    guard let record = view.understanding.record,
      let framework = try graph.framework(record.id.framework)
    else { return notKnown(.quality, .qualityUnknown) }
    var judgement = notKnown(
      .quality, isStanding ? .qualityOfType : .qualityOfFramework,
      parts: [
        "framework": [
          framework.title.isEmpty ? .verbatim("\(framework.name)") : Phrase(framework.title)
        ]
      ])
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

  func notKnown(
    _ element: Element, _ reason: ElementReason, _ values: [String: String] = [:],
    parts: [String: [Phrase]] = [:]
  ) -> ElementJudgement {
    ElementJudgement(
      element: element, comparability: .notKnown, reasons: [reason(values, parts: parts)],
      links: [])
  }
}
