internal import PasserelleGraph
internal import PasserelleModel

/// The evidence of a claim: the document, and where the claim was read.
public struct EvidenceAnswer: Encodable, Hashable, Sendable {
  /// Who published the document.
  public let authority: String?
  /// The title of the document.
  public let document: String?
  /// The date of the document, as it gives it: a year, a month or a day.
  public let date: String?
  /// The address of the document.
  public let url: String?
  /// The licence of the document.
  public let licence: String?
  /// Whether an authority published it.
  public let official: Bool
  /// Whether the claim was seen in it.
  public let verified: Bool
  /// The copy in which it was read, if it was not read itself.
  public let via: String?
  /// How firm the evidence is: `official`, `official-copy`, `unofficial` or `unverified`.
  public let grade: String
  /// Where the claim was read: file, line and column.
  public let position: String

  init(_ evidence: Evidence) {
    authority = evidence.document?.publisher
    document = evidence.document?.title
    date = evidence.document?.date?.description
    url = evidence.document?.url
    licence = evidence.document?.licence
    official = evidence.isOfficial
    verified = evidence.isVerified
    via = evidence.document?.via
    grade = evidence.grade.name
    position = evidence.position.description
  }

  /// Writes null for what is not known: a missing date is an answer.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(authority, forKey: .authority)
    try container.encode(document, forKey: .document)
    try container.encode(date, forKey: .date)
    try container.encode(url, forKey: .url)
    try container.encodeIfPresent(licence, forKey: .licence)
    try container.encode(official, forKey: .official)
    try container.encode(verified, forKey: .verified)
    try container.encodeIfPresent(via, forKey: .via)
    try container.encode(grade, forKey: .grade)
    try container.encode(position, forKey: .position)
  }

  private enum CodingKeys: String, CodingKey {
    case authority, document, date, url, licence, official, verified, via, grade, position
  }
}

extension EvidenceAnswer {
  /// What makes two pieces of evidence one source: the document, not the place in it.
  struct Citation: Hashable {
    var facts: [String?]
    var flags: [Bool]
  }

  var citation: Citation {
    Citation(facts: [authority, document, date, url, via], flags: [official, verified])
  }

  /// The document in one line, then its address and the copy in which it was read.
  func lines(by pen: Pen) -> [String] {
    let date = date.map { pen.say.date($0) } ?? pen.say(.sourcesNoDate)
    var facts = [authority, document].compactMap { $0.map { pen.say.isolated($0) } } + [date]
    facts.append(pen.say(documentGrade))
    if !verified { facts.append(pen.say(EvidenceGrade.unverified)) }
    let copy = via.map { pen.say(.answerReadIn, ["place": $0]) }
    return [facts.joined(separator: pen.say.separator).printable]
      + [url, copy].compactMap { $0?.printable }
  }

  /// How firm the document is, whether or not the claim was seen in it.
  var documentGrade: EvidenceGrade {
    official ? via == nil ? .official : .copy : .unofficial
  }
}
