internal import PasserelleModel

extension DifferenceAnswer {
  /// The answer for people, line by line: counts first, then what differs, then what that does to
  /// others.
  public func lines(by pen: Pen) -> [String] {
    DifferenceText(answer: self, pen: pen).lines
  }
}

/// Writes a difference for people.
private struct DifferenceText {
  let answer: DifferenceAnswer
  let pen: Pen

  private var say: Language { pen.say }

  var lines: [String] {
    var lines = [
      say(.diffBetween, ["old": answer.old, "new": answer.new]).printable, "",
      "  \(answer.headline(in: say))", "  \(answer.impact.headline(in: say))", "",
    ]
    lines += section(.diffHeadReplaced, answer.replaced.flatMap(self.lines))
    lines += section(.diffHeadRemoved, answer.removed.map(line))
    lines += section(.diffHeadAdded, answer.added.map(line))
    lines += section(
      .diffHeadChanged, answer.changed.flatMap { [line($0.new)] + $0.changes.flatMap(self.lines) })
    lines += section(.diffHeadReordered, answer.reordered.map(self.lines) ?? [])
    for (heading, effects) in answer.impact.groups {
      lines += section(heading, effects.flatMap(self.lines))
    }
    lines += section(
      .diffHeadShifts, answer.impact.shifts.map { "  \($0.words(in: say).printable)" })
    return lines + pen.remarks(answer.caveats) + pen.sources
  }

  private func section(_ heading: AnswerKey, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(pen.ink.bold(say(heading))):"] + lines + [""]
  }

  private func line(_ item: DifferenceAnswer.Item) -> String {
    "  \(pen.ink.bold(item.id.printable))  \(item.title.printable)"
  }

  private func lines(of item: DifferenceAnswer.Replacement) -> [String] {
    [line(item.old)]
      + item.successors.map { successor in
        let marks = successor.links.map { pen.mark($0.evidence) }.joined(separator: " ")
        let words = successorWords(successor.relation, in: say)
        return "    \(words) \(successor.id.printable)  \(successor.title.printable)"
          + "  \(successor.cardinality) \(marks)"
      } + item.changes.flatMap(lines)
  }

  private func lines(_ change: DifferenceAnswer.Change) -> [String] {
    ["    \(say(change.facetWords))"] + change.gone.map { "      - \($0.words(in: say).printable)" }
      + change.come.map { "      + \($0.words(in: say).printable)" }
  }

  private func lines(_ order: DifferenceAnswer.Reordering) -> [String] {
    [(AnswerKey.diffBefore, order.before), (.diffAfter, order.after)].map { key, levels in
      "  \(say(key, ["levels": levels.joined(separator: say.separator)]).printable)"
    }
  }

  private func lines(of effect: ImpactAnswer.Effect) -> [String] {
    let facets = effect.changes.map { say($0.facetWords) }.joined(separator: say.separator)
    return effect.link.lines(indent: "  ", by: pen)
      + (facets.isEmpty ? [] : ["    \(effect.end): \(facets)".printable])
      + effect.proposed.map { successor in
        let values = [
          "id": successor.id, "relation": successorWords(successor.relation, in: say),
          "cardinality": successor.cardinality,
        ]
        return "    \(say(.diffProposed, values).printable)"
      }
  }
}
