internal import PasserelleGraph
internal import PasserelleModel

// What a person can act on: titles, agreements, desks; and what is not known.
extension CorridorWriter {
  var titles: Sheet.Section? {
    let items = (corridor.from.holdings + corridor.to.holdings).filter { $0.qualifications > 0 }
      .map { holding in
        let told = say(
          .titlesOf,
          [
            "framework": holding.framework.heading, "count": "\(holding.qualifications)",
            "command": say.form == .site
              ? say.linked("\(holding.framework.name)")
              : "passerelle list \(holding.framework.name)",
          ])
        return told + (holding.evidence.map { " \(sources.marks([$0]))" } ?? "")
      }
    return .init(
      heading: say(.titles), blocks: items.isEmpty ? [.text(say(.titlesNone))] : [.list(items)])
  }

  var agreements: Sheet.Section? {
    let groups = corridor.agreements.map { step in
      facts(of: AgreementAnswer(step, naming: corridor.agreementNames))
    }
    return .init(
      heading: say(ComparabilityKey.agreements),
      blocks: (groups.isEmpty ? [.text(say(.agreementsNone))] : [.groups(groups)])
        + list(corridor.agreementsLeftOut.map { say($0) }))
  }

  // MARK: - Whom to ask

  /// Whom to ask, a section a purpose.
  var desks: [Sheet.Section] {
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
  ) -> [Sheet.Fact] {
    // Where it names whom it covers, that is told with it.
    let isOpen = step.coverage == .may && !step.isScopeOpen
    let doubt =
      isOpen
      ? [
        (
          say(ComparabilityKey.stepsMayCover),
          [say(.mayCover, ["from": names.country(corridor.from.country)])]
        )
      ] : []
    return facts(of: ProcedureAnswer(step, naming: steps.names), besides: doubt)
  }

  // MARK: - What is not there

  var notKnown: Sheet.Section? {
    corridor.notKnown.isEmpty
      ? nil : .init(heading: say(.notKnown), blocks: list(corridor.notKnown.map { say($0) }))
  }
}
