internal import PasserelleGraph
internal import PasserelleModel

/// Writes a statement of comparability as a sheet in one language.
package struct ComparabilityWriter {
  let say: Language
  let names: LocalNames
  let sources: SourceList
  private let statement: ComparabilityRecord

  var assessment: Assessment { statement.assessment }

  package init(_ statement: ComparabilityRecord, in language: Language) {
    self.statement = statement
    say = language.writing(language.form, noting: MetLanguages())
    names = LocalNames(language)
    sources = SourceList(in: say)
  }

  package var sheet: Sheet {
    let sections =
      assessment.holdings.enumerated().map { certificate($0 + 1, $1) }
      + [
        doubts, noCertificate, experience, competences, languages, gap, steps, agreements, missing,
      ].compactMap { $0 }
    return Sheet(
      language: say.name, isRightToLeft: say.isRightToLeft, title: say(statement.title),
      summary: summary, number: statement.number,
      head: head, nature: say(statement.nature), sections: sections, sourcesHeading: say(.sources),
      sources: sources.sources,
      sourcesRemark: say.remarkOnLanguages { names.name(of: $0) },
      signature: isStanding ? nil : say(.signature))
  }

  /// Whether it is about a type of qualification, and no person.
  var isStanding: Bool { assessment.question.standing != nil }

  /// The statement in five lines, as facts under their names.
  var summary: [Sheet.Fact] {
    let summary = ComparabilitySummary(assessment)
    let lines: [(ComparabilityKey, [Phrase])] = [
      (.summaryFinding, summary.finding), (.summaryIndication, summary.indication),
      (.stepsAsk, summary.askFirst), (.summaryMissing, summary.missing),
      (.summaryMayClaim, summary.mayClaim),
    ]
    return lines.map { fact($0, ComparabilitySummary.text($1, in: say) { say($0) }) }
  }

  private var head: [Sheet.Fact] {
    let question = assessment.question
    let profile = question.profile.profile
    return [
      fact(.number, say.isolated(statement.number)), fact(.date, say.date(question.day)),
      question.standing.map { fact(.standing, named($0)) }
        ?? fact(.caseReference, profile.reference),
      profile.from.map { fact(.from, names.country($0)) },
      fact(.destination, names.country(question.country)),
      fact(.purpose, say(question.purpose)),
      assessment.target.map { fact(.sought, named($0)) },
      fact(.graph, statement.graphHash),
    ].compactMap { $0 }
  }

  func fact(_ key: ComparabilityKey, _ value: String) -> Sheet.Fact {
    .init(name: say(key), value: value)
  }

  func named(_ record: ConceptRecord) -> String {
    say.isolated("\(record.id), \(record.concept.title.in(say.name) ?? "")")
  }

  private var doubts: Sheet.Section? {
    assessment.doubts.isEmpty
      ? nil : .init(heading: say(.doubts), blocks: [.list(assessment.doubts.map { say($0) })])
  }

  // MARK: - Work, competences, languages

  private var noCertificate: Sheet.Section? {
    assessment.holdings.isEmpty
      ? .init(heading: say(.certificates), blocks: [.text(say(.noCertificate))]) : nil
  }

  private var experience: Sheet.Section? {
    let entries = assessment.question.profile.experience.map(\.value)
    let routes = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == .priorLearning }
    guard !isStanding, !entries.isEmpty || assessment.holdings.isEmpty else { return nil }
    let items = entries.map { entry in
      say(
        .experienceItem,
        [
          // Both in one value: they are read in one direction.
          "title": entry.title + (entry.occupation.map { " (\($0))" } ?? ""), "occupation": "",
          "country": entry.country.map(names.country) ?? say(.experienceCountryUnknown),
          "years": entry.years.map {
            say($0.value == 1 ? .experienceYear : .experienceYears, ["years": $0.description])
          }
            ?? say(.experienceYearsUnknown),
          "evidence": entry.evidence ?? say(.noEvidence),
        ])
    }
    let validation: [Sheet.Block] =
      routes.isEmpty
      ? [.text(say(.experienceNoRoute))]
      : [.heading(say(.experienceRoutes))] + routes.map { procedure($0) }
    return .init(
      heading: say(.experience),
      blocks: (items.isEmpty ? [] : [.list(items), .text(say(.experienceNoLevel))]) + validation)
  }

  private var competences: Sheet.Section? {
    let items = assessment.question.profile.competences.map { entry in
      say(
        .competencesItem,
        ["title": entry.value.title, "evidence": entry.value.evidence ?? say(.noEvidence)])
    }
    return items.isEmpty ? nil : .init(heading: say(.competences), blocks: [.list(items)])
  }

  private var languages: Sheet.Section? {
    let items = assessment.question.profile.languages.map { entry in
      say(
        .languagesItem,
        [
          "language": names.language(entry.value.language),
          "level": entry.value.level.map { " \($0)" } ?? "",
          "evidence": entry.value.evidence ?? say(.noEvidence),
        ])
    }
    return items.isEmpty ? nil : .init(heading: say(.languages), blocks: [.list(items)])
  }

  private var gap: Sheet.Section? {
    guard let gap = assessment.gap, !gap.needs.isEmpty else { return nil }
    let share = gap.share.map { share -> [Sheet.Block] in
      [.text(say(.gapShare, ["covered": "\(share.covered)", "of": "\(share.of)"]))]
    }
    return .init(
      heading: say(.gap, ["target": named(gap.to)]),
      blocks: (share ?? [])
        + Gap.Coverage.allCases.flatMap { coverage -> [Sheet.Block] in
          let needs = gap.needs.filter { $0.coverage == coverage }
          guard !needs.isEmpty else { return [] }
          let items = needs.map { need in
            let kind = say(need.isEssential ? .gapEssential : .gapOptional)
            return "\(named(need.record)) (\(kind)) \(sources.marks([need.demand]))"
          }
          return [.heading(say(coverage)), .list(items)]
        })
  }

  private var missing: Sheet.Section? {
    assessment.missing.isEmpty
      ? nil
      : .init(heading: say(.missing), blocks: [.list(assessment.missing.map { say($0) })])
  }
}
