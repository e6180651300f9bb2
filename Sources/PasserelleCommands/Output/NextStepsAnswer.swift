internal import PasserelleGraph
internal import PasserelleModel

/// Who decides over there, as answers show it.
struct NextStepsAnswer: Encodable {
  struct System: Encodable {
    var framework: String
    var heading: String
    var procedures: [ProcedureAnswer]
  }

  var purpose: String
  var systems: [System]
  var agreements: [AgreementAnswer]
  /// What no source says of the procedures.
  var unknown: [String]

  init(_ steps: NextSteps) {
    purpose = steps.purpose.rawValue
    systems = steps.systems.map { system in
      System(
        framework: system.framework.name.description, heading: system.framework.heading,
        procedures: system.procedures.map(ProcedureAnswer.init))
    }
    agreements = steps.agreements.map(AgreementAnswer.init)
    let hasProcedures = steps.systems.contains { !$0.procedures.isEmpty }
    unknown =
      steps.crossesBorders && hasProcedures
      ? [
        "for qualifications of which countries a procedure or a law holds, the sources here do not say: "
          + "ask first whether it holds for this one"
      ] : []
  }

  func lines(citing sources: Citations) -> [String] {
    systems.flatMap { system -> [String] in
      let heading = "next step, \(system.heading.printable):"
      guard !system.procedures.isEmpty else {
        return ["", heading, "  no source here says who decides there"]
      }
      return ["", heading] + system.procedures.flatMap { $0.lines(indent: "  ", citing: sources) }
    }
      + unknown.flatMap { ["", "to know: \($0)"] }
      + (agreements.isEmpty ? [] : ["", "agreements and programmes between the two:"])
      + agreements.flatMap { $0.lines(indent: "  ", citing: sources) }
  }
}

/// An agreement with its evidence, as answers show it.
struct AgreementAnswer: Encodable {
  var id: String
  var kind: String
  var title: String
  var from: [String]
  var to: [String]
  var mutual: Bool
  var parties: [String]
  var purposes: [String]
  var date: String?
  var validFrom: String?
  var validTo: String?
  var covers: String?
  var conditions: String?
  var evidence: EvidenceAnswer

  init(_ record: AgreementRecord) {
    let agreement = record.agreement
    id = agreement.name.description
    kind = agreement.kind.rawValue
    title = agreement.title.preferred ?? ""
    from = agreement.from.map(\.description)
    to = agreement.to.map(\.description)
    mutual = agreement.isMutual
    parties = agreement.parties
    purposes = agreement.purposes.map(\.rawValue)
    date = agreement.date?.description
    validFrom = agreement.validity.from?.description
    validTo = agreement.validity.to?.description
    covers = agreement.covers.preferred
    conditions = agreement.conditions.preferred
    evidence = EvidenceAnswer(record.evidence)
  }

  func lines(indent: String, citing sources: Citations) -> [String] {
    var lines = [
      "\(indent)\(Style.bold(title.printable)) (\(kind), \(id)) \(sources.mark(evidence))"
    ]
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      lines.append("\(indent)  \(name.padded(to: 9))\(text.printable)")
    }
    let countries = { (codes: [String]) in
      codes.count > 12 ? "\(codes.count) countries" : codes.joined(separator: " ")
    }
    let origin = from.isEmpty ? "several countries" : countries(from)
    add(
      "between", from == to ? countries(to) : "\(origin) \(mutual ? "and" : "to") \(countries(to))")
    add("since", [date, validFrom].compactMap { $0 }.first)
    add("until", validTo)
    add("covers", covers)
    add("terms", conditions)
    return lines
  }
}

/// A procedure of recognition with its evidence, as answers show it.
struct ProcedureAnswer: Encodable {
  var purpose: String
  var title: String?
  var informationCentres: [String]
  var decides: [String]
  var binding: Bool?
  var legalBasis: [String]
  var note: String?
  var evidence: EvidenceAnswer

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

  /// Writes null where the source does not say whether the outcome binds: that is an answer, too.
  func encode(to encoder: any Encoder) throws {
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

  func lines(indent: String, citing sources: Citations) -> [String] {
    var lines = ["\(indent)\(Style.bold(heading)) \(sources.mark(evidence))"]
    func add(_ name: String, _ values: [String]) {
      guard !values.isEmpty else { return }
      lines.append("\(indent)  \(name.padded(to: 9))\(values.joined(separator: "; ").printable)")
    }
    add("ask", informationCentres)
    add("decides", decides)
    // Of prior learning no source says whether the outcome binds; to say so each time is noise.
    if purpose != Purpose.priorLearning.rawValue {
      add("binding", [binding.map { $0 ? "yes" : "no" } ?? "the source does not say"])
    }
    add("law", legalBasis)
    add("to know", note.map { [$0] } ?? [])
    return lines
  }

  private var heading: String {
    let words = Purpose(purpose)?.words ?? purpose
    return title.map { "\(words): \($0.printable)" } ?? words
  }
}
