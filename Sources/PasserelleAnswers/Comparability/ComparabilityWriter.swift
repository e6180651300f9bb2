internal import PasserelleGraph
internal import PasserelleModel

/// Writes a statement of comparability as a sheet in one language.
package struct ComparabilityWriter {
  let say: Language
  let names: LocalNames
  let sources = SourceList()
  private let statement: ComparabilityRecord

  var assessment: Assessment { statement.assessment }

  package init(_ statement: ComparabilityRecord, in language: Language) {
    self.statement = statement
    say = language
    names = LocalNames(language)
  }

  package var sheet: ComparabilitySheet {
    let sections =
      assessment.holdings.enumerated().map { certificate($0 + 1, $1) }
      + [
        doubts, noCertificate, experience, competences, languages, gap, steps, agreements, missing,
      ].compactMap { $0 }
    return ComparabilitySheet(
      language: say.name, title: say(.title), head: head, nature: say(.nature),
      sections: sections, sourcesHeading: say(.sources), sources: sources.sources(in: say),
      signature: say(.signature))
  }

  private var head: [ComparabilitySheet.Fact] {
    let question = assessment.question
    let profile = question.profile.profile
    return [
      fact(.number, statement.number), fact(.date, "\(question.day)"),
      fact(.caseReference, profile.reference), profile.from.map { fact(.from, names.country($0)) },
      fact(.destination, names.country(question.country)),
      fact(.purpose, say(question.purpose)),
      assessment.target.map { fact(.sought, named($0)) },
      fact(.graph, statement.graphHash),
    ].compactMap { $0 }
  }

  func fact(_ key: ComparabilityKey, _ value: String) -> ComparabilitySheet.Fact {
    .init(name: say(key), value: value)
  }

  func named(_ record: ConceptRecord) -> String {
    "\(record.id), \(record.concept.title.in(say.name) ?? "")"
  }

  private var doubts: ComparabilitySheet.Section? {
    assessment.doubts.isEmpty
      ? nil : .init(heading: say(.doubts), blocks: [.list(assessment.doubts.map { say($0) })])
  }

  // MARK: - Work, competences, languages

  private var noCertificate: ComparabilitySheet.Section? {
    assessment.holdings.isEmpty
      ? .init(heading: say(.certificates), blocks: [.text(say(.noCertificate))]) : nil
  }

  private var experience: ComparabilitySheet.Section? {
    let entries = assessment.question.profile.experience.map(\.value)
    let routes = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == .priorLearning }
    guard !entries.isEmpty || assessment.holdings.isEmpty else { return nil }
    let items = entries.map { entry in
      say(
        .experienceItem,
        [
          "title": entry.title, "occupation": entry.occupation.map { " (\($0))" } ?? "",
          "country": entry.country.map(names.country) ?? say(.experienceCountryUnknown),
          "years": entry.years.map {
            say($0.value == 1 ? .experienceYear : .experienceYears, ["years": $0.description])
          }
            ?? say(.experienceYearsUnknown),
          "evidence": entry.evidence ?? say(.noEvidence),
        ])
    }
    let validation: [ComparabilitySheet.Block] =
      routes.isEmpty
      ? [.text(say(.experienceNoRoute))]
      : [.text(say(.experienceRoutes))] + routes.map { procedure($0) }
    return .init(
      heading: say(.experience),
      blocks: (items.isEmpty ? [] : [.list(items), .text(say(.experienceNoLevel))]) + validation)
  }

  private var competences: ComparabilitySheet.Section? {
    let items = assessment.question.profile.competences.map { entry in
      say(
        .competencesItem,
        ["title": entry.value.title, "evidence": entry.value.evidence ?? say(.noEvidence)])
    }
    return items.isEmpty ? nil : .init(heading: say(.competences), blocks: [.list(items)])
  }

  private var languages: ComparabilitySheet.Section? {
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

  private var gap: ComparabilitySheet.Section? {
    guard let gap = assessment.gap, !gap.needs.isEmpty else { return nil }
    let share = gap.share.map { share -> [ComparabilitySheet.Block] in
      [.text(say(.gapShare, ["covered": "\(share.covered)", "of": "\(share.of)"]))]
    }
    return .init(
      heading: say(.gap, ["target": named(gap.to)]),
      blocks: (share ?? [])
        + Gap.Coverage.allCases.flatMap { coverage -> [ComparabilitySheet.Block] in
          let needs = gap.needs.filter { $0.coverage == coverage }
          guard !needs.isEmpty else { return [] }
          let items = needs.map { need in
            let kind = say(need.isEssential ? .gapEssential : .gapOptional)
            return "\(named(need.record)) (\(kind)) \(sources.marks([need.demand]))"
          }
          return [.text(say(coverage)), .list(items)]
        })
  }

  // MARK: - Who decides

  private var steps: ComparabilitySheet.Section {
    let procedures = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == assessment.question.purpose }
    // The levels of the Directive look like levels of a framework, and are none.
    let isDirective = procedures.contains { record in
      record.procedure.purpose == .regulated
        && record.procedure.legalBasis.contains { $0.contains("2005/36") }
    }
    let origin: [ComparabilitySheet.Block] =
      (isDirective ? [.text(say(.stepsDirective))] : [])
      + (assessment.steps.crossesBorders && !procedures.isEmpty
        ? [.text(say(.stepsOrigin))] : [])
    return .init(
      heading: say(.steps),
      blocks: (procedures.isEmpty ? nobody : procedures.map(procedure)) + origin)
  }

  /// Where no source says who decides: who keeps the frameworks there is the first door.
  private var nobody: [ComparabilitySheet.Block] {
    let authorities = assessment.question.destinations.compactMap { framework in
      framework.authority.map { authority in
        [authority, framework.authorityURL].compactMap { $0 }.joined(separator: ", ")
      }
    }
    return [.text(say(.stepsNone))]
      + (authorities.isEmpty
        ? []
        : [
          .text(
            say(.stepsAuthorities, ["authorities": authorities.joined(separator: "; ")]))
        ])
  }

  /// A procedure, with its name and who decides in it.
  private func procedure(_ record: ProcedureRecord) -> ComparabilitySheet.Block {
    let procedure = record.procedure
    let mark = sources.marks([record.evidence])
    var facts: [ComparabilitySheet.Fact] = []
    func add(_ key: ComparabilityKey, _ values: [String]) {
      if !values.isEmpty { facts.append(fact(key, values.joined(separator: "; "))) }
    }
    add(.stepsScheme, [procedure.title.in(say.name)].compactMap { $0 })
    add(.stepsAsk, procedure.informationCentres)
    add(.stepsDecides, procedure.deciders)
    if procedure.purpose != .priorLearning {
      let binding = procedure.isBinding.map { $0 ? say(.stepsBindingYes) : say(.stepsBindingNo) }
      add(.stepsBinding, [binding ?? say(.stepsBindingUnknown)])
    }
    add(.stepsLaw, procedure.legalBasis)
    add(.toKnow, [procedure.note.in(say.name)].compactMap { $0 })
    if !facts.isEmpty { facts[facts.count - 1].value += " \(mark)" }
    return .facts(facts)
  }

  private var agreements: ComparabilitySheet.Section? {
    let items = assessment.steps.agreements.map { record in
      let agreement = record.agreement
      let sentences = [agreement.title, agreement.covers, agreement.conditions]
        .compactMap { $0.in(say.name) }.map { $0.hasSuffix(".") ? $0 : "\($0)." }
      let isOpen = assessment.steps.openAgreements.contains(agreement.name)
      let then = isOpen ? [AnswerKey.agreementThen, .placeNotKnownThen].map { say($0) } : []
      return [
        sentences.joined(separator: " "), sources.marks([record.evidence]),
        then.isEmpty ? "" : "(\(then.joined(separator: ": ")))",
      ].filter { !$0.isEmpty }.joined(separator: " ")
    }
    return items.isEmpty ? nil : .init(heading: say(.agreements), blocks: [.list(items)])
  }

  private var missing: ComparabilitySheet.Section? {
    assessment.missing.isEmpty
      ? nil
      : .init(heading: say(.missing), blocks: [.list(assessment.missing.map { say($0) })])
  }
}
