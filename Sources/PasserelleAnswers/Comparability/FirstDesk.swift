internal import PasserelleGraph
internal import PasserelleModel

/// Whom to ask first, as a summary names it: the body, and who decides.
struct FirstDesk {
  let phrase: Phrase

  /// Who brings nothing but work asks first where prior learning is validated.
  init(_ assessment: Assessment) {
    let steps = assessment.steps
    let first =
      assessment.holdings.isEmpty ? steps.firstForPriorLearning ?? steps.first : steps.first
    guard let first else {
      phrase = ComparabilityKey.summaryAskNobody()
      return
    }
    let deciders = first.step.procedure.deciders.map(CommonBody.phrase)
    let desk =
      if deciders.isEmpty {
        first.body
      } else if deciders.contains(first.body) {
        ComparabilityKey.summaryAskDeciders(parts: ["deciders": deciders])
      } else {
        ComparabilityKey.summaryAsk(parts: ["centres": [first.body], "deciders": deciders])
      }
    let named =
      first.step.procedure.purpose == assessment.question.purpose
      ? desk : ComparabilityKey.summaryAskPriorLearning(parts: ["desk": [desk]])
    phrase =
      first.step.coverage == .yes ? named : ComparabilityKey.summaryAskMay(parts: ["desk": [named]])
  }
}
