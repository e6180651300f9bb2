internal import PasserelleGraph
internal import PasserelleModel

/// Writes a statement of comparability as a sheet in one language.
package struct StatementWriter {
  let say: MessageCatalogue
  let names: LocalNames
  let sources = SourceList()
  private let statement: StatementOfComparability

  var assessment: Assessment { statement.assessment }

  package init(_ statement: StatementOfComparability, in language: MessageCatalogue) {
    self.statement = statement
    say = language
    names = LocalNames(language)
  }

  package var sheet: StatementSheet {
    let sections =
      assessment.holdings.enumerated().map { certificate($0 + 1, $1) }
      + [
        doubts, noCertificate, experience, competences, languages, gap, steps, agreements, missing,
      ].compactMap { $0 }
    return StatementSheet(
      language: say.language, title: say("title"), head: head, nature: say("nature"),
      sections: sections, sourcesHeading: say("sources"), sources: sources.sources(in: say),
      signature: say("signature"))
  }

  private var head: [StatementSheet.Fact] {
    let question = assessment.question
    let profile = question.profile.profile
    return [
      fact("number", statement.number), fact("date", "\(question.day)"),
      fact("case", profile.reference), profile.from.map { fact("from", names.country($0)) },
      fact("for", names.country(question.country)),
      fact("purpose", say("purpose.\(question.purpose.rawValue)")),
      assessment.target.map { fact("sought", named($0)) },
      fact("graph", statement.graphHash),
    ].compactMap { $0 }
  }

  func fact(_ key: String, _ value: String) -> StatementSheet.Fact {
    .init(name: say(key), value: value)
  }

  func named(_ record: ConceptRecord) -> String {
    "\(record.id), \(record.concept.title.in(say.language) ?? "")"
  }

  private var doubts: StatementSheet.Section? {
    assessment.doubts.isEmpty
      ? nil : .init(heading: say("doubts"), blocks: [.list(assessment.doubts.map { say($0) })])
  }

  // MARK: - Work, competences, languages

  private var noCertificate: StatementSheet.Section? {
    assessment.holdings.isEmpty
      ? .init(heading: say("certificates"), blocks: [.text(say("no-certificate"))]) : nil
  }

  private var experience: StatementSheet.Section? {
    let entries = assessment.question.profile.experience.map(\.value)
    let routes = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == .priorLearning }
    guard !entries.isEmpty || assessment.holdings.isEmpty else { return nil }
    let items = entries.map { entry in
      say(
        "experience.item",
        [
          "title": entry.title, "occupation": entry.occupation.map { " (\($0))" } ?? "",
          "country": entry.country.map(names.country) ?? say("experience.country-unknown"),
          "years": entry.years.map {
            say($0.value == 1 ? "experience.year" : "experience.years", ["years": $0.description])
          }
            ?? say("experience.years-unknown"),
          "evidence": entry.evidence ?? say("no-evidence"),
        ])
    }
    let validation: [StatementSheet.Block] =
      routes.isEmpty
      ? [.text(say("experience.no-route"))]
      : [.text(say("experience.routes"))] + routes.map { procedure($0) }
    return .init(
      heading: say("experience"),
      blocks: (items.isEmpty ? [] : [.list(items), .text(say("experience.no-level"))]) + validation)
  }

  private var competences: StatementSheet.Section? {
    let items = assessment.question.profile.competences.map { entry in
      say(
        "competences.item",
        ["title": entry.value.title, "evidence": entry.value.evidence ?? say("no-evidence")])
    }
    return items.isEmpty ? nil : .init(heading: say("competences"), blocks: [.list(items)])
  }

  private var languages: StatementSheet.Section? {
    let items = assessment.question.profile.languages.map { entry in
      say(
        "languages.item",
        [
          "language": names.language(entry.value.language),
          "level": entry.value.level.map { " \($0)" } ?? "",
          "evidence": entry.value.evidence ?? say("no-evidence"),
        ])
    }
    return items.isEmpty ? nil : .init(heading: say("languages"), blocks: [.list(items)])
  }

  private var gap: StatementSheet.Section? {
    guard let gap = assessment.gap, !gap.needs.isEmpty else { return nil }
    let share = gap.share.map { share -> [StatementSheet.Block] in
      [.text(say("gap.share", ["covered": "\(share.covered)", "of": "\(share.of)"]))]
    }
    return .init(
      heading: say("gap", ["target": named(gap.to)]),
      blocks: (share ?? [])
        + Gap.Coverage.allCases.flatMap { coverage -> [StatementSheet.Block] in
          let needs = gap.needs.filter { $0.coverage == coverage }
          guard !needs.isEmpty else { return [] }
          let items = needs.map { need in
            let kind = say(need.isEssential ? "gap.essential" : "gap.optional")
            return "\(named(need.record)) (\(kind)) \(sources.marks([need.demand]))"
          }
          return [.text(say("gap.\(coverage.rawValue)")), .list(items)]
        })
  }

  // MARK: - Who decides

  private var steps: StatementSheet.Section {
    let procedures = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == assessment.question.purpose }
    // The levels of the Directive look like levels of a framework, and are none.
    let isDirective = procedures.contains { record in
      record.procedure.purpose == .regulated
        && record.procedure.legalBasis.contains { $0.contains("2005/36") }
    }
    let origin: [StatementSheet.Block] =
      (isDirective ? [.text(say("steps.directive"))] : [])
      + (assessment.steps.crossesBorders && !procedures.isEmpty
        ? [.text(say("steps.origin"))] : [])
    return .init(
      heading: say("steps"),
      blocks: (procedures.isEmpty ? nobody : procedures.map(procedure)) + origin)
  }

  /// Where no source says who decides: who keeps the frameworks there is the first door.
  private var nobody: [StatementSheet.Block] {
    let authorities = assessment.question.destinations.compactMap { framework in
      framework.authority.map { authority in
        [authority, framework.authorityURL].compactMap { $0 }.joined(separator: ", ")
      }
    }
    return [.text(say("steps.none"))]
      + (authorities.isEmpty
        ? []
        : [
          .text(
            say("steps.authorities", ["authorities": authorities.joined(separator: "; ")]))
        ])
  }

  /// A procedure, with its name and who decides in it.
  private func procedure(_ record: ProcedureRecord) -> StatementSheet.Block {
    let procedure = record.procedure
    let mark = sources.marks([record.evidence])
    var facts: [StatementSheet.Fact] = []
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { facts.append(fact(key, values.joined(separator: "; "))) }
    }
    add("steps.scheme", [procedure.title.in(say.language)].compactMap { $0 })
    add("steps.ask", procedure.informationCentres)
    add("steps.decides", procedure.deciders)
    if procedure.purpose != .priorLearning {
      let binding = procedure.isBinding.map { $0 ? "yes" : "no" } ?? "unknown"
      add("steps.binding", [say("steps.binding.\(binding)")])
    }
    add("steps.law", procedure.legalBasis)
    add("to-know", [procedure.note.in(say.language)].compactMap { $0 })
    if !facts.isEmpty { facts[facts.count - 1].value += " \(mark)" }
    return .facts(facts)
  }

  private var agreements: StatementSheet.Section? {
    let items = assessment.steps.agreements.map { record in
      let agreement = record.agreement
      let sentences = [agreement.title, agreement.covers, agreement.conditions]
        .compactMap { $0.in(say.language) }.map { $0.hasSuffix(".") ? $0 : "\($0)." }
      return "\(sentences.joined(separator: " ")) \(sources.marks([record.evidence]))"
    }
    return items.isEmpty ? nil : .init(heading: say("agreements"), blocks: [.list(items)])
  }

  private var missing: StatementSheet.Section? {
    assessment.missing.isEmpty
      ? nil
      : .init(heading: say("missing"), blocks: [.list(assessment.missing.map { say($0) })])
  }
}
