package import PasserelleGraph
internal import PasserelleModel

/// A statement of comparability as a sheet of words: what a page and a terminal show alike.
package struct StatementSheet: Sendable {
  /// A part of a statement.
  package struct Section: Sendable {
    package var heading: String
    package var blocks: [Block] = []
  }

  /// A piece of a part.
  package enum Block: Sendable {
    case text(String)
    case facts([Fact])
    case table(header: [String], rows: [[String]])
    case list([String])
  }

  /// Something with its name.
  package struct Fact: Sendable {
    package var name: String
    package var value: String
  }

  package var language: String
  package var title: String
  package var head: [Fact]
  package var nature: String
  package var sections: [Section]
  package var sources: Section
  package var signature: String
}

/// Writes an assessment as a sheet in one language.
package struct StatementWriter {
  private let say: MessageCatalogue
  private let assessment: Assessment
  private let sources = SourceList()

  package init(_ assessment: Assessment, in language: MessageCatalogue) {
    self.assessment = assessment
    say = language
  }

  /// The sheet, under its number and the hash of the graph that it was answered from.
  package func sheet(number: String, contentHash: String) -> StatementSheet {
    let question = assessment.question
    let profile = question.profile.profile
    var head = [
      fact("number", number), fact("date", question.day), fact("case", profile.reference),
    ]
    if let from = profile.from { head.append(fact("from", from.description)) }
    head += [
      fact("for", question.country.description),
      fact("purpose", say("purpose.\(question.purpose.rawValue)")),
    ]
    if let target = assessment.target { head.append(fact("sought", named(target))) }
    head.append(fact("graph", contentHash))
    var sections = assessment.holdings.enumerated().map { certificate($0 + 1, $1) }
    if assessment.holdings.isEmpty {
      sections.append(.init(heading: "", blocks: [.text(say("no-certificate"))]))
    }
    sections += [experience, competences, languages, gap, steps, agreements, missing]
      .compactMap { $0 }
    return StatementSheet(
      language: say.language, title: say("title"), head: head, nature: say("nature"),
      sections: sections,
      sources: .init(heading: say("sources"), blocks: [.list(sources.lines(in: say))]),
      signature: say("signature"))
  }

  private func fact(_ key: String, _ value: String) -> StatementSheet.Fact {
    .init(name: say(key), value: value)
  }

  private func named(_ record: ConceptRecord) -> String {
    "\(record.id), \(record.concept.title.in(say.language) ?? "")"
  }

  // MARK: - Certificates

  private func certificate(_ number: Int, _ holding: Assessment.Holding) -> StatementSheet.Section {
    let certificate = holding.certificate
    var section = StatementSheet.Section(
      heading: say("certificate", ["number": "\(number)", "title": certificate.title]))
    section.blocks.append(
      .text(
        say(
          "certificate.from",
          [
            "country": certificate.country.description,
            "date": certificate.date?.description ?? say("unknown.date"),
            "body": certificate.body ?? say("unknown.body"),
          ])))
    var facts = [fact("understood", understanding(holding.today))]
    if let atAward = holding.atAward {
      facts.append(.init(name: say("on-award", ["day": atAward.day]), value: view(atAward)))
    }
    facts.append(.init(name: say("today", ["day": holding.today.day]), value: view(holding.today)))
    section.blocks.append(.facts(facts))
    section.blocks.append(
      .table(
        header: [say("element"), say("judgement"), say("why")],
        rows: holding.elements.map { element in
          [
            say("element.\(element.element.rawValue)"),
            say("comparability.\(element.comparability.rawValue)"),
            [say(element.reason), sources.marks(element.links)].joined(separator: " ").trimmed,
          ]
        }))
    let precedents = holding.today.correspondents?.precedents ?? []
    if !precedents.isEmpty {
      section.blocks.append(.text(say("precedents")))
      section.blocks.append(
        .list(
          precedents.map { mapping in
            let link = mapping.links.first
            return say(
              "precedent",
              [
                "id": mapping.id.description, "outcome": link?.link.outcome?.rawValue ?? "",
                "date": link?.link.date?.description ?? say("unknown.date"),
              ]) + " " + sources.marks(mapping.links)
          }))
    }
    let caveats = holding.today.correspondents?.caveats ?? []
    if !caveats.isEmpty {
      section.blocks += [.text(say("to-know")), .list(caveats)]
    }
    if !holding.missing.isEmpty {
      section.blocks += [.text(say("missing")), .list(holding.missing.map { say($0) })]
    }
    return section
  }

  private func understanding(_ view: Assessment.View) -> String {
    func said(_ key: String, _ record: ConceptRecord) -> String {
      say(
        key,
        ["id": record.id.description, "title": record.concept.title.in(say.language) ?? ""])
    }
    switch view.understanding {
    case .named(let record): return said("understood.named", record)
    case .byTitle(let record): return said("understood.by-title", record)
    case .several(let records):
      return say(
        "understood.several", ["ids": records.map(\.id.description).joined(separator: ", ")])
    case .unknown: return say("understood.unknown")
    }
  }

  private func view(_ view: Assessment.View) -> String {
    guard let record = view.understanding.record, let subject = view.correspondents?.subject else {
      return say("view.nothing")
    }
    let levels = subject.referenceLevels.map(\.description).joined(separator: ", ")
    let links = subject.items.flatMap(\.links)
    return say(
      levels.isEmpty ? "view.no-level" : "view.levels",
      ["id": record.id.description, "levels": levels]) + " " + sources.marks(links)
  }

  // MARK: - Work, competences, languages

  private var experience: StatementSheet.Section? {
    let entries = assessment.question.profile.experience.map(\.value)
    let routes = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == .priorLearning }
    guard !entries.isEmpty || assessment.holdings.isEmpty else { return nil }
    var section = StatementSheet.Section(heading: say("experience"))
    section.blocks.append(
      .list(
        entries.map { entry in
          say(
            "experience.item",
            [
              "title": entry.title, "occupation": entry.occupation.map { " (\($0))" } ?? "",
              "country": entry.country?.description ?? say("experience.country-unknown"),
              "years": entry.years.map { say("experience.years", ["years": $0.description]) }
                ?? say("experience.years-unknown"),
              "evidence": entry.evidence ?? say("experience.no-evidence"),
            ])
        }))
    section.blocks.append(.text(say("experience.no-level")))
    section.blocks +=
      routes.isEmpty
      ? [.text(say("experience.no-route"))] : routes.map { procedure($0, "steps.validation") }
    return section
  }

  private var competences: StatementSheet.Section? {
    let items = assessment.question.profile.competences.map { entry in
      say(
        "competences.item",
        [
          "title": entry.value.title,
          "evidence": entry.value.evidence ?? say("experience.no-evidence"),
        ])
    }
    return items.isEmpty ? nil : .init(heading: say("competences"), blocks: [.list(items)])
  }

  private var languages: StatementSheet.Section? {
    let items = assessment.question.profile.languages.map { entry in
      say(
        "languages.item",
        [
          "language": entry.value.language.description,
          "level": entry.value.level.map { " \($0)" } ?? "",
          "evidence": entry.value.evidence ?? say("experience.no-evidence"),
        ])
    }
    return items.isEmpty ? nil : .init(heading: say("languages"), blocks: [.list(items)])
  }

  private var gap: StatementSheet.Section? {
    guard let gap = assessment.gap, !gap.needs.isEmpty else { return nil }
    return .init(
      heading: say("gap", ["target": named(gap.to)]),
      blocks: Gap.Coverage.allCases.flatMap { coverage -> [StatementSheet.Block] in
        let needs = gap.needs.filter { $0.coverage == coverage }
        guard !needs.isEmpty else { return [] }
        return [
          .text(say("gap.\(coverage.rawValue)")),
          .list(needs.map { "\(named($0.record)) \(sources.marks([$0.demand]))" }),
        ]
      })
  }

  // MARK: - Who decides

  private var steps: StatementSheet.Section? {
    var section = StatementSheet.Section(heading: say("steps"))
    let procedures = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == assessment.question.purpose }
    section.blocks =
      procedures.isEmpty
      ? [.text(say("steps.none"))] : procedures.map { procedure($0, "steps.decides") }
    if assessment.steps.crossesBorders, !procedures.isEmpty {
      section.blocks.append(.text(say("steps.origin")))
    }
    return section
  }

  private func procedure(_ record: ProcedureRecord, _ role: String) -> StatementSheet.Block {
    let procedure = record.procedure
    var facts: [StatementSheet.Fact] = []
    func add(_ key: String, _ values: [String]) {
      if !values.isEmpty { facts.append(fact(key, values.joined(separator: "; "))) }
    }
    add("steps.ask", procedure.informationCentres)
    add(role, procedure.deciders + [procedure.title.in(say.language)].compactMap { $0 })
    if procedure.purpose != .priorLearning {
      let binding = procedure.isBinding.map { $0 ? "yes" : "no" } ?? "unknown"
      add("steps.binding", [say("steps.binding.\(binding)")])
    }
    add("steps.law", procedure.legalBasis)
    add("to-know", [procedure.note.in(say.language)].compactMap { $0 })
    if !facts.isEmpty { facts[facts.count - 1].value += " " + sources.marks([record.evidence]) }
    return .facts(facts)
  }

  private var agreements: StatementSheet.Section? {
    let items = assessment.steps.agreements.map { record in
      let agreement = record.agreement
      return [agreement.title, agreement.covers, agreement.conditions]
        .compactMap { $0.in(say.language) }.map { $0.hasSuffix(".") ? $0 : $0 + "." }
        .joined(separator: " ") + " " + sources.marks([record.evidence])
    }
    return items.isEmpty ? nil : .init(heading: say("agreements"), blocks: [.list(items)])
  }

  private var missing: StatementSheet.Section? {
    assessment.missing.isEmpty
      ? nil
      : .init(heading: say("missing"), blocks: [.list(assessment.missing.map { say($0) })])
  }
}

/// The sources of a statement, each once, by number.
private final class SourceList {
  private struct Key: Hashable {
    var document: Document?
    var isVerified: Bool
  }

  private var numbers: [Key: Int] = [:]
  private var order: [Key] = []

  func marks(_ links: [LinkRecord]) -> String { marks(links.map(\.evidence)) }

  func marks(_ evidence: [Evidence]) -> String {
    var marked: [Int] = []
    for one in evidence {
      let key = Key(document: one.document, isVerified: one.isVerified)
      let number = numbers[key] ?? order.count + 1
      if numbers.updateValue(number, forKey: key) == nil { order.append(key) }
      if !marked.contains(number) { marked.append(number) }
    }
    return marked.map { "[\($0)]" }.joined()
  }

  func lines(in say: MessageCatalogue) -> [String] {
    order.map { key in
      let document = key.document
      let grade =
        document?.isOfficial != true
        ? "sources.not-official" : document?.via == nil ? "sources.official" : "sources.copy"
      return
        ([
          document?.publisher, document?.title,
          document?.date?.description ?? say("sources.no-date"),
          say(grade), key.isVerified ? nil : say("sources.unverified"), document?.url,
        ] as [String?]).compactMap { $0 }.joined(separator: ", ")
    }
  }
}
