internal import PasserelleGraph
internal import PasserelleModel

// What a person can act on: titles, agreements, desks; and what is not known.
extension CorridorWriter {
  var titles: ComparabilitySheet.Section? {
    let items = (corridor.from.holdings + corridor.to.holdings).filter { $0.qualifications > 0 }
      .map { holding in
        let told = say(
          .titlesOf,
          [
            "framework": holding.framework.heading, "count": "\(holding.qualifications)",
            "command": "passerelle list \(holding.framework.name)",
          ])
        return told + (holding.evidence.map { " \(sources.marks([$0]))" } ?? "")
      }
    return .init(
      heading: say(.titles), blocks: items.isEmpty ? [.text(say(.titlesNone))] : [.list(items)])
  }

  var agreements: ComparabilitySheet.Section? {
    let told = corridor.agreements.flatMap { step -> [ComparabilitySheet.Block] in
      let answer = AgreementAnswer(step.record, coverage: step.coverage)
      let purposes = step.agreement.purposes.map { say($0) }
      let facts =
        answer.facts(in: say)
        + [(say(ComparabilityKey.purpose), purposes)]
      return [
        .heading("\(say(answer.title)) (\(answer.id)) \(sources.marks([step.evidence]))"),
        .facts(self.facts(facts)),
      ]
    }
    return .init(
      heading: say(ComparabilityKey.agreements),
      blocks: (told.isEmpty ? [.text(say(.agreementsNone))] : told)
        + list(corridor.agreementsLeftOut.map { say($0) }))
  }

  /// What has a value.
  private func facts(_ facts: [(name: String, values: [String])]) -> [ComparabilitySheet.Fact] {
    facts.compactMap { name, values in
      let values = values.filter { !$0.isEmpty }
      return values.isEmpty
        ? nil : ComparabilitySheet.Fact(name: name, value: values.joined(separator: "; "))
    }
  }

  // MARK: - Whom to ask

  var desks: ComparabilitySheet.Section? {
    .init(
      heading: say(.ask, ends),
      blocks: corridor.desks.flatMap { steps -> [ComparabilitySheet.Block] in
        [.heading(say(steps.purpose))] + procedures(of: steps)
          + list(steps.caveats.map { say($0) })
      })
  }

  private func procedures(of steps: NextSteps) -> [ComparabilitySheet.Block] {
    let procedures = steps.systems.flatMap(\.procedures)
    guard !procedures.isEmpty else {
      return [.text(say(ComparabilityKey.stepsNone))]
    }
    return procedures.map { step in
      let answer = ProcedureAnswer(step, naming: steps.originNames)
      let scheme = answer.title.map { [(say(ComparabilityKey.stepsScheme), [say($0)])] } ?? []
      // Where it names whom it covers, that is told below.
      let isOpen = step.coverage == .may && !step.isScopeOpen
      let doubt = isOpen ? [(say(ComparabilityKey.stepsMayCover), [say(.mayCover, ends)])] : []
      var facts = facts(scheme + answer.facts(in: say) + doubt)
      if !facts.isEmpty { facts[facts.count - 1].value += " \(sources.marks([step.evidence]))" }
      return .facts(facts)
    }
  }

  // MARK: - What is not there

  var notKnown: ComparabilitySheet.Section? {
    corridor.notKnown.isEmpty
      ? nil : .init(heading: say(.notKnown), blocks: list(corridor.notKnown.map { say($0) }))
  }
}
