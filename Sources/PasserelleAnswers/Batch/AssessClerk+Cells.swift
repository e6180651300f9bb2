internal import PasserelleGraph
internal import PasserelleModel

extension AssessClerk {
  /// A statement as cells of a table, in the order of the columns.
  func cells(of answer: ComparabilityAnswer) -> [String] {
    let say = words.language
    let writer = ComparabilityWriter(answer.record, in: say)
    let sheet = writer.sheet
    let assessment = answer.record.assessment
    let holding = assessment.holdings.first
    let found = holding?.today.correspondents
    func text(_ judgement: ElementJudgement?) -> String {
      judgement.map { judgement in
        let reasons = judgement.reasons.map(words.text).joined(separator: " ")
        // A level alone is compared with nothing: "comparable" would be read as an answer.
        return judgement.isOfLevelAlone ? "" : "\(say(judgement.comparability)): \(reasons)"
      } ?? ""
    }
    func lines(_ phrases: [Phrase]) -> String {
      ComparabilitySummary.text(phrases, in: words.language, by: words.text)
    }
    let summary = answer.summary
    let elements =
      [text(holding?.levelAtAward)]
      + Element.allCases.map { element in
        text(holding?.elements.first { $0.element == element })
      }
    func deciders(_ purpose: Purpose) -> String {
      assessment.steps.systems.flatMap(\.procedures).filter { $0.procedure.purpose == purpose }
        .flatMap(\.procedure.deciders).map { say(CommonBody.phrase(for: $0)) }
        .joined(separator: "; ")
    }
    func listed(_ phrases: [Phrase]) -> String {
      phrases.map(words.text).joined(separator: " | ")
    }
    return [
      answer.number, holding?.level?.basis?.comparison.finding.rawValue ?? "",
      lines(summary.finding), lines(summary.indication), lines(summary.askFirst),
      lines(summary.mayClaim),
      holding.map { writer.understanding($0.certificate, $0) } ?? "",
      (found?.subject.referenceLevels ?? []).map(\.description).joined(separator: ", "),
      (holding?.level?.basis?.there ?? []).map(\.description).joined(separator: ", "),
    ] + elements + [
      words.links(found?.declared.flatMap(\.links) ?? []),
      words.links(found?.precedents.flatMap(\.links) ?? []),
      words.indications(holding?.indications ?? [], leftOut: found?.indicationsLeftOut ?? 0),
      deciders(assessment.question.purpose), deciders(.priorLearning),
      sheet.sources.map(\.text).joined(separator: "; "),
      listed((holding?.missing ?? []) + assessment.missing),
      listed(
        assessment.doubts + (holding?.doubts ?? []) + (found?.caveats ?? [])
          + (holding?.caveatsOnAward ?? [])),
    ]
  }
}

extension ElementJudgement {
  /// Whether it says where a level stands, and nothing is sought that it could be compared with.
  fileprivate var isOfLevelAlone: Bool {
    basis?.comparison.items.count == 1 && comparability != .notKnown
  }
}
