internal import PasserelleGraph
internal import PasserelleModel

extension CorrespondentsAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let values = [
      "subject": subject.items[0].id, "places": searched.joined(separator: say.separator),
      "day": say.date(asOf),
    ]
    var lines = [say(.answerInAsOf, values).printable, ""]
    if let (words, isGood) = headline(in: say) {
      lines += ["  " + pen.ink.finding(words.printable, isGood: isGood), ""]
    }
    lines += matches.flatMap { $0.lines(by: pen) + [""] }
    lines += pen.indications(
      indications, leftOut: indicationsLeftOut, naming: true,
      besides: subject.items.flatMap(\.links))
    if !unmatched.isEmpty {
      let items = unmatched.map { item in
        say(.equivalentsUnmatchedItem, ["framework": item.heading, "reason": say(item.reason)])
      }
      lines += [say(.equivalentsUnmatched)] + items.map { "  \($0.printable)" } + [""]
    }
    lines += section(.equivalentsDeclared, declared, by: pen)
    lines += section(.comparePrecedents, precedents, by: pen)
    lines += section(.equivalentsMappings, mappings, by: pen)
    lines += partsSection(by: pen)
    lines += section(.equivalentsChained, chained.filter(\.via.isEmpty), by: pen)
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
  func headline(in say: Language) -> (words: String, isGood: Bool)? {
    let places = searched.joined(separator: say.separator)
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

  /// What parts or wider groups lead to, by what follows for the concept itself.
  private func partsSection(by pen: Pen) -> [String] {
    let found = chained.filter { !$0.via.isEmpty }
    guard !found.isEmpty else { return [] }
    // The hierarchy is the same for all: it is named once.
    let hierarchy = found.flatMap(\.links).filter { $0.relation == Relation.broader.rawValue }
    var marks: [String] = []
    for mark in hierarchy.map({ pen.mark($0.evidence) }) where !marks.contains(mark) {
      marks.append(mark)
    }
    var values = [
      "id": subject.items[0].id.printable, "marks": marks.joined(separator: " "),
      "count": "\(found.count)",
    ]
    var lines: [String] = []
    if let parts {
      values["all"] = "\(parts.count)"
      values["linked"] = "\(parts.count - parts.unlinked.count)"
      lines = [pen.say(.equivalentsParts, values), ""]
    } else {
      lines = [pen.say(.equivalentsAround, values), ""]
    }
    let ties = found.map(\.tieInWords)
    for tie in ties.indices.filter({ ties.firstIndex(of: ties[$0]) == $0 }).map({ ties[$0] }) {
      let rows = found.filter { $0.tieInWords == tie }
      let words = tie.map { pen.say($0) } ?? ""
      lines.append(pen.say(.equivalentsTied, ["words": words, "count": "\(rows.count)"]).printable)
      lines += rows.flatMap { $0.lines(by: pen) } + [""]
    }
    return lines
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
    let words = [via.isEmpty ? tieInWords : nil, cardinalityInWords]
      .compactMap { $0.map { pen.say($0) } }
    let values = [
      "relation": pen.say.relation(relation), "cardinality": cardinality,
      "words": words.joined(separator: pen.say.clauses),
    ]
    let statements = via.isEmpty ? links : via.flatMap(\.links)
    return [
      "  \(pen.ink.bold(id.printable))  \(fullTitle.printable)\(tier.printable)",
      "    \(pen.say(.equivalentsMapping, values).printable)",
    ] + statements.flatMap { $0.lines(indent: "    ", by: pen) }
  }
}
