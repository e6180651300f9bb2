internal import PasserelleGraph
internal import PasserelleModel

/// A link with its evidence, as answers show it.
struct LinkAnswer: Encodable {
  var from: String
  var relation: String
  var to: String
  var note: String?
  /// The scope of a declaration.
  var parties: [String]?
  var purposes: [String]?
  var conditions: [String]?
  var compensation: [String]?
  /// What a body decided, and when.
  var outcome: String?
  var date: String?
  var validFrom: String?
  var validTo: String?
  var evidence: EvidenceAnswer

  init(_ record: LinkRecord) {
    from = record.link.from.description
    relation = record.link.relation.rawValue
    to = record.link.to.description
    note = record.link.note.preferred
    validFrom = record.link.validity.from?.description
    validTo = record.link.validity.to?.description
    if [.declaredEquivalent, .precedent].contains(record.link.relation) {
      parties = record.link.parties
      purposes = record.link.purposes.map(\.rawValue)
      conditions = record.link.conditions
      compensation = record.link.compensation
      outcome = record.link.outcome?.rawValue
      date = record.link.date?.description
    }
    evidence = EvidenceAnswer(record.evidence)
  }

  /// The link with the mark of its source, and its scope.
  func lines(indent: String, citing sources: Citations) -> [String] {
    let note = note.map { " (\($0.printable))" } ?? ""
    let link = "\(from.printable) \(Style.bold(relation)) \(to.printable)\(note)"
    return ["\(indent)\(link) \(sources.mark(evidence))"]
      + scope.map { "\(indent)  \($0.printable)" }
  }

  /// Who is bound, what for, and when.
  private var scope: [String] {
    func listed(_ name: String, _ words: [String]?) -> [String] {
      words.map { ["\(name): \($0.isEmpty ? "not named" : $0.joined(separator: ", "))"] } ?? []
    }
    func stated(_ name: String, _ words: [String]?) -> [String] {
      (words ?? []).isEmpty ? [] : listed(name, words)
    }
    let isLimited = validFrom != nil || validTo != nil
    let decision = outcome.map { ["decided: \($0), \(date ?? "no date")"] } ?? []
    return decision + listed(outcome == nil ? "parties" : "decided by", parties)
      + listed("purpose", purposes) + stated("conditions", conditions)
      + stated("to make up for", compensation)
      + (isLimited ? ["valid: \(validFrom ?? "…") to \(validTo ?? "…")"] : [])
  }
}

/// What a claim rests on, as answers show it.
struct EvidenceAnswer: Encodable {
  var authority: String?
  var document: String?
  var date: String?
  var url: String?
  var licence: String?
  var official: Bool
  var verified: Bool
  var via: String?
  /// Where the claim was read.
  var position: String

  init(_ evidence: Evidence) {
    authority = evidence.document?.publisher
    document = evidence.document?.title
    date = evidence.document?.date?.description
    url = evidence.document?.url
    licence = evidence.document?.licence
    official = evidence.isOfficial
    verified = evidence.isVerified
    via = evidence.document?.via
    position = evidence.position.description
  }

  private enum CodingKeys: String, CodingKey {
    case authority, document, date, url, licence, official, verified, via, position
  }

  /// Writes null for what is not known: a missing date is an answer.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(authority, forKey: .authority)
    try container.encode(document, forKey: .document)
    try container.encode(date, forKey: .date)
    try container.encode(url, forKey: .url)
    try container.encodeIfPresent(licence, forKey: .licence)
    try container.encode(official, forKey: .official)
    try container.encode(verified, forKey: .verified)
    try container.encodeIfPresent(via, forKey: .via)
    try container.encode(position, forKey: .position)
  }

  /// The document, without the place in which a claim was read.
  func lines(indent: String) -> [String] {
    let grade = official ? via == nil ? "official" : "official, read in a copy" : "not official"
    let facts =
      [authority, document, date ?? "no date", grade].compactMap { $0 }
      + (verified ? [] : ["not verified"])
    return [indent + Style.faint(facts.joined(separator: ", ").printable)]
      + [url, via.map { "read in: \($0)" }].compactMap { $0 }
      .map { indent + Style.faint($0.printable) }
  }
}
