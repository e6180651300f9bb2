internal import PasserelleGraph
internal import PasserelleModel

extension ConceptChange.Facet {
  /// The respect in which two versions differ, in words.
  var words: Phrase {
    switch self {
    case .renamed: AnswerKey.diffFacetRenamed()
    case .moved: AnswerKey.diffFacetMoved()
    case .relevelled: AnswerKey.diffFacetReLevelled()
    case .rereferenced: AnswerKey.diffFacetReReferenced()
    case .restated: AnswerKey.diffFacetReStated()
    case .relinked: AnswerKey.diffFacetReLinked()
    }
  }
}

extension DifferenceAnswer {
  /// The counts in one line; what does not occur is left out.
  func headline(in say: Language) -> String {
    let words = counts.filter { $0.count > 0 }.compactMap { count in
      AnswerKey(rawValue: "diff.\(count.what)").map { say($0, ["count": say.number(count.count)]) }
    }
    let all = words + (reordered == nil ? [] : [say(.diffLevelsReordered)])
    return all.isEmpty ? say(.diffNothing) : all.joined(separator: say.separator)
  }
}

extension DifferenceAnswer.Saying {
  func words(in say: Language) -> String {
    let said = link.map { "\(say.name(of: $0.relation)) \(say.linked($0.to))" } ?? text
    return title.map { "\(said)  \($0)" } ?? said
  }
}

extension ImpactAnswer {
  /// The kinds of effects under their headings.
  var groups: [(heading: AnswerKey, effects: [Effect])] {
    [(.impactBroken, broken), (.impactChanged, changed), (.impactGained, gained)]
  }

  /// The counts in one line.
  func headline(in say: Language) -> String {
    guard !(broken + changed + gained).isEmpty || !shifts.isEmpty || outdated > 0 else {
      return say(.impactNone)
    }
    let counts = say(
      .impactCounts,
      [
        "broken": say.number(broken.count), "changed": say.number(changed.count),
        "gained": say.number(gained.count),
      ])
    let more = [
      outdated == 0 ? nil : say(.impactOutdated, ["count": say.number(outdated)]),
      shifts.isEmpty ? nil : say(.impactShifted, ["count": say.number(shifts.count)]),
    ]
    return ([counts] + more.compactMap { $0 }).joined(separator: say.separator)
  }
}

extension ImpactAnswer.Shift {
  /// The shift in words, with how many others are at each level.
  func words(in say: Language) -> String {
    func listed(_ references: [Reference]) -> String {
      references.isEmpty
        ? say(.diffNone)
        : references.map { say(.impactLevel, ["level": $0.level, "count": "\($0.others)"]) }
          .joined(separator: say.separator)
    }
    return say(.impactShift, ["id": id, "before": listed(lost), "after": listed(won)])
  }
}

/// The relation of a successor, read from the old concept: one word of the vocabulary goes the other
/// way.
func successorWords(_ relation: String, in say: Language) -> String {
  relation == Relation.supersedes.rawValue ? say(.diffSupersededBy) : say.relation(relation)
}
