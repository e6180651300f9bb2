internal import PasserelleGraph
internal import PasserelleModel

/// Whom to ask first: the body that a summary names.
struct FirstDesk {
  let phrase: Phrase

  /// The information centre of the first procedure that has one; else who decides.
  ///
  /// Who brings nothing but work asks first where prior learning is validated.
  init(_ assessment: Assessment) {
    let purpose = assessment.question.purpose
    let purposes = assessment.holdings.isEmpty ? [.priorLearning, purpose] : [purpose]
    let procedures = purposes.flatMap { purpose in
      assessment.steps.systems.flatMap(\.procedures).map(\.procedure)
        .filter { $0.purpose == purpose }
    }
    let first = procedures.first { !$0.informationCentres.isEmpty || !$0.deciders.isEmpty }
    guard let first else {
      phrase = ComparabilityKey.summaryAskNobody()
      return
    }
    let centres = first.informationCentres.joined(separator: "; ")
    let deciders = first.deciders.joined(separator: "; ")
    phrase =
      switch (centres.isEmpty, deciders.isEmpty) {
      case (true, _): ComparabilityKey.summaryAskDeciders(["deciders": deciders])
      case (false, true): .verbatim(centres)
      case (false, false):
        ComparabilityKey.summaryAsk(["centres": centres, "deciders": deciders])
      }
  }
}
