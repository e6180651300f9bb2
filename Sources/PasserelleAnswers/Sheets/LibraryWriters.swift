internal import PasserelleGraph
internal import PasserelleModel

/// Writes the statements that cannot all hold as a sheet.
struct ContradictionsWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: ContradictionsAnswer

  init(_ answer: ContradictionsAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let found = answer.contradictions.flatMap { item -> [Sheet.Block] in
      [.heading(say(item.words))] + list(lines(item.rows))
    }
    let rest: [Sheet.Block] = answer.isComplete ? [] : [.text(say(.contradictionsMore))]
    return sheet(
      titled: say(.contradictions),
      [section("", found.isEmpty ? [.text(say(.contradictionsNone))] : found + rest)])
  }
}

/// Writes how much the library holds as a sheet.
struct StatisticsWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: StatisticsAnswer

  init(_ answer: StatisticsAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let rows = answer.publications.map { publication in
      [
        say.linked(publication.name), say.kind(publication.kind),
        say.number(publication.concepts), say.number(publication.links),
      ]
    }
    return sheet(
      titled: say(.library), summary: facts(answer.facts(in: say)),
      [
        section(
          "", [.text(say.linked(say(.contradictions), to: .contradictions))]),
        section(
          say(.publications),
          [
            .records(
              header: [
                say(.columnID), say(.columnKind), heading(.statsHeadConcepts),
                heading(.statsHeadLinks),
              ], rows: rows)
          ]),
      ])
  }
}
