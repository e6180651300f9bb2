internal import PasserelleModel

/// Writes a difference for people: counts first, then what differs, then what that does to others.
struct DifferenceText {
  let answer: DifferenceAnswer

  var lines: [String] {
    let sources = Citations()
    var lines = [
      "\(answer.old) to \(answer.new)".printable, "", "  \(answer.headline)",
      "  \(answer.impact.headline)", "",
    ]
    lines += section("replaced", answer.replaced.flatMap { self.lines(of: $0, citing: sources) })
    lines += section("removed", answer.removed.map(line))
    lines += section("added", answer.added.map(line))
    lines += section(
      "changed", answer.changed.flatMap { [line($0.new)] + $0.changes.flatMap(self.lines) })
    lines += section("re-ordered levels", answer.reordered.map(self.lines) ?? [])
    for (heading, effects) in answer.impact.groups {
      lines += section(
        "links of others, \(heading)", effects.flatMap { self.lines(of: $0, citing: sources) })
    }
    lines += section(
      "levels that stand elsewhere", answer.impact.shifts.map { "  \($0.words.printable)" })
    return lines + ["to know:"] + answer.caveats.map { "  - \($0.printable)" } + sources.lines
  }

  private func section(_ heading: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["\(Style.bold(heading)):"] + lines + [""]
  }

  private func line(_ item: DifferenceAnswer.Item) -> String {
    "  \(Style.bold(item.id.printable))  \(item.title.printable)"
  }

  private func lines(
    of item: DifferenceAnswer.Replacement, citing sources: Citations
  ) -> [String] {
    [line(item.old)]
      + item.successors.map { successor in
        let marks = successor.links.map { sources.mark($0.evidence) }.joined(separator: " ")
        return "    \(successor.words) \(successor.id.printable)  \(successor.title.printable)"
          + "  \(successor.cardinality) \(marks)"
      } + item.changes.flatMap(lines)
  }

  private func lines(_ change: DifferenceAnswer.Change) -> [String] {
    ["    \(change.facet)"] + change.gone.map { "      - \($0.words.printable)" }
      + change.come.map { "      + \($0.words.printable)" }
  }

  private func lines(_ order: DifferenceAnswer.Reordering) -> [String] {
    [("before", order.before), ("after", order.after)].map { name, levels in
      "  \(name): \(levels.joined(separator: ", ").printable)"
    }
  }

  private func lines(of effect: ImpactAnswer.Effect, citing sources: Citations) -> [String] {
    let facets = effect.changes.map(\.facet).joined(separator: ", ")
    return effect.link.lines(indent: "  ", citing: sources)
      + (facets.isEmpty ? [] : ["    \(effect.end): \(facets)".printable])
      + effect.proposed.map { successor in
        let relation = "\(successor.words), \(successor.cardinality)"
        return "    proposed: \(successor.id) (\(relation))".printable
      }
  }
}
