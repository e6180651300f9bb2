internal import PasserelleGraph
internal import PasserelleModel

/// A law, agreement or programme between countries, with its evidence.
public struct AgreementAnswer: Encodable, Sendable {
  /// The name under which it was published.
  public let id: String
  /// What kind of instrument it is.
  public let kind: String
  /// Its preferred title.
  public let title: String
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
  /// Whether it is not known if it was in force on the day of the answer; missing if it is known.
  public let notKnownThen: Bool?
  /// What it covers, as its source says.
  public let covers: String?
  /// On which conditions.
  public let conditions: String?
  /// Who says so.
  public let evidence: EvidenceAnswer

  init(_ record: AgreementRecord, isOpen: Bool = false) {
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
    validBy = agreement.validity.by?.description
    validTo = agreement.validity.to?.description
    notKnownThen = isOpen ? true : nil
    covers = agreement.covers.preferred
    conditions = agreement.conditions.preferred
    evidence = EvidenceAnswer(record.evidence)
  }
}

extension AgreementAnswer {
  func lines(indent: String, by pen: Pen) -> [String] {
    let facts: [(AnswerKey, String?)] = [
      (AnswerKey.agreementBetween, countries(in: pen.say)),
      (.agreementSince, date ?? validFrom ?? validBy),
      (.agreementUntil, validTo),
      (.agreementThen, notKnownThen.map { _ in pen.say(.placeNotKnownThen) }),
      (.agreementCovers, covers), (.agreementTerms, conditions),
    ]
    let name = "\(indent)\(pen.ink.bold(title.printable)) (\(kind), \(id)) \(pen.mark(evidence))"
    return [name]
      + pen.columns(facts.map { (pen.say($0), $1.map { [$0] } ?? []) }, indent: indent + "  ")
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
