internal import PasserelleModel

extension String {
  /// The text as one cell or item of Markdown, with what would act there escaped.
  var markdown: String {
    printable.map { "\\`*_[]<>|#".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}

/// Writes a difference for a change log: tables of counts and lists, without the single links.
struct DifferenceMarkdown {
  let answer: DifferenceAnswer

  var lines: [String] {
    var lines = ["## \(answer.old) to \(answer.new)".printable, "", "\(answer.headline).", ""]
    lines += section(
      "Replaced",
      answer.replaced.map { item in
        let successors = item.successors.map {
          "`\($0.id)` \($0.title.markdown) (\($0.cardinality), \($0.words))"
        }
        return self.line(item.old) + " → " + successors.joined(separator: "; ")
      })
    lines += section("Removed", answer.removed.map(line))
    lines += section("Added", answer.added.map(line))
    lines += section("Changed", answer.changed.map { line($0.new) + ": " + words($0.changes) })
    lines += section(
      "Re-ordered levels",
      answer.reordered.map { order in
        [
          "before: \(order.before.joined(separator: ", "))",
          "after: \(order.after.joined(separator: ", "))",
        ]
      } ?? [])
    lines += ["### Impact", "", "\(answer.impact.headline).", ""] + table
    lines += answer.impact.shifts.map { "- \($0.words.markdown)" }
    return lines + (answer.impact.shifts.isEmpty ? [] : [""])
      + answer.caveats.map { "> \($0.markdown)  " }
  }

  private func section(_ heading: String, _ items: [String]) -> [String] {
    items.isEmpty ? [] : ["### \(heading) (\(items.count))", ""] + items.map { "- \($0)" } + [""]
  }

  private func line(_ item: DifferenceAnswer.Item) -> String {
    "`\(item.id)` \(item.title.markdown)"
  }

  private func words(_ changes: [DifferenceAnswer.Change]) -> String {
    changes.map { change in
      let sides = [change.gone, change.come].map {
        $0.isEmpty ? "nothing" : $0.map(\.words).joined(separator: ", ").markdown
      }
      return "\(change.facet), \(sides[0]) → \(sides[1])"
    }.joined(separator: "; ")
  }

  /// How many links of each publication are touched.
  private var table: [String] {
    let groups = answer.impact.groups.map { group in
      Dictionary(grouping: group.effects, by: \.publication).mapValues(\.count)
    }
    let names = Set(groups.flatMap(\.keys)).sorted()
    guard !names.isEmpty else { return [] }
    return ["| publication | broken | to review | gained |", "| --- | --- | --- | --- |"]
      + names.map { name in
        let cells = groups.map { "\($0[name, default: 0])" }.joined(separator: " | ")
        return "| \(name.markdown) | \(cells) |"
      } + [""]
  }
}
