internal import PasserelleModel

/// What two levels come to, as far as an atlas shows it: made of the very judgement of `compare`.
struct AtlasPair {
  var reach: Reach
  var via: [FrameworkName] = []
  /// The links of one level to the other, if those decide.
  var links: [LinkRecord] = []

  init(_ one: Placed, _ other: Placed) {
    let judgement = Judgement(of: [one, other], for: nil)
    let stated = judgement.direct.filter { $0.link.linksLevels }
    let declared = stated.filter { $0.declares(inTheOrderOf: [one.record.id, other.record.id]) }
    let mapped = stated.filter(\.link.relation.isMatch)
    let reference = [judgement.reference].compactMap { $0 }
    let isLinked = judgement.sides.allSatisfy { $0.placement?.status.isLink ?? false }
    switch judgement.finding {
    case .declaredEquivalent:
      (reach, links) = (.direct, declared)
    case .notUsable where judgement.denies(.notUsable),
      .noneAgreed where judgement.denies(.noneAgreed):
      (reach, links) = (.unsettled, judgement.direct)
    case _ where !mapped.isEmpty:
      (reach, links) = (.direct, mapped)
    case .sameReferenceLevel, .adjacent, .different:
      let isScale = reference.contains { [one, other].map(\.record.id.framework).contains($0) }
      (reach, via) = (isScale ? .direct : .chained, reference)
    case .conflict where isLinked, .ambiguous where isLinked, .notKnownThen where isLinked:
      (reach, via) = (.unsettled, reference)
    case .notKnownThen where !judgement.openDeclarations.isEmpty:
      (reach, links) = (.unsettled, judgement.openDeclarations)
    case .conflict, .ambiguous, .notKnownThen, .notUsable, .noneAgreed, .belowScale,
      .noOfficialLink:
      self = Self.weak(one, other, judgement)
    }
  }

  /// What only indicates.
  private static func weak(_ one: Placed, _ other: Placed, _ judgement: Judgement) -> AtlasPair {
    let indications = Indications(reference: judgement.reference, purpose: nil)
      .indications(of: [one, other])
    let ofLevels = indications.filter { !$0.sides.contains(where: \.isWhole) }
    // A comparison of the two commits nobody, whoever has made it.
    let compared = judgement.direct.filter {
      $0.link.linksLevels && $0.link.relation == .comparedTo
    }
    if !ofLevels.isEmpty || !compared.isEmpty {
      var pair = AtlasPair(.indication, by: ofLevels)
      pair.links = compared
      return pair
    }
    if !indications.isEmpty { return AtlasPair(.wholes, by: indications) }
    let wholes = judgement.direct.filter { $0.link.from.code == nil || $0.link.to.code == nil }
      .filter { $0.link.relation != .supersedes }
    guard !wholes.isEmpty else { return AtlasPair(.none, by: []) }
    var pair = AtlasPair(.wholes, by: [])
    pair.links = wholes
    return pair
  }

  private init(_ reach: Reach, by indications: [Indication]) {
    self.reach = reach
    for basis in indications.map(\.basis) where !via.contains(basis) { via.append(basis) }
  }
}

extension Placement.Status {
  /// Whether a source links the level, with commitment: that it has no level there is not a link.
  fileprivate var isLink: Bool {
    switch self {
    case .levels, .conflict, .notKnownThen: true
    case .null, .comparedOnly, .unknown: false
    }
  }
}

extension Judgement {
  /// Whether a source says of the two themselves that nothing usable links them.
  fileprivate func denies(_ relation: Relation) -> Bool {
    direct.contains { $0.link.relation == relation }
  }
}

extension Link {
  /// Whether it is about two concepts, and not about frameworks as wholes.
  var linksLevels: Bool { from.code != nil && to.code != nil }
}
