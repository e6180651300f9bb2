internal import PasserelleGraph
internal import PasserelleModel

/// Writes an explanation for people.
struct ExplanationText {
  let explanation: Explanation
  private let sources = Citations()

  init(explanation: Explanation) {
    self.explanation = explanation
  }

  var lines: [String] {
    let comparison = ComparisonText(comparison: explanation.comparison)
    var lines = [
      "\(explanation.from.id), \(explanation.to.id) as of \(explanation.comparison.day)".printable,
      "", "  " + Style.finding(comparison.headline.printable, isGood: comparison.isGood), "",
    ]
    for record in [explanation.from, explanation.to] {
      lines.append(
        "\(Style.bold(record.id.description.printable))  "
          + record.concept.fullTitle.printable)
    }
    lines.append("")
    for (number, ranked) in explanation.chains.enumerated() {
      lines += chain(ranked, number: number + 1) + [""]
    }
    lines += remainder + hubs + failed + denied + supports
    if !explanation.comparison.caveats.isEmpty {
      lines +=
        ["to know:"] + explanation.comparison.caveats.map { "  - \($0.description.printable)" }
    }
    return lines + sources.lines
  }

  private func chain(_ ranked: RankedChain, number: Int) -> [String] {
    var facts = ["weakest link: \(ranked.grade.words)"]
    if let confidence = ranked.confidence {
      let open = ranked.chain.unstatedConfidences
      facts.append(
        "confidence \(confidence.threeDigits)"
          + (open > 0 ? ", \(Count(open, "link").words) without" : ""))
    }
    if ranked.expired > 0 {
      facts.append("\(Count(ranked.expired, "link").words) of versions not in force")
    }
    var lines = [
      "\(number). \(Style.bold(ranked.conclusion.words))", "   " + facts.joined(separator: "; "),
    ]
    for step in ranked.chain.steps {
      lines.append("   \(step.from) to \(step.to), by \(step.words)".printable)
      lines += LinkAnswer(step.link).lines(indent: "     ", citing: sources)
    }
    if !ranked.alternatives.isEmpty {
      lines.append("   but a source leads elsewhere from a place on this way:")
      lines += ranked.alternatives.flatMap {
        LinkAnswer($0).lines(indent: "     ", citing: sources)
      }
    }
    return lines
  }

  private var remainder: [String] {
    var lines: [String] = []
    if explanation.superfluous > 0 {
      lines.append(
        Count(explanation.superfluous, "further chain").words
          + " to the same conclusion, on no better ground, left out"
      )
    }
    if !explanation.isComplete {
      lines.append("the search met its limit: there may be more; '--max-steps' makes it shorter")
    }
    return lines.isEmpty ? [] : lines + [""]
  }

  private var hubs: [String] {
    guard !explanation.hubs.isEmpty else { return [] }
    func levels(_ placement: Placement?) -> String {
      guard let placement else { return "no link" }
      let levels = placement.namedLevels.map(\.codeText).joined(separator: " or ")
      switch placement.status {
      case .levels: return levels
      case .null(let null): return null.rawValue
      case .conflict: return "in conflict: \(levels.isEmpty ? "none" : levels)"
      case .comparedOnly: return "\(levels), compared only"
      case .unknown: return "no link"
      }
    }
    let head =
      explanation.hubsAgree
      ? "by reference framework:" : "by reference framework, which do not agree:"
    return [head]
      + explanation.hubs.map { hub in
        "  \(hub.reference.description.uppercased()): \(levels(hub.first)) and "
          + "\(levels(hub.second)): \(hub.finding.rawValue)"
      } + [""]
  }

  private var failed: [String] {
    guard let failed = explanation.failed else {
      guard explanation.chains.isEmpty else { return [] }
      let apart = explanation.hubs.filter { [.adjacent, .different].contains($0.finding) }
        .map { $0.reference.description.uppercased() }
      let levels =
        apart.isEmpty ? "" : "they reach different levels of \(apart.joined(separator: ", ")), and "
      return [
        "why not: \(levels)no statement leads from one to the other, within \(explanation.maxSteps) links",
        "",
      ]
    }
    return [
      "why not: the nearest way ends at \(failed.blockedAt): \(failed.reason)".printable,
      "  " + failed.path.map(\.description).joined(separator: " – ").printable,
    ] + failed.links.flatMap { LinkAnswer($0).lines(indent: "  ", citing: sources) } + [""]
  }

  private var denied: [String] {
    explanation.denied.flatMap { denied -> [String] in
      let path = denied.chain.path.map(\.description).joined(separator: " – ").printable
      let head =
        "denied: a chain would come to '\(denied.chain.conclusion.words)', and a source speaks against it"
      return [head, "  " + path] + LinkAnswer(denied.denial).lines(indent: "  ", citing: sources)
        + [""]
    }
  }

  private var supports: [String] {
    guard let best = explanation.chains.first, let first = explanation.supports.first else {
      return []
    }
    let loss = first.count == 1 ? "any one of these statements" : "all of these statements"
    return ["what would overturn '\(best.conclusion.words)': the loss of \(loss)"]
      + explanation.supports.joined().map { record in
        let link = record.link
        return "  \(link.from) \(link.relation.rawValue) \(link.to)".printable
      } + [""]
  }
}

extension Chain.Step {
  /// How the step was made, with the name of its rule.
  fileprivate var words: String {
    switch rule {
    case .stated: "the statement itself"
    case .inversion: "the statement, read from the other side (RI)"
    default: "rule \(rule.rawValue)"
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

/// A number of things in words: `1 link`, `2 links`.
private struct Count {
  var words: String

  init(_ number: Int, _ thing: String) {
    words = "\(number) \(thing)\(number == 1 ? "" : "s")"
  }
}
