internal import PasserelleGraph
internal import PasserelleModel

/// A statement between two concepts, with its scope and its evidence.
public struct LinkAnswer: Encodable, Hashable, Sendable {
  /// The subject.
  public let from: String
  /// The relation, as the vocabulary has it: `referencedTo`.
  public let relation: String
  /// The object.
  public let to: String
  /// What the source notes on it, and who or what made it.
  public let note: String?
  /// Who is bound by a declaration, or took a decision; empty if not named, `nil` for other links.
  public let parties: [String]?
  /// The purposes that a declaration, a decision or a centre's evaluation names.
  public let purposes: [String]?
  /// On which conditions it holds.
  public let conditions: [String]?
  /// Compensation measures that a decision asked for.
  public let compensation: [String]?
  /// What a body decided: `recognised`, `with-compensation`, `conditional`, `alternative`, `partial` or
  /// `refused`.
  public let outcome: String?
  /// When it was declared or decided.
  public let date: String?
  /// The first day on which it holds.
  public let validFrom: String?
  /// The day by which it was valid for certain, if the first day itself is not known.
  public let validBy: String?
  /// The last day on which it holds.
  public let validTo: String?
  /// Who says so, and where.
  public let evidence: EvidenceAnswer
  /// The note in the reader's language.
  let remarks: [Phrase]

  private enum CodingKeys: String, CodingKey {
    case from, relation, to, note, parties, purposes, conditions, compensation, outcome, date
    case validFrom, validBy, validTo, evidence
  }

  init(_ record: LinkRecord) {
    let link = record.link
    let hasScope = link.relation.sense == .decision
    from = link.from.description
    relation = link.relation.rawValue
    to = link.to.description
    note = link.remark
    remarks =
      [link.note.phrase].compactMap { $0 }
      + (link.authors.isEmpty
        ? [] : [AnswerKey.linkAuthors(["words": link.authors.joined(separator: ", ")])])
      + [link.tool.map { AnswerKey.linkTool(["words": $0]) }].compactMap { $0 }
    parties = hasScope ? link.parties : nil
    purposes = link.relation.isForPurposes ? link.purposes.map(\.rawValue) : nil
    conditions = hasScope ? link.conditions : nil
    compensation = hasScope ? link.compensation : nil
    outcome = hasScope ? link.outcome?.rawValue : nil
    date = hasScope ? link.date?.description : nil
    validFrom = link.validity.from?.description
    validBy = link.validity.by?.description
    validTo = link.validity.to?.description
    evidence = EvidenceAnswer(record.evidence)
  }
}

extension LinkAnswer {
  /// The link with the mark of its source, then its scope.
  func lines(indent: String, by pen: Pen) -> [String] {
    let said = remarks.map { pen.say($0).printable }.joined(separator: pen.say.clauses)
    let note = said.isEmpty ? "" : " (\(said))"
    let statement = pen.say.statement(self) { pen.ink.bold($0) }.printable
    return ["\(indent)\(statement)\(note) \(pen.mark(evidence))"]
      + scope(in: pen.say).map { "\(indent)  \($0.printable)" }
  }

  /// Who is bound, for what, and when: a phrase each.
  func scope(in say: Language) -> [String] {
    func named(_ key: AnswerKey, _ words: [String]?) -> [String] {
      words.map { words in
        [say(key, ["words": words.isEmpty ? say(.linkNotNamed) : say.list(words)])]
      } ?? []
    }
    func stated(_ key: AnswerKey, _ words: [String]?) -> [String] {
      (words ?? []).isEmpty ? [] : named(key, words)
    }
    let decision = outcome.flatMap { Outcome($0) }.map { outcome in
      say(
        .linkDecided,
        ["outcome": say(outcome), "date": date.map { say.date($0) } ?? say(.sourcesNoDate)])
    }
    let days =
      validFrom == nil && validTo == nil
      ? nil
      : say(
        .linkValid,
        [
          "from": validFrom.map { say.date($0) } ?? "…", "to": validTo.map { say.date($0) } ?? "…",
        ])
    return [decision].compactMap { $0 }
      + named(outcome == nil ? .linkParties : .linkDecidedBy, parties)
      + named(
        .linkPurposes, purposes.map { $0.map { text in Purpose(text).map { say($0) } ?? text } })
      + stated(.linkConditions, conditions) + stated(.linkCompensation, compensation)
      + [days, validBy.map { say(.linkValidBy, ["date": say.date($0)]) }].compactMap { $0 }
  }
}

extension Link {
  /// What the source notes on the link, with its authors and their tool.
  fileprivate var remark: String? {
    let authors = authors.isEmpty ? nil : "authors: \(authors.joined(separator: ", "))"
    let parts = [note.preferred, authors, tool.map { "tool: \($0)" }].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension [LinkRecord] {
  /// The records as answers show them.
  var answers: [LinkAnswer] { map(LinkAnswer.init) }
}
