public import PasserelleGraph
internal import PasserelleModel

/// Who decides in the destination country, for one purpose.
public struct NextStepsAnswer: Encodable, Sendable {
  /// The system of one framework, and its procedures.
  public struct System: Encodable, Sendable {
    /// The framework.
    public let framework: String
    /// Its title, with the countries.
    public let heading: String
    /// The procedures for the purpose, then those for prior learning.
    public let procedures: [ProcedureAnswer]
  }

  /// The purpose, by its token: `study`, `regulated`, `work`.
  public let purpose: String
  /// The systems of the destination.
  public let systems: [System]
  /// Agreements and programmes between the two ends of the question.
  public let agreements: [AgreementAnswer]
  /// What the reader must know about the procedures.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]

  init(_ steps: NextSteps) {
    purpose = steps.purpose.rawValue
    systems = steps.systems.map { system in
      System(
        framework: system.framework.name.description, heading: system.framework.heading,
        procedures: system.procedures.map(ProcedureAnswer.init))
    }
    agreements = steps.agreements.map {
      AgreementAnswer($0, isOpen: steps.openAgreements.contains($0.agreement.name))
    }
    let hasProcedures = steps.systems.contains { !$0.procedures.isEmpty }
    caveats = steps.crossesBorders && hasProcedures ? [ComparabilityKey.stepsOrigin()] : []
    caveatKeys = caveats.map(\.key)
  }
}

extension NextStepsAnswer {
  func lines(by pen: Pen) -> [String] {
    systems.flatMap { system -> [String] in
      let heading = pen.say(.stepsNext, ["framework": system.heading]).printable
      guard !system.procedures.isEmpty else { return ["", heading, "  \(pen.say(.stepsNobody))"] }
      return ["", heading] + system.procedures.flatMap { $0.lines(indent: "  ", by: pen) }
    }
      + (caveats.isEmpty ? [] : [""] + pen.remarks(caveats))
      + (agreements.isEmpty ? [] : ["", pen.say(.stepsBetween)])
      + agreements.flatMap { $0.lines(indent: "  ", by: pen) }
  }
}
