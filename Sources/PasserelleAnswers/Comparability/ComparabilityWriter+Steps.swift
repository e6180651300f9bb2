internal import PasserelleGraph
internal import PasserelleModel

// Whom to ask and who decides.
extension ComparabilityWriter {
  var steps: Sheet.Section {
    let procedures = assessment.steps.systems.flatMap(\.procedures)
      .filter { $0.procedure.purpose == assessment.question.purpose }
    // The levels of the Directive look like levels of a framework, and are none.
    let isDirective = procedures.contains { step in
      let laws = step.procedure.legalBasis + step.procedure.laws.map(\.title)
      return step.procedure.purpose == .regulated && laws.contains { $0.contains("2005/36") }
    }
    let remarks =
      (isDirective ? [ComparabilityKey.stepsDirective()] : []) + assessment.steps.caveats
    return .init(
      heading: say(.steps),
      blocks: (procedures.isEmpty ? nobody : procedures.map(procedure))
        + remarks.map { .text(say($0)) })
  }

  /// Who keeps the frameworks there, where no source says who decides and all of them name their keeper.
  ///
  /// The keeper of one framework of several does not speak for a country.
  private var nobody: [Sheet.Block] {
    let frameworks = assessment.question.destinations.filter { $0.kind != .recognition }
    let authorities = frameworks.compactMap { framework in
      framework.authority.map { authority in
        [authority, framework.authorityURL].compactMap { $0 }.joined(separator: say.separator)
      }
    }
    let areAllKnown = !authorities.isEmpty && authorities.count == frameworks.count
    return [.text(say(.stepsNone))]
      + (areAllKnown
        ? [
          .text(say(.stepsAuthorities, ["authorities": authorities.joined(separator: say.clauses)]))
        ]
        : [])
  }

  /// A procedure, with its name and who decides in it.
  func procedure(_ step: NextSteps.Step) -> Sheet.Block {
    let answer = ProcedureAnswer(step, naming: assessment.steps.names)
    let scheme = answer.title.map { [fact(.stepsScheme, say($0))] } ?? []
    var facts =
      scheme
      + answer.facts(in: say).compactMap { name, values in
        values.isEmpty
          ? nil : Sheet.Fact(name: name, value: values.joined(separator: say.clauses))
      }
    if !facts.isEmpty { facts[facts.count - 1].value += " \(sources.marks([step.evidence]))" }
    return .facts(facts)
  }

  var agreements: Sheet.Section? {
    let items = assessment.steps.agreements.map { step in
      let agreement = step.agreement
      let told =
        say.sources([agreement.title, agreement.covers, agreement.conditions])
        + doubts(of: step).map { $0.hasSuffix(".") ? $0 : "\($0)." }
      return "\(told.joined(separator: " ")) \(sources.marks([step.evidence]))"
    }
    return items.isEmpty ? nil : .init(heading: say(.agreements), blocks: [.list(items)])
  }

  /// What it excepts, that it has ended, and that it may not cover the case.
  private func doubts(of step: NextSteps.AgreementStep) -> [String] {
    let exceptions = step.agreement.exceptions.map { assessment.steps.names.phrase(for: $0) }
    var doubts =
      exceptions.isEmpty
      ? [] : [say(ComparabilityKey.agreementExcepts(parts: ["subjects": exceptions]))]
    let mayBeOver = step.isOver && step.agreement.isLasting != true
    if step.isOver { doubts.append(say(mayBeOver ? .agreementMayBeOver : .agreementOver)) }
    if step.coverage == .may, !mayBeOver { doubts.append(say(.agreementMayCoverCase)) }
    return doubts
  }
}
