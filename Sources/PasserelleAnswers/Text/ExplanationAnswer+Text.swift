internal import PasserelleGraph
internal import PasserelleModel

extension ExplanationAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    ExplanationText(answer: self, explanation: explanation, pen: pen).lines
  }
}

/// Writes an explanation for people.
private struct ExplanationText {
  let answer: ExplanationAnswer
  let explanation: Explanation
  let pen: Pen

  private var say: Language { pen.say }

  var lines: [String] {
    let comparison = answer.comparison
    let subject = "\(explanation.from.id), \(explanation.to.id)"
    let finding = pen.ink.finding(
      say(comparison.summary).printable, isGood: comparison.headline.isGood)
    var lines = [
      say(.answerAsOf, ["subject": subject, "day": say.date(comparison.asOf)]).printable, "",
      "  \(finding)",
      "",
    ]
    for record in [explanation.from, explanation.to] {
      lines.append(
        "\(pen.ink.bold(record.id.description.printable))  "
          + record.concept.fullTitle.printable)
    }
    lines.append("")
    lines += pen.indications(comparison.indications)
    for (number, ranked) in explanation.chains.enumerated() {
      lines += chain(ranked, number: number + 1) + [""]
    }
    lines += remainder + hubs + failed + denied + supports
    return lines + pen.remarks(comparison.caveats) + pen.sources
  }

  private func links(_ records: [LinkRecord], indent: String) -> [String] {
    records.answers.flatMap { $0.lines(indent: indent, by: pen) }
  }

  private func chain(_ ranked: RankedChain, number: Int) -> [String] {
    var facts = [say(.explainWeakest, ["grade": say(ranked.grade)])]
    if let confidence = ranked.confidence {
      let open = ranked.chain.unstatedConfidences
      facts.append(
        say(
          open > 0 ? .explainConfidenceOpen : .explainConfidence,
          ["number": say.decimal(confidence.threeDigits), "count": "\(open)"]))
    }
    if ranked.expired > 0 { facts.append(say(.explainExpired, ["count": "\(ranked.expired)"])) }
    var lines = [
      "\(number). \(pen.ink.bold(say(ranked.conclusion)))",
      "   " + facts.joined(separator: say.clauses),
    ]
    for step in ranked.chain.steps {
      let values = ["from": "\(step.from)", "to": "\(step.to)", "rule": words(for: step.rule)]
      lines.append("   \(say(.explainStep, values).printable)")
      lines += links([step.link], indent: "     ")
    }
    guard !ranked.alternatives.isEmpty else { return lines }
    return lines + ["   \(say(.explainElsewhere))"] + links(ranked.alternatives, indent: "     ")
  }

  /// How a step was made, with the name of its rule.
  private func words(for rule: Rule) -> String {
    switch rule {
    case .stated: say(.explainRuleStated)
    case .inversion: say(.explainRuleInversion)
    default: say(.explainRule, ["rule": rule.rawValue])
    }
  }

  private var remainder: [String] {
    var lines: [String] = []
    if explanation.superfluous > 0 {
      lines.append(say(.explainSuperfluous, ["count": "\(explanation.superfluous)"]))
    }
    if !explanation.isComplete { lines.append(say(.explainIncomplete)) }
    return lines.isEmpty ? [] : lines + [""]
  }

  private var hubs: [String] {
    guard !explanation.hubs.isEmpty else { return [] }
    return [say(explanation.hubsAgree ? .explainHubs : .explainHubsApart)]
      + explanation.hubs.map { hub in
        let values = [
          "reference": hub.reference.description.uppercased(), "first": place(hub.first),
          "second": place(hub.second), "finding": say(hub.finding),
        ]
        return "  \(say(.explainHub, values))"
      } + [""]
  }

  private func place(_ placement: Placement?) -> String {
    guard let placement else { return say(.placeNoLink) }
    let levels = say.any(of: placement.namedLevels.map(\.codeText))
    return switch placement.status {
    case .levels: levels
    case .null(.belowScale): say(.placeBelowScale)
    case .null(.noneAgreed): say(.placeNoneAgreed)
    case .null(.notUsable): say(.placeNotUsable)
    case .null: say(.placeNotReferenced)
    case .conflict: say(.placeInConflict, ["levels": levels.isEmpty ? say(.placeNone) : levels])
    case .comparedOnly: say(.placeComparedOnly, ["levels": levels])
    case .notKnownThen: say(.placeNotKnownThen)
    case .unknown: say(.placeNoLink)
    }
  }

  private var failed: [String] {
    guard let failed = explanation.failed else {
      guard explanation.chains.isEmpty else { return [] }
      let apart = explanation.hubs.filter { [.adjacent, .different].contains($0.finding) }
        .map { $0.reference.description.uppercased() }
      let values = [
        "references": apart.joined(separator: ", "), "count": "\(explanation.maxSteps)",
      ]
      return [say(apart.isEmpty ? .explainWhyNotNothing : .explainWhyNotApart, values), ""]
    }
    return [
      say(.explainWhyNot, ["id": "\(failed.blockedAt)", "reason": say(failed.reason)]).printable,
      "  " + failed.path.map(\.description).joined(separator: " – ").printable,
    ] + links(failed.links, indent: "  ") + [""]
  }

  private var denied: [String] {
    explanation.denied.flatMap { denied -> [String] in
      let path = denied.chain.path.map(\.description).joined(separator: " – ").printable
      return [
        say(.explainDenied, ["conclusion": say(denied.chain.conclusion)]), "  \(path)",
      ] + links([denied.denial], indent: "  ") + [""]
    }
  }

  private var supports: [String] {
    guard let best = explanation.chains.first, let first = explanation.supports.first else {
      return []
    }
    let key: AnswerKey = first.count == 1 ? .explainOverturnOne : .explainOverturnAll
    return [say(key, ["conclusion": say(best.conclusion)])]
      + explanation.supports.joined().map { record in
        let link = record.link
        let triple = "\(link.from) \(link.relation.rawValue) \(link.to)"
        return "  \(say.isolated(triple))".printable
      } + [""]
  }
}

extension Double {
  fileprivate var threeDigits: String {
    let thousandths = Int((self * 1000).rounded(.down))
    let digits = String(thousandths % 1000)
    return "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
  }
}
