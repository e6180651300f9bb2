internal import PasserelleGraph
internal import PasserelleModel

/// Writes what differs between two versions as a sheet: the counts, what differs, and what that does to
/// others.
struct DifferenceWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let answer: DifferenceAnswer

  init(_ answer: DifferenceAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  /// More entries than a part of a page holds: the answer in JSON has them all.
  private static let most = 300

  var sheet: Sheet {
    let title = say(
      .diffBetween, ["old": say.isolated(answer.old), "new": say.isolated(answer.new)])
    return sheet(
      titled: title,
      summary: [
        .init(name: say(ComparabilityKey.summaryFinding), value: answer.headline(in: say)),
        .init(name: say(.links), value: answer.impact.headline(in: say)),
      ],
      [
        part(.diffHeadReplaced, answer.replaced.map(replaced)),
        part(.diffHeadRemoved, answer.removed.map(name)),
        part(.diffHeadAdded, answer.added.map(name)),
        part(.diffHeadChanged, answer.changed.map { clauses([name($0.new)] + words($0.changes)) }),
        part(.diffHeadReordered, answer.reordered.map(orders) ?? []),
      ] + answer.impact.groups.map { heading, effects in part(heading, effects.map(effect)) } + [
        part(.diffHeadShifts, answer.impact.shifts.map { $0.words(in: say) }),
        section(say(ComparabilityKey.toKnow), answer.caveats.map { say($0) }),
      ])
  }

  private func part(_ key: AnswerKey, _ items: [String]) -> Sheet.Section? {
    let left = items.count - Self.most
    return section(
      heading(key),
      list(Array(items.prefix(Self.most)))
        + (left > 0 ? [.text(say(.more, ["count": say.number(left)]))] : []))
  }

  private func clauses(_ parts: [String]) -> String { parts.joined(separator: say.clauses) }

  private func name(_ item: DifferenceAnswer.Item) -> String {
    "\(say.linked(item.id)) \(say.isolated(item.title))"
  }

  private func replaced(_ item: DifferenceAnswer.Replacement) -> String {
    let successors = item.successors.map { successor in
      "\(successorWords(successor.relation, in: say)) \(say.linked(successor.id)) "
        + "\(say.isolated(successor.title)), \(successor.cardinality) "
        + sources.marks(successor.links)
    }
    return clauses([name(item.old)] + successors + words(item.changes))
  }

  /// What differs in each respect.
  private func words(_ changes: [DifferenceAnswer.Change]) -> [String] {
    changes.map { change in
      func said(_ sayings: [DifferenceAnswer.Saying]) -> String {
        sayings.isEmpty
          ? say(.diffNone)
          : sayings.map { say.isolated($0.words(in: say)) }.joined(separator: say.separator)
      }
      return say(
        .diffChange,
        [
          "facet": say(change.facetWords), "before": said(change.gone), "after": said(change.come),
        ])
    }
  }

  private func orders(_ order: DifferenceAnswer.Reordering) -> [String] {
    [(AnswerKey.diffBefore, order.before), (.diffAfter, order.after)].map { key, levels in
      say(key, ["levels": levels.map { say.isolated($0) }.joined(separator: say.separator)])
    }
  }

  private func effect(_ effect: ImpactAnswer.Effect) -> String {
    let proposed = effect.proposed.map { successor in
      say(
        .diffProposed,
        [
          "id": say.linked(successor.id), "relation": successorWords(successor.relation, in: say),
          "cardinality": successor.cardinality,
        ])
    }
    return clauses([line(effect.link)] + effect.changes.map { say($0.facetWords) } + proposed)
  }
}
