internal import PasserelleModel

extension DifferenceAnswer {
  /// The answer for a change log: tables of counts and lists, without the single links.
  ///
  /// - Parameter language: The language of all words but the sources' own.
  /// - Returns: Markdown, without a line feed at the end.
  public func markdown(in language: Language) -> String {
    DifferenceMarkdown(answer: self, say: language).lines.joined(separator: "\n")
  }
}

/// Writes a difference for a change log.
private struct DifferenceMarkdown {
  let answer: DifferenceAnswer
  let say: Language

  var lines: [String] {
    let title = say(.diffBetween, ["old": answer.old, "new": answer.new])
    var lines = ["## \(title)".printable, "", "\(answer.headline(in: say)).", ""]
    lines += section(
      .diffHeadReplaced,
      answer.replaced.map { item in
        let successors = item.successors.map {
          "`\($0.id)` \($0.title.markdown) (\($0.cardinality), \(successorWords($0.relation, in: say)))"
        }
        return self.line(item.old) + " → " + successors.joined(separator: say.clauses)
      })
    lines += section(.diffHeadRemoved, answer.removed.map(line))
    lines += section(.diffHeadAdded, answer.added.map(line))
    lines += section(
      .diffHeadChanged, answer.changed.map { line($0.new) + ": " + words($0.changes) })
    lines += section(
      .diffHeadReordered,
      answer.reordered.map { order in
        [
          say(.diffBefore, ["levels": order.before.joined(separator: say.separator)]),
          say(.diffAfter, ["levels": order.after.joined(separator: say.separator)]),
        ]
      } ?? [])
    lines += ["### \(say(.impactHeading))", "", "\(answer.impact.headline(in: say)).", ""] + table
    lines += answer.impact.shifts.map { "- \($0.words(in: say).markdown)" }
    return lines + (answer.impact.shifts.isEmpty ? [] : [""])
      + answer.caveats.map { "> \(say($0).markdown)  " }
  }

  private func section(_ heading: AnswerKey, _ items: [String]) -> [String] {
    guard !items.isEmpty else { return [] }
    let name = say(heading)
    let title = name.prefix(1).uppercased() + name.dropFirst()
    return ["### \(title) (\(items.count))", ""] + items.map { "- \($0)" } + [""]
  }

  private func line(_ item: DifferenceAnswer.Item) -> String {
    "`\(item.id)` \(item.title.markdown)"
  }

  private func words(_ changes: [DifferenceAnswer.Change]) -> String {
    changes.map { change in
      let sides = [change.gone, change.come].map {
        $0.isEmpty
          ? say(.diffNone) : $0.map { $0.words(in: say) }.joined(separator: say.separator).markdown
      }
      return say(
        .diffChange,
        ["facet": say(change.facetWords), "before": sides[0], "after": sides[1]])
    }.joined(separator: say.clauses)
  }

  /// How many links of each publication are affected.
  private var table: [String] {
    let groups = answer.impact.groups.map { group in
      Dictionary(grouping: group.effects, by: \.publication).mapValues(\.count)
    }
    let names = Set(groups.flatMap(\.keys)).sorted()
    guard !names.isEmpty else { return [] }
    let heads: [AnswerKey] = [
      .impactPublication, .impactColumnBroken, .impactColumnChanged, .impactColumnGained,
    ]
    return [
      "| \(heads.map { say($0) }.joined(separator: " | ")) |", "| --- | --- | --- | --- |",
    ]
      + names.map { name in
        let cells = groups.map { "\($0[name, default: 0])" }.joined(separator: " | ")
        return "| \(name.markdown) | \(cells) |"
      } + [""]
  }
}

extension String {
  /// The text as one cell or item of Markdown, with what would act there escaped.
  fileprivate var markdown: String {
    printable.map { "\\`*_[]<>|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
