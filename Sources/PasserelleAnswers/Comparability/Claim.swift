internal import PasserelleGraph
internal import PasserelleModel

/// What may be claimed of a certificate: no more than the sources say of its five elements.
struct Claim {
  let phrase: Phrase

  init(_ holding: Assessment.Holding) {
    let known = holding.elements.filter { $0.comparability != .notKnown }
    let unknown = holding.elements.filter { $0.comparability == .notKnown }.map {
      $0.element.inText()
    }
    guard !known.isEmpty else {
      phrase = ComparabilityKey.summaryClaimNothing()
      return
    }
    let said = known.map { judgement in
      let isTodayAlone = judgement.element == .level && holding.levelBeforeItsFramework != nil
      let element: ComparabilityKey =
        isTodayAlone ? .claimLevelToday : judgement.element.inText
      return ComparabilityKey.summaryClaimElement(
        parts: ["element": [element()], "judgement": [judgement.comparability()]])
    }
    let isDeclared = holding.level?.reasons.contains {
      $0.key == ElementReason.levelDeclared.key
    }
    let key: ComparabilityKey =
      isDeclared == true
      ? .summaryClaimDeclared
      : known.contains { $0.comparability == .substantialDifferencePossible }
        ? .summaryClaimDifference : .summaryClaim
    phrase = key(parts: ["elements": said, "unknown": unknown])
  }
}

extension Element {
  /// Its name within a sentence.
  fileprivate var inText: ComparabilityKey {
    switch self {
    case .level: .claimLevel
    case .workload: .claimWorkload
    case .quality: .claimQuality
    case .profile: .claimProfile
    case .outcomes: .claimOutcomes
    }
  }
}
