internal import PasserelleGraph
internal import PasserelleModel

/// Writes a comparison as a sheet: the finding in one sentence, the ladders of both sides, then who says
/// so.
struct ComparisonWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: ComparisonAnswer
  /// The levels of the frameworks that are compared, beside those of reference frameworks.
  let ladders: [Ladder]
  /// Whether it is known which competences the second asks for.
  let hasGap: Bool

  init(
    _ answer: ComparisonAnswer, ladders: [Ladder], hasGap: Bool = false, in language: Language
  ) {
    (self.answer, self.ladders, self.hasGap) = (answer, ladders, hasGap)
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let ids = answer.items.map(\.id).joined(separator: say.separator)
    let title = say(.answerAsOf, ["subject": ids, "day": say.date(answer.asOf)])
    let sections =
      [
        levels(ladders, asked: asked), section(say(.statedBySources), answer.items.flatMap(stated)),
        section(say(.links), lines(answer.direct) + further),
        section(say(.weaker), answer.indications.map { line($0) }),
        section(say(.decisions), lines(answer.precedents)),
      ] + steps(answer.nextSteps) + [
        section(say(ComparabilityKey.toKnow), notes), notKnown(answer.unknown),
      ]
    return sheet(titled: title, summary: summary, sections)
  }

  private var asked: Set<Identifier> {
    Set(answer.items.compactMap { Identifier($0.level ?? $0.id) })
  }

  private var summary: [Sheet.Fact] {
    [.init(name: say(ComparabilityKey.summaryFinding), value: say(answer.summary))]
      + answer.items.map { item in
        .init(
          name: say.linked(item.id),
          value: [title(item.titles), say.isolated(item.heading)].joined(separator: say.separator))
      }
  }

  /// What the sources state of one thing, and of what superseded it.
  private func stated(_ item: ComparisonAnswer.Item) -> [Sheet.Block] {
    let isOpen = item.links.isEmpty && item.referenceLevels.isEmpty
    let own = list(lines(item.links) + (isOpen ? [say(.compareNoLink)] : []))
    let since = item.successors.flatMap { successor -> [Sheet.Block] in
      let name = named(successor.id, successor.titles)
      return [.text(say(.compareSupersededBy, ["successor": name]))] + list(lines(successor.links))
    }
    let several =
      item.successors.count > 1
      ? [Sheet.Block.text(say(.compareSeveralSuccessors, ["count": "\(item.successors.count)"]))]
      : []
    let blocks = own + since + several
    return blocks.isEmpty ? [] : [.heading(named(item.id, item.titles))] + blocks
  }

  /// What else can be asked about two things.
  private var further: [String] {
    guard answer.items.count == 2 else { return [] }
    let (one, other) = (answer.items[0].id, answer.items[1].id)
    return [say.linked(say(.explainThese), to: .explanation(one, other))]
      + (hasGap ? [say.linked(say(.gapThese), to: .gap(one, other))] : [])
  }

  private var notes: [String] {
    let weakest = answer.weakestLink.map { weakest in
      say(
        .compareWeakest,
        ["from": weakest.from, "to": weakest.to, "reason": say(weakest.reason)])
    }
    return [weakest].compactMap(\.self) + answer.caveats.map { say($0) }
  }
}

extension SheetWriter {
  /// Ladders in which the levels that are asked about stand out; `nil` if there are none.
  func levels(_ ladders: [Ladder], asked: Set<Identifier> = []) -> Sheet.Section? {
    let writer = LadderWriter(say: say, sources: sources)
    let tables = ladders.map { ladder in
      writer.table(
        ladder, from: ladder.name(of: \.from, or: ladder.unplacedFrom),
        to: ladder.name(of: \.to, or: ladder.unplacedTo), asked: asked)
    }
    guard let first = tables.first else { return nil }
    let others = tables.dropFirst().map { Sheet.Block.details($0.reference, [.ladder($0)]) }
    return Sheet.Section(
      heading: say(.levels), blocks: [.text(say(.legend)), .ladder(first)] + others)
  }

  /// The elements of a qualification that a level says nothing about.
  func notKnown(_ elements: [String]) -> Sheet.Section? {
    section(
      say(CorridorKey.notKnown),
      elements.map { text in Element(rawValue: text).map { say($0) } ?? text })
  }
}

extension Ladder {
  /// The framework of one side.
  fileprivate func name(of side: KeyPath<Row, [Rung]>, or unplaced: [Rung]) -> String {
    (rows.flatMap { $0[keyPath: side] } + unplaced).first?.id.framework.description ?? ""
  }
}
