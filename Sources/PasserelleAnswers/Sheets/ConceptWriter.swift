internal import PasserelleGraph
internal import PasserelleModel

/// Writes everything about a concept or a framework as a sheet; of a framework, with what it consists of.
struct ConceptWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: ConceptAnswer
  /// What the framework consists of; `nil` for a concept.
  let concepts: ConceptListAnswer?
  /// The version that the framework supersedes, if any.
  let old: String?

  init(
    _ answer: ConceptAnswer, with concepts: ConceptListAnswer? = nil,
    superseding old: String? = nil,
    in language: Language
  ) {
    (self.answer, self.concepts, self.old) = (answer, concepts, old)
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  /// More rows than a page holds: the list in CSV has them all.
  private static let most = 500

  var sheet: Sheet {
    sheet(
      titled: [say.isolated(answer.id), title(answer.titles)].joined(separator: say.separator),
      head: head,
      [
        section(say(.statedBySources), lines(answer.links) + difference),
        section(say(.weaker), (answer.indications ?? []).map { line($0) }), contents,
        section(heading(.showLinkedFrom), incoming),
        section(say(ComparabilityKey.toKnow), answer.notes.map(note)),
        section(heading(.showProcedures), procedures),
        section(
          heading(.showAgreements),
          answer.agreements.map { $0.isEmpty ? [] : [.groups($0.map { facts(of: $0) })] } ?? []),
      ])
  }

  private var head: [Sheet.Fact] {
    let names = LocalNames(say)
    let titles = answer.titles.map { label in
      let tag = LanguageTag(label.language)
      return (
        tag.map(names.language) ?? label.language,
        [tag.map { say.source(label.text, in: $0) } ?? label.text]
      )
    }
    var facts = facts(
      answer.facts(titles: titles.count > 1 ? titles : [], in: say) { sources.marks([$0]) })
    if let evidence = answer.evidence, !facts.isEmpty {
      facts[facts.count - 1].value += " \(sources.marks([evidence]))"
    }
    return facts
  }

  /// Who decides; what a source states in one place for several purposes, once.
  private var procedures: [Sheet.Block] {
    let groups = ConceptAnswer.runs(of: answer.procedures ?? []).compactMap { run in
      run.first.map { facts(of: $0, for: run.map(\.purpose)) }
    }
    return groups.isEmpty ? [] : [.groups(groups)]
  }

  /// Where what differs from the version before is told.
  private var difference: [String] {
    old.map { [say.linked(say(.diffThese, ["old": $0]), to: .difference($0, answer.id))] } ?? []
  }

  private func note(_ note: ConceptAnswer.Note) -> String {
    "\(say(note.text)) \(sources.marks([note.evidence]))"
  }

  /// What leads to it, the first in sight and the others to be unfolded.
  private var incoming: [Sheet.Block] {
    let all = lines(Array(answer.incoming.prefix(Self.most)))
    let rest = Array(all.dropFirst(ConceptAnswer.mostIncoming))
    return list(Array(all.prefix(ConceptAnswer.mostIncoming)))
      + (rest.isEmpty
        ? []
        : [
          .details(
            say(.more, ["count": "\(answer.incoming.count - ConceptAnswer.mostIncoming)"]),
            [.list(rest)])
        ])
  }

  private var contents: Sheet.Section? {
    guard let concepts, !concepts.concepts.isEmpty else { return nil }
    let rows = concepts.concepts.prefix(Self.most).map { row in
      [
        say.linked(row.id), say.isolated(row.title),
        row.places.map { say.place($0) }.joined(separator: say.separator),
      ]
    }
    let left = concepts.concepts.count - rows.count
    return Sheet.Section(
      heading: say(.contents),
      blocks: [
        .records(
          header: [say(.columnID), say(.columnTitle), say(.columnPlace)], rows: Array(rows))
      ] + (left > 0 ? [.text(say(.more, ["count": "\(left)"]))] : []))
  }
}

/// Writes all frameworks as a sheet.
struct FrameworkListWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: FrameworkListAnswer

  init(_ answer: FrameworkListAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let rows = answer.frameworks.map { row in
      [say.linked(row.id), say.isolated(row.title), row.countries.joined(separator: " ")]
    }
    return sheet(
      titled: say(.frameworks),
      [
        section("", [.text(say.linked(say(.library), to: .statistics))]),
        Sheet.Section(
          heading: "",
          blocks: [
            .records(
              header: [say(.columnID), say(.columnTitle), say(.showCountries)], rows: rows)
          ]),
      ])
  }
}
