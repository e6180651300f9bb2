internal import PasserelleGraph
internal import PasserelleModel

/// Writes what a search found as a sheet.
struct SearchWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: SearchAnswer
  /// The words that were searched for.
  let words: String
  /// Whether the reader asks what corresponds to one of them, and has to choose it.
  let isChoice: Bool

  init(_ answer: SearchAnswer, for words: String, isChoice: Bool, in language: Language) {
    (self.answer, self.words, self.isChoice) = (answer, words, isChoice)
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let title = say(
      .answerAsOf,
      ["subject": say(.resultsFor, ["text": words]), "day": say.date(answer.asOf)])
    return sheet(
      titled: title,
      [
        Sheet.Section(
          heading: "",
          blocks: [answer.remark.map { .text(say($0)) }, isChoice ? .text(say(.chooseOne)) : nil]
            .compactMap(\.self)),
        section(say(.foundHere), answer.hits.map(line)),
      ])
  }

  /// A label that leads to what it is a label of, then where that is placed.
  private func line(_ hit: SearchAnswer.Hit) -> String {
    let label = LanguageTag(hit.language).map { say.source(hit.label, in: $0) } ?? hit.label
    let link: PageLink = isChoice ? .correspondents(hit.id) : .show(hit.id)
    let name = hit.nameKind.flatMap { NameKind($0) }.map { say($0) }
    let title = hit.title.map { say.isolated($0) }
    let facts: [String?] = [
      name, title, say.isolated(hit.id), hit.countries.joined(separator: " "),
      say.kind(hit.kind),
      hit.levels.map { say.isolated($0) }.joined(separator: say.separator),
      hit.reference.map { say.place($0) }.joined(separator: say.separator),
    ]
    return say.linked(label, to: link) + " – "
      + facts.compactMap(\.self).filter { !$0.isEmpty }.joined(separator: say.separator)
  }
}

/// Writes what a question may mean as a sheet.
struct AmbiguityWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: AmbiguityAnswer

  init(_ answer: AmbiguityAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let candidates = answer.candidates.map { candidate in
      [
        say.linked(candidate.id, to: .meaning(candidate.id, for: answer.question)),
        say.isolated(candidate.title),
      ]
      .joined(separator: say.separator)
    }
    return sheet(
      titled: say.heading(.ambiguousQuestion, ["text": answer.question]),
      [
        Sheet.Section(
          heading: "",
          blocks: [.text(say(.chooseOne)), .list(candidates)]
            + (answer.noneInForce
              ? [.text(say(.ambiguousNotInForce, ["day": say.date(answer.asOf)]))] : []))
      ])
  }
}
