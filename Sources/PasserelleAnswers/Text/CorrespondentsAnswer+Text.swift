internal import PasserelleGraph
internal import PasserelleModel

extension CorrespondentsAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let places = searched.joined(separator: ", ")
    let values = ["subject": subject.items[0].id, "places": places, "day": asOf]
    var lines = [say(.answerInAsOf, values).printable, ""]
    if let (heading, isGood) = heading(in: say, places) {
      lines += ["  " + pen.ink.finding(heading.printable, isGood: isGood), ""]
    }
    lines += matches.flatMap { $0.lines(by: pen) + [""] }
    if !unmatched.isEmpty {
      let items = unmatched.map { item in
        say(.equivalentsUnmatchedItem, ["framework": item.heading, "reason": say(item.reason)])
      }
      lines += [say(.equivalentsUnmatched)] + items.map { "  \($0.printable)" } + [""]
    }
    lines += section(.equivalentsDeclared, declared, by: pen)
    lines += section(.comparePrecedents, precedents, by: pen)
    lines += section(.equivalentsMappings, mappings, by: pen)
    lines += section(.equivalentsChained, chained, by: pen)
    lines += section(.equivalentsCompared, compared, by: pen)
    if !nulls.isEmpty {
      lines += [say(.equivalentsNulls)]
      lines += nulls.flatMap { $0.lines(indent: "  ", by: pen) } + [""]
    }
    if !subject.items[0].links.isEmpty {
      lines.append(say(.equivalentsSubject, ["id": subject.items[0].id]).printable)
      lines += subject.items[0].links.flatMap { $0.lines(indent: "  ", by: pen) }
    }
    lines += pen.remarks(caveats)
    lines +=
      nextSteps?.lines(by: pen)
      ?? ["", say(.equivalentsLevelAlone), say(.equivalentsAskPurpose)]
    return lines + pen.sources
  }

  /// The most important sentence, and whether it is what one hopes for; none if only tables answer.
  private func heading(in say: Language, _ places: String) -> (String, isGood: Bool)? {
    let place = ["place": say(subject.summary)]
    guard let nearest = matches.first else {
      let others = [mappings, chained, declared, precedents, compared]
      guard others.allSatisfy(\.isEmpty) else { return nil }
      if let reason = unmatched.first?.reason, reason.key == UnmatchedReason.noFramework.key,
        unmatched.count == searched.count
      {
        return (say(.equivalentsNothing, ["why": say(reason)]), false)
      }
      let why =
        subject.finding == Finding.sameReferenceLevel.rawValue
        ? say(
          .equivalentsNothingNear, place.merging(["places": places]) { first, _ in first })
        : say(subject.summary)
      return (say(.equivalentsNothing, ["why": why]), false)
    }
    let isSame = nearest.distance == 0
    if matches.contains(where: { $0.since != nil }) {
      return (say(.equivalentsBySuccessor), isSame)
    }
    if matches.contains(where: \.contingent) { return (say(.equivalentsContingent, place), isSame) }
    return (say(isSame ? .equivalentsSame : .equivalentsNearest, place), isSame)
  }

  private func section(_ heading: AnswerKey, _ mappings: [Mapping], by pen: Pen) -> [String] {
    guard !mappings.isEmpty else { return [] }
    return [pen.say(heading)] + mappings.flatMap { $0.lines(by: pen) } + [""]
  }
}

extension CorrespondentsAnswer.Match {
  fileprivate func lines(by pen: Pen) -> [String] {
    let say = pen.say
    var lines = [
      "\(pen.ink.bold(id.printable))  \(fullTitle.printable), \(heading.printable)"
    ]
    lines += remarks(in: say).map { "  \($0.printable)" }
    lines += links.flatMap { $0.lines(indent: "  ", by: pen) }
    return lines
      + qualifications.map { qualification in
        let title = qualification.titles.map(\.text).joined(separator: " · ")
        return "  "
          + say(.matchIncludes, ["title": title, "id": qualification.id]).printable
      }
  }

  /// On what condition it is a match.
  func remarks(in say: Language) -> [String] {
    var remarks: [String] = []
    if finding == Finding.conflict.rawValue { remarks.append(say(.matchConflict)) }
    if let since { remarks.append(say(.matchSince, ["new": since])) }
    if contingent {
      remarks.append(say(.matchContingent, ["level": referenceLevel]))
    } else if finding == Finding.ambiguous.rawValue {
      remarks.append(say(.matchSpans))
    }
    return remarks
  }
}

extension CorrespondentsAnswer.Mapping {
  fileprivate func lines(by pen: Pen) -> [String] {
    let tier = tier.map { " (\($0))" } ?? ""
    let values = [
      "relation": relation, "cardinality": cardinality, "words": pen.say(cardinalityInWords),
    ]
    return [
      "  \(pen.ink.bold(id.printable))  \(fullTitle.printable)\(tier.printable)",
      "    \(pen.say(.equivalentsMapping, values))",
    ] + links.flatMap { $0.lines(indent: "    ", by: pen) }
  }
}
