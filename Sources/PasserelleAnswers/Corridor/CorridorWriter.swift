internal import PasserelleGraph
internal import PasserelleModel

/// Writes a corridor as a sheet in one language, the most important first.
struct CorridorWriter: SheetWriter {
  let say: Language
  let names: LocalNames
  let sources: SourceList
  let answer: CorridorAnswer
  var corridor: Corridor { answer.corridor }

  init(_ answer: CorridorAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    names = LocalNames(language)
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let facts = [levels, links, precedents, indications, titles, agreements].compactMap(\.self)
    let sections = facts + desks + [notKnown].compactMap(\.self)
    return Sheet(
      language: say.name, isRightToLeft: say.isRightToLeft, title: say(.heading, ends),
      summary: summary,
      number: "\(corridor.from.country)–\(corridor.to.country), \(say.date(corridor.day)), "
        + answer.graph.prefix(12),
      head: head, nature: say(answer.nature), sections: sections,
      sourcesHeading: say(ComparabilityKey.sources), sources: sources.sources,
      sourcesRemark: say.remarkOnLanguages { names.name(of: $0) },
      signature: nil)
  }

  /// The names of the two countries, for a sentence.
  var ends: [String: String] {
    [
      "from": names.country(corridor.from.country), "to": names.country(corridor.to.country),
    ]
  }

  private var summary: [Sheet.Fact] {
    let declared = corridor.links.count { $0.link.relation == .declaredEquivalent }
    return [
      .init(name: say(.levels), value: meetings.joined(separator: say.clauses)),
      .init(
        name: say(.links),
        value: declared == 0
          ? say(.linksNone) : say(.linksDeclared, ["count": "\(declared)"])),
      .init(
        name: say(ComparabilityKey.agreements),
        value: corridor.agreements.isEmpty
          ? say(.agreementsNone)
          : say(.agreementsCount, ["count": "\(corridor.agreements.count)"])),
      .init(
        name: say(ComparabilityKey.stepsAsk),
        value: asked),
      .init(
        name: say(.notKnown), value: say(.notKnownCount, ["count": "\(corridor.notKnown.count)"])),
    ]
  }

  /// Whom to ask first, each body with the purposes that it is asked for.
  private var asked: String {
    var bodies: [String] = []
    let first = corridor.desks.compactMap { steps in
      steps.first.map { (body: body($0), purpose: say(steps.purpose)) }
    }
    for desk in first where !bodies.contains(desk.body) { bodies.append(desk.body) }
    guard !bodies.isEmpty else { return say(ComparabilityKey.summaryAskNobody) }
    return bodies.map { body in
      let purposes = first.filter { $0.body == body }.map(\.purpose).joined(
        separator: say.separator)
      return say(.askFor, ["purposes": purposes, "body": body])
    }.joined(separator: say.clauses)
  }

  /// How many pairs of levels meet, by how they do.
  private var meetings: [String] {
    let keys: [(Ladder.Meeting, CorridorKey)] = [
      (.referenced, .levelsMeet), (.spanning, .levelsSpanning), (.comparedOnly, .levelsCompared),
    ]
    let said = keys.compactMap { meeting, key -> String? in
      let count = corridor.count(of: meeting)
      return count == 0 ? nil : say(key, ["count": "\(count)"])
    }
    let isOneSided = corridor.from.frameworks.isEmpty || corridor.to.frameworks.isEmpty
    return said.isEmpty ? [say(isOneSided ? .levelsNone : .levelsApart)] : said
  }

  private var head: [Sheet.Fact] {
    [
      .init(name: say(ComparabilityKey.from), value: names.country(corridor.from.country)),
      .init(name: say(ComparabilityKey.destination), value: names.country(corridor.to.country)),
      .init(name: say(ComparabilityKey.date), value: say.date(corridor.day)),
      .init(name: say(ComparabilityKey.graph), value: "\(answer.graph.prefix(16))…"),
      .init(name: say(.opposite), value: opposite),
    ]
  }

  /// How to get the other direction: a command, or a link.
  private var opposite: String {
    let (from, to) = (corridor.to.country, corridor.from.country)
    return say.form == .site
      ? say.linked(
        "\(names.country(from)) – \(names.country(to))", to: .corridor("\(from)", "\(to)"))
      : "passerelle corridor \(from) \(to)"
  }

  /// Whom to ask first, and whether that the case is covered is open.
  func body(_ first: NextSteps.FirstDesk) -> String {
    let body = say(first.body)
    return first.step.coverage == .yes
      ? body : say(ComparabilityKey.summaryAskMay(parts: ["desk": [first.body]]))
  }
}
