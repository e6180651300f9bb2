public import PasserelleGraph
internal import PasserelleModel

/// A statement in five lines, after which an officer can act; each line is one or more sentences.
public struct ComparabilitySummary: Encodable, Sendable {
  /// What the sources yield, for each certificate, and what does not fit together.
  public let finding: [Phrase]
  /// The strongest weaker knowledge, for each certificate that has any.
  public let indication: [Phrase]
  /// Whom to ask first.
  public let askFirst: [Phrase]
  /// What is missing.
  public let missing: [Phrase]
  /// What may be claimed, for each certificate.
  public let mayClaim: [Phrase]

  init(_ assessment: Assessment) {
    let holdings = assessment.holdings
    /// What is said of each certificate, with its number if there are several.
    func each(_ said: (Assessment.Holding) -> Phrase?) -> [Phrase] {
      holdings.enumerated().compactMap { index, holding in
        said(holding).map { phrase in
          holdings.count == 1
            ? phrase
            : ComparabilityKey.summaryCertificate(
              ["number": "\(index + 1)"], parts: ["said": [phrase]])
        }
      }
    }
    let hasNone = holdings.isEmpty
    let indications = each(Self.indication)
    let doubts = (holdings.flatMap(\.doubts) + assessment.doubts).map { doubt in
      ComparabilityKey.summaryDoubt(parts: ["doubt": [doubt]])
    }
    finding =
      (hasNone ? [ComparabilityKey.summaryNoCertificate()] : each(Self.finding)) + doubts
    indication = indications.isEmpty ? [ComparabilityKey.summaryNoIndication()] : indications
    askFirst = FirstDesk(assessment).phrases
    missing = Self.missing(in: assessment)
    mayClaim = hasNone ? [ComparabilityKey.summaryClaimWork()] : each { Claim($0).phrase }
  }

  // MARK: - Finding

  private static func finding(on holding: Assessment.Holding) -> Phrase? {
    guard holding.today.understanding.record != nil else { return notUnderstood(holding) }
    return holding.level.map { level in
      let why = why(level)
      guard level.comparability != .notKnown else { return why }
      let said = ComparabilityKey.summaryLevel(
        parts: ["judgement": [level.comparability()], "why": [why]])
      guard let then = holding.levelBeforeItsFramework else { return said }
      return ComparabilityKey.summaryOnAward(parts: ["then": [then()], "said": [said]])
    }
  }

  /// The finding in its fixed words; what there is instead if nothing was compared.
  private static func why(_ level: ElementJudgement) -> Phrase {
    guard let basis = level.basis else {
      let reason = level.comparability == .notKnown ? level.reasons.last : nil
      return reason ?? ComparabilityKey.summaryHome()
    }
    let headline = Headline(basis.comparison).phrase
    guard basis.comparison.items.count == 1, !basis.there.isEmpty else { return headline }
    return ComparabilityKey.summaryThere(
      ["there": basis.there.map(\.description).joined(separator: ", ")],
      parts: ["why": [headline]])
  }

  private static func notUnderstood(_ holding: Assessment.Holding) -> Phrase {
    let candidates = holding.candidates.map(\.description).joined(separator: "; ")
    return candidates.isEmpty
      ? ComparabilityKey.summaryNotUnderstood()
      : ComparabilityKey.summaryCandidates(["candidates": candidates])
  }

  // MARK: - Words

  /// The sentences of a line as one text.
  static func text(
    _ line: [Phrase], in language: Language, by say: (Phrase) -> String
  ) -> String {
    line.map(say).map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      .joined(separator: language.clauses)
  }

  // MARK: - Indications

  /// The strongest of what is weaker than a finding.
  private static func indication(on holding: Assessment.Holding) -> Phrase? {
    let found = holding.today.correspondents
    if let strongest = holding.indications.first {
      return AnswerKey.indicationLine(
        parts: ["kind": [strongest.kind()], "summary": [strongest.words]])
    }
    let precedents = found?.precedents.flatMap(\.links) ?? []
    return precedents.isEmpty
      ? nil : ComparabilityKey.summaryPrecedents(["count": "\(precedents.count)"])
  }

  // MARK: - Missing

  private static func missing(in assessment: Assessment) -> [Phrase] {
    guard assessment.question.standing == nil else {
      return [ComparabilityKey.summaryMissingStanding()]
    }
    let keys = Set((assessment.holdings.flatMap(\.missing) + assessment.missing).map(\.key))
    let missing = MissingEvidence.allCases.filter { keys.contains($0.key) }.map(\.brief)
    return missing.isEmpty ? [ComparabilityKey.summaryMissingNothing()] : missing.map { $0() }
  }
}

extension Assessment.Holding {
  /// How its level compared on the day of award, if the certificate is older than its framework.
  ///
  /// What a framework says today may never have held for such a certificate.
  var levelBeforeItsFramework: Comparability? {
    guard let then = levelAtAward, then.comparability != level?.comparability,
      let own = today.understanding.record?.id.framework,
      then.reasons.contains(where: { $0.saysThatThereWasNone(of: own) })
    else { return nil }
    return then.comparability
  }
}

extension Phrase {
  /// Whether it, or a part of it, says that a framework did not exist on the day that is asked about.
  fileprivate func saysThatThereWasNone(of framework: FrameworkName) -> Bool {
    let isSaid = [Caveat.notYet, .notYetBefore].contains { $0.key == key }
    return isSaid && values["framework"] == framework.description
      || parts.values.joined().contains { $0.saysThatThereWasNone(of: framework) }
  }
}

extension MissingEvidence {
  /// What is missing in two or three words.
  fileprivate var brief: ComparabilityKey {
    switch self {
    case .original: .briefOriginal
    case .document: .briefDocument
    case .date: .briefDate
    case .workload: .briefWorkload
    case .curriculum: .briefCurriculum
    case .body: .briefBody
    case .level: .briefLevel
    case .proofOfWork: .briefProofOfWork
    case .target: .briefTarget
    }
  }
}
