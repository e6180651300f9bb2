internal import PasserelleGraph
internal import PasserelleModel

// What an explanation says in a terminal and on a page alike.
extension Language {
  /// What is known about a chain as a whole: its weakest link, its confidence, versions not in force.
  func facts(of ranked: RankedChain) -> [String] {
    var facts = [self(.explainWeakest, ["grade": self(ranked.grade)])]
    if let confidence = ranked.confidence {
      let open = ranked.chain.unstatedConfidences
      facts.append(
        self(
          open > 0 ? .explainConfidenceOpen : .explainConfidence,
          ["number": decimal(confidence.threeDigits), "count": "\(open)"]))
    }
    if ranked.expired > 0 { facts.append(self(.explainExpired, ["count": "\(ranked.expired)"])) }
    return facts
  }

  /// A step of a chain, and how it was made, with the name of its rule.
  func words(for step: Chain.Step) -> String {
    let rule =
      switch step.rule {
      case .stated: self(.explainRuleStated)
      case .inversion: self(.explainRuleInversion)
      default: self(.explainRule, ["rule": step.rule.rawValue])
      }
    return self(
      .explainStep,
      ["from": linked("\(step.from)"), "to": linked("\(step.to)"), "rule": rule])
  }

  /// How much the search for chains left out.
  func remainder(of explanation: Explanation) -> [String] {
    [
      explanation.superfluous > 0
        ? self(.explainSuperfluous, ["count": "\(explanation.superfluous)"]) : nil,
      explanation.isComplete ? nil : self(.explainIncomplete),
    ].compactMap(\.self)
  }

  /// What each reference framework says about the two.
  func hubs(of explanation: Explanation) -> [String] {
    explanation.hubs.map { hub in
      self(
        .explainHub,
        [
          "reference": self(Phrase(hub.reference)), "first": place(hub.first),
          "second": place(hub.second), "finding": self(hub.finding),
        ])
    }
  }

  /// Why there is no chain; `nil` if there is one.
  func whyNot(_ explanation: Explanation) -> String? {
    if let failed = explanation.failed {
      return self(
        .explainWhyNot, ["id": linked("\(failed.blockedAt)"), "reason": self(failed.reason)])
    }
    guard explanation.chains.isEmpty else { return nil }
    let apart = explanation.hubs.filter { [.adjacent, .different].contains($0.finding) }
      .map { self(Phrase($0.reference)) }
    return self(
      apart.isEmpty ? .explainWhyNotNothing : .explainWhyNotApart,
      ["references": apart.joined(separator: ", "), "count": "\(explanation.maxSteps)"])
  }

  private func place(_ placement: Placement?) -> String {
    guard let placement else { return self(.placeNoLink) }
    let levels = any(of: placement.namedLevels.map(\.codeText))
    return switch placement.status {
    case .levels: levels
    case .null(.belowScale): self(.placeBelowScale)
    case .null(.noneAgreed): self(.placeNoneAgreed)
    case .null(.notUsable): self(.placeNotUsable)
    case .null: self(.placeNotReferenced)
    case .conflict: self(.placeInConflict, ["levels": levels.isEmpty ? self(.placeNone) : levels])
    case .comparedOnly: self(.placeComparedOnly, ["levels": levels])
    case .notKnownThen: self(.placeNotKnownThen)
    case .unknown: self(.placeNoLink)
    }
  }
}

extension Double {
  fileprivate var threeDigits: String {
    let thousandths = Int((self * 1000).rounded(.down))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
