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
    var lines = [
      "\(number). \(pen.ink.bold(say(ranked.conclusion)))",
      "   " + say.facts(of: ranked).joined(separator: say.clauses),
    ]
    for step in ranked.chain.steps {
      lines.append("   \(say.words(for: step).printable)")
      lines += links([step.link], indent: "     ")
    }
    guard !ranked.alternatives.isEmpty else { return lines }
    return lines + ["   \(say(.explainElsewhere))"] + links(ranked.alternatives, indent: "     ")
  }

  private var remainder: [String] {
    let lines = say.remainder(of: explanation)
    return lines.isEmpty ? [] : lines + [""]
  }

  private var hubs: [String] {
    guard !explanation.hubs.isEmpty else { return [] }
    return [say(explanation.hubsAgree ? .explainHubs : .explainHubsApart)]
      + say.hubs(of: explanation).map { "  \($0)" } + [""]
  }

  private var failed: [String] {
    guard let why = say.whyNot(explanation) else { return [] }
    let way = explanation.failed.map { failed in
      ["  " + failed.path.map(\.description).joined(separator: " – ").printable]
        + links(failed.links, indent: "  ")
    }
    return [why.printable] + (way ?? []) + [""]
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
        "  \(say(record.link.statement))".printable
      } + [""]
  }
}
