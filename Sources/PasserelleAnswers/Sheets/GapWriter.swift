internal import PasserelleGraph
internal import PasserelleModel

/// Writes what one thing covers of another as a sheet: the finding, then the competences by how far they
/// are covered.
struct GapWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: GapAnswer

  init(_ answer: GapAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let values = [
      "from": answer.from.map { say.isolated($0) } ?? say(.gapProfile),
      "to": say.isolated(answer.to), "day": say.date(answer.asOf),
    ]
    let parts = Gap.Coverage.allCases.map { coverage in
      section(
        say(coverage),
        answer.needs.filter { $0.coverage == coverage.rawValue }.flatMap(need))
    }
    return sheet(
      titled: say(.answerFromToAsOf, values),
      summary: [
        .init(name: say(ComparabilityKey.summaryFinding), value: say(answer.summary))
      ],
      parts + [section(say(ComparabilityKey.toKnow), answer.caveats.map { say($0) })])
  }

  /// A competence that is asked for, and what leads to it.
  private func need(_ need: GapAnswer.Need) -> [Sheet.Block] {
    let kind = say(need.essential ? .gapEssential : .gapOptional)
    let name =
      "\(say.linked(need.id)) \(say.isolated(need.title)) (\(kind)) \(sources.marks([need.demand]))"
    let isPart = need.coverage == Gap.Coverage.partly.rawValue
    let supply = need.supply.map { !need.chain.isEmpty || isPart ? [$0] : [] } ?? []
    return [.text(name)]
      + list(lines(supply + need.chain) + (need.conclusionWords.map { [say($0)] } ?? []))
  }
}
