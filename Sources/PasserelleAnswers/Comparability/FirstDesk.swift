internal import PasserelleGraph
internal import PasserelleModel

/// Whom to ask first, as a summary names it: the body, and who decides.
struct FirstDesk {
  /// One phrase, or one for each set of sectors that the titles may be of.
  let phrases: [Phrase]

  /// Who brings nothing but work asks first where prior learning is validated.
  init(_ assessment: Assessment) {
    let steps = assessment.steps
    let first =
      assessment.holdings.isEmpty ? steps.firstForPriorLearning ?? steps.first : steps.first
    guard let first else {
      phrases = [ComparabilityKey.summaryAskNobody()]
      return
    }
    let asked = assessment.question.purpose
    let others = first.step.procedure.purpose == asked ? assessment.steps.firstInOtherSectors : []
    let desks =
      others.isEmpty
      ? [Self.named(first, for: asked)]
      : ([first] + others).map { desk in
        ComparabilityKey.summaryAskSector(
          parts: [
            "sectors": desk.step.procedure.sectors.map { $0() },
            "desk": [Self.named(desk, for: asked)],
          ])
      }
    let may = Self.doubt(about: first.step)
    phrases = desks.map { desk in may.map { $0(parts: ["desk": [desk]]) } ?? desk }
  }

  /// What is said if it is not certain that a procedure covers the case: that its source does not say, or
  /// that too little is known of the case.
  private static func doubt(about step: NextSteps.Step) -> ComparabilityKey? {
    guard step.coverage != .yes else { return nil }
    return step.isScopeOpen && !step.procedure.origins.isEmpty ? .summaryAskScope : .summaryAskMay
  }

  /// A desk, who decides there, and that it is one for prior learning if another purpose was asked about.
  private static func named(_ first: NextSteps.FirstDesk, for purpose: Purpose) -> Phrase {
    let deciders = first.step.procedure.deciders.map(CommonBody.phrase)
    let desk =
      if deciders.isEmpty {
        first.body
      } else if deciders.contains(first.body) {
        ComparabilityKey.summaryAskDeciders(parts: ["deciders": deciders])
      } else {
        ComparabilityKey.summaryAsk(parts: ["centres": [first.body], "deciders": deciders])
      }
    return first.step.procedure.purpose == purpose
      ? desk : ComparabilityKey.summaryAskPriorLearning(parts: ["desk": [desk]])
  }
}
