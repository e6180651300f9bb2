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
    let groups = corridor.agreements.map { step -> [ComparabilitySheet.Fact] in
      let answer = AgreementAnswer(step.record, coverage: step.coverage)
      let purposes = step.agreement.purposes.map { say($0) }
      let name = "\(say(answer.title)) (\(answer.id)) \(sources.marks([step.evidence]))"
      return facts(
        [(say(.agreement), [name])] + answer.facts(in: say)
          + [(say(ComparabilityKey.purpose), purposes)])
    }
    return .init(
      heading: say(ComparabilityKey.agreements),
      blocks: (groups.isEmpty ? [.text(say(.agreementsNone))] : [.groups(groups)])
        + list(corridor.agreementsLeftOut.map { say($0) }))
  }

  /// What has a value; a source's sentence ends without a full stop if another value follows.
  private func facts(_ facts: [(name: String, values: [String])]) -> [ComparabilitySheet.Fact] {
    facts.compactMap { name, values in
      let values = values.filter { !$0.isEmpty }
      guard let last = values.last else { return nil }
      let others = values.dropLast().map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      return ComparabilitySheet.Fact(name: name, value: (others + [last]).joined(separator: "; "))
    }
  }

  // MARK: - Whom to ask

  /// Whom to ask, a section a purpose.
  var desks: [ComparabilitySheet.Section] {
    corridor.desks.map { steps in
      let procedures = steps.systems.flatMap(\.procedures)
      let heading = say(
        .ask, ["country": say(corridor.to.country.phrase), "purpose": say(steps.purpose)])
      return .init(
        heading: heading,
        blocks: (procedures.isEmpty
          ? [.text(say(ComparabilityKey.stepsNone))]
          : [.groups(procedures.map { self.procedure($0, of: steps) })])
          + list(steps.caveats.map { say($0) }))
    }
  }

  private func procedure(
    _ step: NextSteps.Step, of steps: NextSteps
  ) -> [ComparabilitySheet.Fact] {
    let answer = ProcedureAnswer(step, naming: steps.originNames)
    let scheme = answer.title.map { [(say(ComparabilityKey.stepsScheme), [say($0)])] } ?? []
    // Where it names whom it covers, that is told below.
    let isOpen = step.coverage == .may && !step.isScopeOpen
    let doubt =
      isOpen
      ? [
        (
          say(ComparabilityKey.stepsMayCover),
          [say(.mayCover, ["from": names.country(corridor.from.country)])]
        )
      ] : []
    var facts = facts(scheme + answer.facts(in: say) + doubt)
    if !facts.isEmpty { facts[facts.count - 1].value += " \(sources.marks([step.evidence]))" }
    return facts
  }

  // MARK: - What is not there

  var notKnown: ComparabilitySheet.Section? {
    corridor.notKnown.isEmpty
      ? nil : .init(heading: say(.notKnown), blocks: list(corridor.notKnown.map { say($0) }))
  }
}
