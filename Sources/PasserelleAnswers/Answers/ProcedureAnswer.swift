internal import PasserelleGraph
internal import PasserelleModel

/// A procedure of recognition, with its evidence.
public struct ProcedureAnswer: Encodable, Sendable {
  /// The purpose, by its token.
  public let purpose: String
  /// The name of the scheme.
  public let title: String?
  /// Whom to ask first.
  public let informationCentres: [String]
  /// Who decides.
  public let decides: [String]
  /// Whether the outcome is binding; `nil` if the source does not say.
  public let binding: Bool?
  /// The laws that it is based on.
  public let legalBasis: [String]
  /// What the source notes on it.
  public let note: String?
  /// Who says so.
  public let evidence: EvidenceAnswer

  init(_ record: ProcedureRecord) {
    let procedure = record.procedure
    purpose = procedure.purpose.rawValue
    title = procedure.title.preferred
    informationCentres = procedure.informationCentres
    decides = procedure.deciders
    binding = procedure.isBinding
    legalBasis = procedure.legalBasis
    note = procedure.note.preferred
    evidence = EvidenceAnswer(record.evidence)
  }

  private enum CodingKeys: String, CodingKey {
    case purpose, title, informationCentres, decides, binding, legalBasis, note, evidence
  }

  /// Writes null if the source does not say whether the outcome is binding: that is an answer, too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(purpose, forKey: .purpose)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encode(informationCentres, forKey: .informationCentres)
    try container.encode(decides, forKey: .decides)
    try container.encode(binding, forKey: .binding)
    try container.encode(legalBasis, forKey: .legalBasis)
    try container.encodeIfPresent(note, forKey: .note)
    try container.encode(evidence, forKey: .evidence)
  }
}

extension ProcedureAnswer {
  func lines(indent: String, by pen: Pen) -> [String] {
    let say = pen.say
    let binding = self.binding.map { $0 ? say(.stepsBindingYes) : say(.stepsBindingNo) }
    let facts: [(String, [String])] = [
      (say(.stepsAsk), informationCentres), (say(.stepsDecides), decides),
      // No source says whether the outcome of prior learning binds; to say so each time is noise.
      (
        say(.stepsBinding),
        purpose == Purpose.priorLearning.rawValue ? [] : [binding ?? say(.stepsBindingUnknown)]
      ),
      (say(.stepsLaw), legalBasis), (say(.toKnow), note.map { [$0] } ?? []),
    ]
    return ["\(indent)\(pen.ink.bold(heading(in: say))) \(pen.mark(evidence))"]
      + pen.columns(facts, indent: indent + "  ")
  }

  private func heading(in say: Language) -> String {
    let words = Purpose(purpose).map { say($0) } ?? purpose
    return title.map { "\(words): \($0.printable)" } ?? words
  }
}
