public import PasserelleGraph
internal import PasserelleModel

/// A law, agreement or programme between countries, with its evidence.
public struct AgreementAnswer: Encodable, Sendable {
  /// The name under which it was published.
  public let id: String
  /// What kind of instrument it is.
  public let kind: String
  /// Its preferred title.
  public let title: Phrase
  /// The countries that people come from; empty if several are not listed.
  public let from: [String]
  /// The countries that they go to.
  public let to: [String]
  /// Whether it holds in both directions.
  public let mutual: Bool
  /// Who has concluded it.
  public let parties: [String]
  /// The purposes that it names.
  public let purposes: [String]
  /// When it was concluded.
  public let date: String?
  /// The first day on which it holds.
  public let validFrom: String?
  /// The day by which it was valid for certain, if the first day itself is not known.
  public let validBy: String?
  /// The last day on which it holds.
  public let validTo: String?
  /// The sectors of education whose titles it is about; empty for all.
  public let sectors: [String]
  /// The fields of education that it is about; empty for all.
  public let fields: [String]
  /// The occupations that it is about; empty for all.
  public let occupations: [String]
  /// The fields of education that it excepts; `nil` if none.
  public let exceptFields: [String]?
  /// The occupations that it excepts; `nil` if none.
  public let exceptOccupations: [String]?
  /// Whether it still covers, after its last day, what was awarded while it was valid; `nil` if the source
  /// does not say.
  public let lasting: Bool?
  /// Whether it covers the case, `yes` or `may`; `nil` if there is no case.
  public let coverage: String?
  /// What it covers, as its source says.
  public let covers: Phrase?
  /// On which conditions.
  public let conditions: Phrase?
  /// Who says so.
  public let evidence: EvidenceAnswer
  /// What it covers, in short: sectors, fields and occupations, and what it excepts.
  private let scope: [Phrase]

  private enum CodingKeys: String, CodingKey {
    case id, kind, title, from, to, mutual, parties, purposes, date, validFrom, validBy, validTo
    case sectors, fields, occupations, exceptFields, exceptOccupations, lasting, coverage, covers
    case conditions, evidence
  }

  /// An agreement that covers a case, or may.
  init(_ step: NextSteps.AgreementStep, naming names: ScopeNames) {
    self.init(step.record, coverage: step.coverage, naming: names)
  }

  init(_ record: AgreementRecord, coverage: Coverage? = nil, naming names: ScopeNames) {
    let agreement = record.agreement
    id = agreement.name.description
    kind = agreement.kind.rawValue
    title = Phrase(agreement.title)
    from = agreement.from.map(\.description)
    to = agreement.to.map(\.description)
    mutual = agreement.isMutual
    parties = agreement.parties
    purposes = agreement.purposes.map(\.rawValue)
    date = agreement.date?.description
    validFrom = agreement.validity.from?.description
    validBy = agreement.validity.by?.description
    validTo = agreement.validity.to?.description
    sectors = agreement.sectors.map(\.rawValue)
    fields = agreement.educationFields.map(\.description)
    occupations = agreement.occupations.map(\.description)
    exceptFields = agreement.exceptedFields.ids
    exceptOccupations = agreement.exceptedOccupations.ids
    lasting = agreement.isLasting
    scope = names.scope(of: agreement)
    self.coverage = coverage?.rawValue
    covers = agreement.covers.phrase
    conditions = agreement.conditions.phrase
    evidence = EvidenceAnswer(record.evidence)
  }
}

extension AgreementAnswer {
  func lines(indent: String, by pen: Pen) -> [String] {
    let say = pen.say
    let name =
      "\(indent)\(pen.ink.bold(say(title).printable)) (\(say.kind(kind)), \(id)) \(pen.mark(evidence))"
    return [name] + pen.columns(facts(in: say), indent: indent + "  ")
  }

  /// What is said of it, by name; what is empty is said nowhere.
  func facts(in say: Language) -> [(name: String, values: [String])] {
    let mayCover = coverage == Coverage.may.rawValue
    let facts: [(AnswerKey, [String?])] = [
      (AnswerKey.agreementBetween, [countries(in: say)]),
      (.agreementSince, [(validFrom ?? date ?? validBy).map { say.date($0) }]),
      (.agreementUntil, [validTo.map { say.date($0) }, afterwards.map { say($0) }]),
      (
        mayCover ? .agreementMayCover : .agreementCovers,
        [covers.map { say($0) }] + scope.map { say($0) }
      ),
      (.agreementTerms, [conditions.map { say($0) }]),
    ]
    return facts.map { (say($0), $1.compactMap(\.self)) }
  }

  /// What becomes, after its last day, of what was awarded while it was valid.
  private var afterwards: AnswerKey? {
    validTo == nil ? nil : lasting.map { $0 ? .agreementLasting : .agreementNotLasting }
  }

  private func countries(in say: Language) -> String {
    func listed(_ codes: [String]) -> String {
      codes.count > 12
        ? say(.agreementCountries, ["count": "\(codes.count)"]) : codes.joined(separator: " ")
    }
    guard from != to else { return listed(to) }
    let ends = [
      "first": from.isEmpty ? say(.agreementSeveralCountries) : listed(from), "second": listed(to),
    ]
    return say(mutual ? .agreementBetweenAnd : .agreementBetweenTo, ends)
  }
}
