public import PasserelleGraph
internal import PasserelleModel

/// Who decides in the destination country, for one purpose.
public struct NextStepsAnswer: Encodable, Sendable {
  /// The system of one framework or the recognition of a country, and its procedures.
  public struct System: Encodable, Sendable {
    /// The framework.
    public let framework: String
    /// Its title, with the countries.
    public let heading: String
    /// The procedures for the purpose, then those for prior learning.
    public let procedures: [ProcedureAnswer]
  }

  /// Whom to ask first.
  public struct FirstDesk: Encodable, Sendable {
    /// The body.
    public let body: Phrase
    /// Whether its procedure covers the case: `yes` or `may`.
    public let coverage: String
    /// The sectors of education whose titles it is for; empty if for any.
    public let sectors: [String]
    /// Where it is found.
    public let url: String?
    /// Who says so.
    public let evidence: EvidenceAnswer
  }

  /// The purpose, by its token: `study`, `regulated`, `work`.
  public let purpose: String
  /// Whom to ask first; `nil` if no source here says.
  public let first: FirstDesk?
  /// Whom to ask first instead, if the titles are of other sectors than that desk is for.
  public let firstInOtherSectors: [FirstDesk]
  /// The systems of the destination.
  public let systems: [System]
  /// Agreements and programmes between the two ends of the question.
  public let agreements: [AgreementAnswer]
  /// What the reader must know about the procedures, and what is not shown because it does not cover the
  /// case.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]

  init(_ steps: NextSteps) {
    purpose = steps.purpose.rawValue
    first = steps.first.map(FirstDesk.init)
    firstInOtherSectors = steps.firstInOtherSectors.map(FirstDesk.init)
    systems = steps.systems.map { system in
      System(
        framework: system.framework.name.description, heading: system.framework.heading,
        procedures: system.procedures.map { ProcedureAnswer($0, naming: steps.names) })
    }
    agreements = steps.agreements.map { AgreementAnswer($0, naming: steps.names) }
    caveats = steps.caveats
    caveatKeys = caveats.map(\.key)
  }
}

extension NextStepsAnswer.FirstDesk {
  fileprivate init(_ first: NextSteps.FirstDesk) {
    body = first.body
    coverage = first.step.coverage.rawValue
    sectors = first.step.procedure.sectors.map(\.rawValue)
    url = first.step.procedure.url
    evidence = EvidenceAnswer(first.step.evidence)
  }
}

extension NextSteps {
  /// What the reader must know about the steps.
  var caveats: [Phrase] {
    (hasUnknownOrigins ? [ComparabilityKey.stepsOrigin()] : []) + leftOut
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
