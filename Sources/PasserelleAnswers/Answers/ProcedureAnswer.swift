internal import PasserelleGraph
internal import PasserelleModel

/// A procedure of recognition, with its evidence.
public struct ProcedureAnswer: Encodable, Sendable {
  /// The purpose, by its token.
  public let purpose: String
  /// The name of the scheme.
  public let title: Phrase?
  /// Whom to ask first.
  public let firstContacts: [String]
  /// Who informs: whom to ask first, if no first contact is named.
  public let informationCentres: [String]
  /// Who decides.
  public let decides: [Phrase]
  /// Who issues a statement that is not binding by itself.
  public let issues: [String]
  /// Whether the outcome is binding; `nil` if the source does not say.
  public let binding: Bool?
  /// The laws that it is based on.
  public let legalBasis: [Phrase]
  /// Whose titles it covers, by their tokens; empty if the source does not say.
  public let origins: [String]
  /// The sectors of education whose titles it covers; empty for all.
  public let sectors: [String]
  /// The fields of education that it covers; empty for all.
  public let fields: [String]
  /// The occupations that it covers; empty for all.
  public let occupations: [String]
  /// The fields of education that it excepts; `nil` if none.
  public let exceptFields: [String]?
  /// The occupations that it excepts; `nil` if none.
  public let exceptOccupations: [String]?
  /// What it covers, in the words of its source.
  public let covers: Phrase?
  /// Whether it covers the case, `yes` or `may`; `nil` if there is no case.
  public let coverage: String?
  /// Where it is described, or applied for.
  public let url: String?
  /// What the source notes on it.
  public let note: Phrase?
  /// The first day on which it holds.
  public let validFrom: String?
  /// The day by which it was valid for certain, if the first day itself is not known.
  public let validBy: String?
  /// The last day on which it holds.
  public let validTo: String?
  /// Who says so.
  public let evidence: EvidenceAnswer
  /// What it covers, in short: origins, sectors, subjects.
  private let scope: [Phrase]
  /// Whether the case may be beyond what it covers.
  private let isScopeOpen: Bool

  private enum CodingKeys: String, CodingKey {
    case purpose, title, firstContacts, informationCentres, decides, issues, binding, legalBasis
    case origins, sectors, fields, occupations, exceptFields, exceptOccupations, covers, coverage
    case url, note, validFrom, validBy, validTo, evidence
  }

  /// A procedure that covers a case, or may.
  init(_ step: NextSteps.Step, naming names: ScopeNames) {
    self.init(
      step.record, coverage: step.coverage, isScopeOpen: step.isScopeOpen, naming: names)
  }

  init(
    _ record: ProcedureRecord, coverage: Coverage? = nil, isScopeOpen: Bool = false,
    naming names: ScopeNames
  ) {
    self.isScopeOpen = isScopeOpen
    let procedure = record.procedure
    purpose = procedure.purpose.rawValue
    title = procedure.title.phrase
    firstContacts = procedure.firstContacts
    informationCentres = procedure.informationCentres
    decides = procedure.deciders.map(CommonBody.phrase)
    issues = procedure.issuers
    binding = procedure.isBinding
    legalBasis = names.legalBasis(of: procedure)
    origins = procedure.origins.map(\.description)
    sectors = procedure.sectors.map(\.rawValue)
    fields = procedure.educationFields.map(\.description)
    occupations = procedure.occupations.map(\.description)
    exceptFields = procedure.exceptedFields.ids
    exceptOccupations = procedure.exceptedOccupations.ids
    covers = procedure.covers.phrase
    self.coverage = coverage?.rawValue
    url = procedure.url
    note = procedure.note.phrase
    validFrom = procedure.validity.from?.description
    validBy = procedure.validity.by?.description
    validTo = procedure.validity.to?.description
    evidence = EvidenceAnswer(record.evidence)
    scope = names.scope(of: procedure)
  }

  /// Writes null if the source does not say whether the outcome is binding: that is an answer, too.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(purpose, forKey: .purpose)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encode(firstContacts, forKey: .firstContacts)
    try container.encode(informationCentres, forKey: .informationCentres)
    try container.encode(decides, forKey: .decides)
    try container.encode(issues, forKey: .issues)
    try container.encode(binding, forKey: .binding)
    try container.encode(legalBasis, forKey: .legalBasis)
    try container.encode(origins, forKey: .origins)
    try container.encode(sectors, forKey: .sectors)
    try container.encode(fields, forKey: .fields)
    try container.encode(occupations, forKey: .occupations)
    try container.encodeIfPresent(exceptFields, forKey: .exceptFields)
    try container.encodeIfPresent(exceptOccupations, forKey: .exceptOccupations)
    try container.encodeIfPresent(covers, forKey: .covers)
    try container.encodeIfPresent(coverage, forKey: .coverage)
    try container.encodeIfPresent(url, forKey: .url)
    try container.encodeIfPresent(note, forKey: .note)
    try container.encodeIfPresent(validFrom, forKey: .validFrom)
    try container.encodeIfPresent(validBy, forKey: .validBy)
    try container.encodeIfPresent(validTo, forKey: .validTo)
    try container.encode(evidence, forKey: .evidence)
  }
}

extension ProcedureAnswer {
  /// The lines for one procedure.
  ///
  /// - Parameters:
  ///   - indent: What each line starts with.
  ///   - others: The same procedure for other purposes.
  ///   - pen: The pen.
  /// - Returns: The heading, and a line for each fact.
  func lines(indent: String, with others: [ProcedureAnswer] = [], by pen: Pen) -> [String] {
    let say = pen.say
    let purposes = ([self] + others).map { answer in
      Purpose(answer.purpose).map { say($0) } ?? answer.purpose
    }
    let name = title.map { ": \(say($0).printable)" } ?? ""
    let heading = purposes.joined(separator: say.clauses) + name
    return ["\(indent)\(pen.ink.bold(heading)) \(pen.mark(evidence))"]
      + pen.columns(facts(in: say), indent: indent + "  ")
  }

  /// What is said of it, by name, for every form of an answer; what is empty is said nowhere.
  func facts(in say: Language) -> [(name: String, values: [String])] {
    let binding = self.binding.map { $0 ? say(.stepsBindingYes) : say(.stepsBindingNo) }
    let hasFirst = !firstContacts.isEmpty
    return [
      (say(.stepsAsk), firstContacts.map { say(CommonBody.phrase(for: $0)) }),
      (say(hasFirst ? .stepsInformation : .stepsAsk), informationCentres),
      (say(.stepsDecides), decides.map { say($0) }), (say(.stepsIssues), issues),
      // No source says whether the outcome of prior learning binds; to say so each time is noise.
      (
        say(.stepsBinding),
        purpose == Purpose.priorLearning.rawValue || (decides.isEmpty && issues.isEmpty)
          ? [binding].compactMap { $0 } : [binding ?? say(.stepsBindingUnknown)]
      ),
      (
        say(isScopeOpen ? .stepsMayCover : .stepsCovers),
        scope.map { say($0) } + [covers.map { say($0) }].compactMap { $0 }
      ),
      (say(.stepsLaw), legalBasis.map { say($0) }),
      (say(.stepsAddress), [url.map { say.address($0) }].compactMap { $0 }),
      (say(.stepsSince), [validFrom ?? validBy].compactMap { $0.map { say.date($0) } }),
      (say(.stepsUntil), [validTo].compactMap { $0.map { say.date($0) } }),
      (say(.toKnow), [note.map { say($0) }].compactMap { $0 }),
    ]
  }
}

extension [Identifier] {
  /// What they are called; `nil` if there are none.
  var ids: [String]? { isEmpty ? nil : map(\.description) }
}

extension LocalizedText {
  /// The text as a phrase that each language takes its own of; `nil` if there is none.
  var phrase: Phrase? { isEmpty ? nil : Phrase(self) }
}

extension ScopeNames {
  /// The laws of a procedure, each with whose titles it covers if it does not cover all.
  func legalBasis(of procedure: Procedure) -> [Phrase] {
    procedure.legalBasis.map(Phrase.verbatim)
      + procedure.laws.map { law in
        ComparabilityKey.stepsLawFor(
          ["law": law.title], parts: ["origins": law.origins.map { phrase(for: $0) }])
      }
  }

  /// What a procedure covers, in short.
  fileprivate func scope(of procedure: Procedure) -> [Phrase] {
    let origins = procedure.origins.map { phrase(for: $0) }
    return (origins.isEmpty ? [] : [ComparabilityKey.stepsTitlesFrom(parts: ["origins": origins])])
      + scope(
        procedure.sectors, procedure.educationFields + procedure.occupations,
        except: procedure.exceptions)
  }

  /// What an agreement covers, in short.
  func scope(of agreement: Agreement) -> [Phrase] {
    scope(
      agreement.sectors, agreement.educationFields + agreement.occupations,
      except: agreement.exceptions)
  }

  private func scope(
    _ sectors: [Sector], _ subjects: [Identifier], except exceptions: [Identifier]
  ) -> [Phrase] {
    let excepted = exceptions.map { phrase(for: $0) }
    return sectors.map { $0() } + subjects.map { phrase(for: $0) }
      + (excepted.isEmpty ? [] : [ComparabilityKey.stepsExcept(parts: ["subjects": excepted])])
  }
}
