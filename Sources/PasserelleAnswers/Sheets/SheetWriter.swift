internal import PasserelleGraph
internal import PasserelleModel

/// Writes an answer as a sheet in one language: what all such writers have in common.
protocol SheetWriter {
  var say: Language { get }
  var sources: SourceList { get }
}

extension SheetWriter {
  /// A sheet with the sources that its sections have marked.
  func sheet(
    titled title: String, summary: [Sheet.Fact] = [], head: [Sheet.Fact] = [],
    nature: String? = nil, _ sections: [Sheet.Section?]
  ) -> Sheet {
    let names = LocalNames(say)
    return Sheet(
      language: say.name, isRightToLeft: say.isRightToLeft, title: title, summary: summary,
      head: head, nature: nature, sections: sections.compactMap(\.self),
      sourcesHeading: say(ComparabilityKey.sources), sources: sources.sources,
      sourcesRemark: say.remarkOnLanguages { names.name(of: $0) })
  }

  // MARK: - Blocks

  /// A section with a list; `nil` if it is empty.
  func section(_ heading: String, _ items: [String]) -> Sheet.Section? {
    section(heading, list(items))
  }

  /// A section; `nil` if it is empty.
  func section(_ heading: String, _ blocks: [Sheet.Block]) -> Sheet.Section? {
    blocks.isEmpty ? nil : Sheet.Section(heading: heading, blocks: blocks)
  }

  /// A list of texts; nothing if there are none.
  func list(_ items: [String]) -> [Sheet.Block] { items.isEmpty ? [] : [.list(items)] }

  /// What has a value; a source's sentence ends without a full stop if another value follows.
  func facts(_ facts: [(name: String, values: [String])]) -> [Sheet.Fact] {
    facts.compactMap { name, values in
      let values = values.filter { !$0.isEmpty }
      guard let last = values.last else { return nil }
      let others = values.dropLast().map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      return Sheet.Fact(name: name, value: (others + [last]).joined(separator: say.clauses))
    }
  }

  /// A message that ends in a colon in running text, as a heading.
  func heading(_ key: AnswerKey) -> String { say.heading(key) }

  // MARK: - Statements

  /// A link with its scope, what is noted on it, and the mark of its source.
  func line(_ link: LinkAnswer, in words: String? = nil) -> String {
    ([words ?? say.statement(link)] + link.scope(in: say) + link.remarks.map { say($0) })
      .joined(separator: say.clauses) + " \(sources.marks([link]))"
  }

  func lines(_ links: [LinkAnswer]) -> [String] { links.map { line($0) } }

  /// An indication with the marks of its sources; where the reader did not name the other side, with
  /// what it is about.
  func line(_ indication: IndicationAnswer, isNaming: Bool = false) -> String {
    let others =
      isNaming
      ? indication.sides.dropFirst().map { named($0.id, $0.titles) } : []
    return ([indication.line(in: say)] + others).joined(separator: say.clauses)
      + " \(sources.marks(indication.links))"
  }

  /// An identifier that leads to its page, and its title.
  func named(_ id: String, _ titles: [Label]) -> String {
    [say.linked(id), title(titles)].filter { !$0.isEmpty }.joined(separator: say.separator)
  }

  /// The title in the reader's language, then as it is at home.
  func title(_ labels: [Label]) -> String {
    var seen: Set<String> = []
    let own = labels.filter { $0.language == say.name }
    return (own + labels).filter { seen.insert($0.text).inserted }.prefix(3)
      .map { label in
        LanguageTag(label.language).map { say.source(label.text, in: $0) } ?? label.text
      }.joined(separator: " · ")
  }

  // MARK: - Procedures and agreements

  /// A procedure, its name first and the mark of its source last; its purposes, where they are not those
  /// of all that is around it.
  func facts(
    of procedure: ProcedureAnswer, for purposes: [String] = [],
    besides others: [(name: String, values: [String])] = []
  ) -> [Sheet.Fact] {
    let scheme = procedure.title.map { [(say(ComparabilityKey.stepsScheme), [say($0)])] } ?? []
    let named = purposes.map { text in Purpose(rawValue: text).map { say($0) } ?? text }
    var facts = facts(
      [(say(ComparabilityKey.purpose), named)] + scheme + procedure.facts(in: say) + others)
    if !facts.isEmpty { facts[facts.count - 1].value += " \(sources.marks([procedure.evidence]))" }
    return facts
  }

  func facts(of agreement: AgreementAnswer) -> [Sheet.Fact] {
    let purposes = agreement.purposes.map { text in Purpose(text).map { say($0) } ?? text }
    let name =
      "\(say(agreement.title)) (\(say.linked(agreement.id))) \(sources.marks([agreement.evidence]))"
    return facts(
      [(say(.agreement), [name])] + agreement.facts(in: say)
        + [(say(ComparabilityKey.purpose), purposes)])
  }

  /// Who decides for a purpose; without one, the purposes to choose from.
  func steps(_ steps: NextStepsAnswer?) -> [Sheet.Section?] {
    guard let steps else {
      let purposes = [Purpose.study, .regulated, .work].map { purpose in
        say.linked(say(purpose), to: .purpose(purpose.rawValue))
      }
      return [section(say(ComparabilityKey.steps), [.text(say(.choosePurpose)), .list(purposes)])]
    }
    let purpose = Purpose(steps.purpose).map { say($0) } ?? steps.purpose
    let blocks = steps.systems.flatMap { system -> [Sheet.Block] in
      [.heading(say.isolated(system.heading))]
        + (system.procedures.isEmpty
          ? [.text(say(ComparabilityKey.stepsNone))]
          : [.groups(system.procedures.map { facts(of: $0, for: [$0.purpose]) })])
    }
    return [
      section(
        "\(say(ComparabilityKey.steps)): \(purpose)",
        (blocks.isEmpty ? [.text(say(ComparabilityKey.stepsNone))] : blocks)
          + list(steps.caveats.map { say($0) })),
      section(
        say(ComparabilityKey.agreements),
        steps.agreements.isEmpty ? [] : [.groups(steps.agreements.map { facts(of: $0) })]),
    ]
  }
}

extension Language {
  /// Where something is placed: a level, which leads to its page, or the word for none.
  func place(_ place: String) -> String {
    if place == "none" { return self(.placeNone) }
    return place.contains(":") ? linked(place) : isolated(place)
  }

  /// A message that ends in a colon in running text, as a heading.
  func heading(_ key: AnswerKey, _ values: [String: String] = [:]) -> String {
    var text = Substring(self(key, values))
    while let last = text.last, last == ":" || last.isWhitespace { text.removeLast() }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
