internal import PasserelleGraph
internal import PasserelleModel

/// Writes an explanation as a sheet: the finding, each chain with its statements, and why there are no
/// others.
struct ExplanationWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: ExplanationAnswer
  private var explanation: Explanation { answer.explanation }

  init(_ answer: ExplanationAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let comparison = answer.comparison
    let subject = [explanation.from, explanation.to].map { say.isolated("\($0.id)") }
      .joined(separator: say.separator)
    let sections =
      explanation.chains.enumerated().map { chain($1, number: $0 + 1) } + [
        section(
          heading(explanation.hubsAgree ? .explainHubs : .explainHubsApart),
          say.hubs(of: explanation)),
        whyNot, denied, supports,
        section(say(.weaker), comparison.indications.map { line($0) }),
        section(
          say(ComparabilityKey.toKnow),
          say.remainder(of: explanation) + comparison.caveats.map { say($0) }),
      ]
    return sheet(
      titled: say(.answerAsOf, ["subject": subject, "day": say.date(comparison.asOf)]),
      summary: summary, sections)
  }

  private var summary: [Sheet.Fact] {
    [.init(name: say(ComparabilityKey.summaryFinding), value: say(answer.comparison.summary))]
      + answer.comparison.items.map { item in
        .init(
          name: say.linked(item.id),
          value: [title(item.titles), say.isolated(item.heading)].joined(separator: say.separator))
      }
  }

  private func chain(_ ranked: RankedChain, number: Int) -> Sheet.Section? {
    let steps = ranked.chain.steps.flatMap { step -> [Sheet.Block] in
      [.heading(say.words(for: step))] + list(lines([LinkAnswer(step.link)]))
    }
    let others =
      ranked.alternatives.isEmpty
      ? [] : [.heading(heading(.explainElsewhere))] + list(lines(ranked.alternatives.answers))
    return section(
      "\(number). \(say(ranked.conclusion))",
      [.text(say.facts(of: ranked).joined(separator: say.clauses))] + steps + others)
  }

  /// The nearest way that is not a chain, and where it ends.
  private var whyNot: Sheet.Section? {
    guard let why = say.whyNot(explanation) else { return nil }
    let links = explanation.failed.map { lines($0.links.answers) } ?? []
    return section(say(.whyNot), [.text(why)] + list(links))
  }

  private var denied: Sheet.Section? {
    section(
      say(.contradicted),
      explanation.denied.flatMap { denied -> [Sheet.Block] in
        [.text(say(.explainDenied, ["conclusion": say(denied.chain.conclusion)]))]
          + list(lines(denied.chain.links.answers + [LinkAnswer(denied.denial)]))
      })
  }

  /// The statements whose loss would overturn the best conclusion.
  private var supports: Sheet.Section? {
    guard let best = explanation.chains.first, let first = explanation.supports.first else {
      return nil
    }
    return section(
      say.heading(
        first.count == 1 ? .explainOverturnOne : .explainOverturnAll,
        ["conclusion": say(best.conclusion)]),
      lines(answer.restsOn.flatMap(\.self)))
  }
}
