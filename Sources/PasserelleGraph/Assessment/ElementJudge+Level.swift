internal import PasserelleModel

extension ElementJudge {
  func level() throws -> ElementJudgement {
    if target == nil, destinations.allSatisfy({ $0.kind == .recognition }) {
      return notKnown(.level, .levelNoFramework, ["country": "\(country)"])
    }
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
      guard !isHome(record) else { return try atHome(record) }
      var judgement = try beside(correspondents)
      judgement.basis = LevelBasis(correspondents.subject, there: correspondents)
      return judgement
    }
    if target.id.framework == record.id.framework { return try atHome(record, beside: target) }
    let comparison = try Comparer(vantage).compare([record, target], for: purpose)
    var judgement = try beside(comparison)
    if try isLower(comparison) { judgement.reasons += instead(of: target, in: correspondents) }
    judgement.basis = LevelBasis(comparison, there: correspondents)
    return judgement
  }

  // MARK: - At home

  /// Whether a qualification is of the very system in which it is to count: a system that serves
  /// several countries is home to those who learned in this one.
  private func isHome(_ record: ConceptRecord) -> Bool {
    destinations.contains { framework in
      framework.name == record.id.framework && framework.countries.contains(where: country.isWithin)
        && certificate.country.isWithin(country)
    }
  }

  /// A qualification of the very system in which it is to count.
  private func atHome(_ record: ConceptRecord) throws -> ElementJudgement {
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

  // MARK: - Beside what is sought

  private func beside(_ comparison: Comparison) throws -> ElementJudgement {
    let links = comparison.direct + comparison.items.flatMap(\.links)
    let places = comparison.items.map { $0.placement?.namedLevels ?? [] }
    var values = [
      "here": places[0].list, "there": places[1].list, "target": "\(comparison.items[1].record.id)",
    ]
    let isLower = try isLower(comparison)
    switch comparison.finding {
    case .declaredEquivalent: return judged(.comparable, .levelDeclared, values, links)
    case .sameReferenceLevel: return try same(comparison, values, links)
    case .adjacent where isLower: return judged(.partly, .levelNextBelow, values, links)
    case .different where isLower:
      return judged(.substantialDifferencePossible, .levelBelow, values, links)
    case .adjacent, .different: return judged(.comparable, .levelAbove, values, links)
    case .conflict, .ambiguous, .notKnownThen, .noOfficialLink, .notUsable, .noneAgreed,
      .belowScale:
      values["reference"] = comparison.reference?.description
      var judgement = judged(
        .notKnown, UnsettledLevel(comparison).reason, values, links)
      let stated = Self.statedReasons(in: comparison)
      if !stated.isEmpty, comparison.finding != .conflict, comparison.finding != .ambiguous {
        judgement.reasons = [ElementReason.levelStated(parts: ["why": stated])]
      }
      return judgement
    }
  }

  /// Why the sources give one of the two no level: each names the side it is about.
  private static func statedReasons(in comparison: Comparison) -> [Phrase] {
    let keys = Set(Caveat.reasonsForNoLevel.map(\.key))
    return comparison.caveats.filter { keys.contains($0.key) }
  }

  /// What stands in the destination country at the certificate's own level, where what is sought is
  /// higher: the officer may look there next.
  private func instead(of target: ConceptRecord, in correspondents: Correspondents) -> [Phrase] {
    let same = correspondents.settled(.sameReferenceLevel)
    guard !same.isEmpty else { return [] }
    return [
      ElementReason.levelInstead([
        "here": correspondents.subject.referenceLevels.list, "there": same.map(\.listed).list,
      ])
    ]
  }

  /// Whether the certificate's highest reference level is below the lowest of what is sought.
  private func isLower(_ comparison: Comparison) throws -> Bool {
    let places = comparison.items.map { $0.placement?.namedLevels ?? [] }
    guard [.adjacent, .different].contains(comparison.finding),
      let highest = try orders(of: places[0]).max(), let lowest = try orders(of: places[1]).min()
    else { return false }
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

  // MARK: - Beside whatever stands over there

  private func beside(_ correspondents: Correspondents) throws -> ElementJudgement {
    let declared = correspondents.declared.filter {
      $0.links.allSatisfy { $0.isInScope(for: purpose) }
    }
    guard declared.isEmpty else {
      return judged(
        .comparable, .levelDeclared, ["target": declared.map(\.id).list],
        declared.flatMap(\.links))
    }
    let subject = correspondents.subject
    let same = correspondents.settled(.sameReferenceLevel)
    let near = same.isEmpty ? correspondents.settled(.adjacent) : same
    let links = subject.items.flatMap(\.links) + near.flatMap(\.links)
    var values = ["here": subject.referenceLevels.list, "there": near.map(\.record.id).list]
    guard near.isEmpty else {
      guard !same.isEmpty else { return judged(.partly, .levelNextThere, values, links) }
      let frameworks = Set(same.map(\.record.id.framework))
      if frameworks.count < same.count {
        return judged(.partly, .levelSameThereSeveral, values, links)
      }
      let higher = try subject.referenceLevels.flatMap {
        try neighbours(of: subject.items.first?.level, at: $0).higher
      }
      values["shared"] = higher.list
      return higher.isEmpty
        ? judged(.comparable, .levelSameThere, values, links)
        : judged(.partly, .levelSameThereShared, values, links)
    }
    let stated = Self.statedReasons(in: subject)
    guard stated.isEmpty || subject.finding == .conflict || subject.finding == .ambiguous else {
      var judgement = judged(.notKnown, .levelNoLink, values, links)
      judgement.reasons = [ElementReason.levelStated(parts: ["why": stated])]
      return judgement
    }
    return switch subject.finding {
    case .conflict: judged(.notKnown, .levelConflict, values, links)
    case .ambiguous: judged(.notKnown, .levelSpans, values, links)
    case .notKnownThen: judged(.notKnown, .levelNotKnownThen, values, links)
    case .sameReferenceLevel: judged(.notKnown, .levelNothingThere, values, links)
    case .declaredEquivalent, .adjacent, .different, .noOfficialLink, .notUsable, .noneAgreed,
      .belowScale:
      judged(.notKnown, .levelNoLinkHere, values, links)
    }
  }

  private func judged(
    _ comparability: Comparability, _ reason: ElementReason, _ values: [String: String],
    _ links: [LinkRecord]
  ) -> ElementJudgement {
    ElementJudgement(
      element: .level, comparability: comparability, reasons: [reason(values)], links: links)
  }
}

extension Correspondents.Match {
  /// The level, with the qualifications at it where they are few.
  fileprivate var listed: String {
    let names = qualifications.map(\.id.description)
    return (1...3).contains(names.count)
      ? "\(record.id) (\(names.joined(separator: ", ")))" : "\(record.id)"
  }
}

extension [String] {
  fileprivate var list: String { joined(separator: ", ") }
}
