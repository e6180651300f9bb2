internal import PasserelleGraph
internal import PasserelleModel

extension ComparisonAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let ids = items.map(\.id).joined(separator: ", ")
    let finding = pen.ink.finding(pen.say(summary).printable, isGood: headline.isGood)
    var lines = [
      pen.say(.answerAsOf, ["subject": ids, "day": pen.say.date(asOf)]).printable, "",
      "  \(finding)", "",
    ]
    lines += pen.indications(indications, besides: items.flatMap(\.links))
    lines += items.flatMap { $0.lines(by: pen) + [""] }
    lines += section(.compareDirect, direct, by: pen)
    lines += section(.comparePrecedents, precedents, by: pen)
    if let weakest = weakestLink {
      let values = ["from": weakest.from, "to": weakest.to, "reason": pen.say(weakest.reason)]
      lines.append(pen.say(.compareWeakest, values).printable)
    }
    lines += pen.remarks(caveats) + (nextSteps?.lines(by: pen) ?? [])
    return lines + pen.sources
  }

  private func section(_ heading: AnswerKey, _ links: [LinkAnswer], by pen: Pen) -> [String] {
    links.isEmpty
      ? [] : [pen.say(heading)] + links.flatMap { $0.lines(indent: "  ", by: pen) } + [""]
  }
}

extension ComparisonAnswer.Item {
  fileprivate func lines(by pen: Pen) -> [String] {
    var lines = [
      "\(pen.ink.bold(id.printable))  \(fullTitle.printable), \(heading.printable)"
    ]
    lines += links.flatMap { $0.lines(indent: "  ", by: pen) }
    if links.isEmpty, referenceLevels.isEmpty, level != nil {
      lines.append("  \(pen.say(.compareNoLink))")
    }
    for successor in successors {
      let name = "\(pen.ink.bold(successor.id.printable))  \(successor.fullTitle.printable)"
      lines.append("  \(pen.say(.compareSupersededBy, ["successor": name]))")
      lines += successor.links.flatMap { $0.lines(indent: "    ", by: pen) }
    }
    if successors.count > 1 {
      lines.append("  \(pen.say(.compareSeveralSuccessors, ["count": "\(successors.count)"]))")
    }
    return lines
  }
}
