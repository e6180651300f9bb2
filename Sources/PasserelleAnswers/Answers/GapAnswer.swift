public import PasserelleGraph
internal import PasserelleModel

/// What one thing covers of what another asks for, and what it leaves open.
public struct GapAnswer: Answer {
  /// The kind of answer.
  public static let kind = "gap"

  /// A competence that is asked for.
  public struct Need: Encodable, Sendable {
    /// The competence.
    public let id: String
    /// Its preferred title.
    public let title: String
    /// Whether it is essential.
    public let essential: Bool
    /// How far it is covered: `covered`, `partly`, `missing` or `unknown`.
    public let coverage: String
    /// The statement that asks for it.
    public let demand: LinkAnswer
    /// The statement that something is there which covers it.
    public let supply: LinkAnswer?
    /// The links that lead from there to what is asked for.
    public let chain: [LinkAnswer]
    /// What they yield, by its token.
    public let conclusion: String?
    /// The conclusion in words.
    let conclusionWords: Phrase?

    private enum CodingKeys: String, CodingKey {
      case id, title, essential, coverage, demand, supply, chain, conclusion
    }
  }

  /// How much of what is essential is covered.
  public struct Share: Encodable, Sendable {
    /// How many essential competences are covered.
    public let covered: Int
    /// How many there are.
    public let of: Int
    /// What is counted, by its token.
    public let what = "essential-competences"

    private enum CodingKeys: String, CodingKey {
      case covered, of, what
    }
  }

  /// The day as of which the answer holds.
  public let asOf: String
  /// What is offered; `nil` for a profile.
  public let from: String?
  /// What is asked for.
  public let to: String
  /// The finding in a sentence.
  public let summary: Phrase
  /// The competences that are asked for, the essential ones first.
  public let needs: [Need]
  /// The share that is covered; `nil` if nothing essential is known, or nothing is offered.
  public let share: Share?
  /// What the reader must know.
  public let caveats: [Phrase]
  /// The keys of the caveats, in the same order: they are alike in all languages.
  public let caveatKeys: [String]

  init(_ gap: Gap, understandings: [Phrase] = []) {
    asOf = gap.day.description
    from = gap.from?.id.description
    to = gap.to.id.description
    summary = Self.summary(of: gap)
    needs = gap.needs.map(Need.init)
    share = gap.share.map { Share(covered: $0.covered, of: $0.of) }
    caveats = understandings + gap.caveats
    caveatKeys = caveats.map(\.key)
  }

  private static func summary(of gap: Gap) -> Phrase {
    guard !gap.needs.isEmpty else { return AnswerKey.gapHeadUnknown(["to": "\(gap.to.id)"]) }
    guard let share = gap.share else {
      return gap.offered == 0
        ? AnswerKey.gapHeadNothingOffered(["from": gap.from?.id.description ?? "–"])
        : AnswerKey.gapHeadNoneEssential()
    }
    return AnswerKey.gapHeadShare(["covered": "\(share.covered)", "of": "\(share.of)"])
  }
}

extension GapAnswer.Need {
  init(_ need: Gap.Need) {
    id = need.record.id.description
    title = need.record.concept.name
    essential = need.isEssential
    coverage = need.coverage.rawValue
    demand = LinkAnswer(need.demand)
    supply = need.supply.map(LinkAnswer.init)
    chain = need.chain?.links.answers ?? []
    conclusion = need.chain?.conclusion.name
    conclusionWords = need.chain?.conclusion()
  }
}

extension GapAnswer {
  /// The answer for people, line by line.
  public func lines(by pen: Pen) -> [String] {
    let say = pen.say
    let values = ["from": from ?? say(.gapProfile), "to": to, "day": say.date(asOf)]
    let headline = pen.ink.finding(say(summary).printable, isGood: (share?.covered ?? 0) > 0)
    var lines = [say(.answerFromToAsOf, values).printable, "", "  \(headline)", ""]
    for coverage in Gap.Coverage.allCases {
      let needs = needs.filter { $0.coverage == coverage.rawValue }
      guard !needs.isEmpty else { continue }
      lines.append("\(pen.ink.bold(say(coverage))):")
      lines += needs.flatMap { $0.lines(by: pen) } + [""]
    }
    return lines + pen.remarks(caveats) + pen.sources
  }
}

extension GapAnswer.Need {
  fileprivate func lines(by pen: Pen) -> [String] {
    let kind = pen.say(essential ? .gapEssential : .gapOptional)
    var lines = [
      "  \(pen.ink.bold(id.printable))  \(title.printable) (\(kind)) \(pen.mark(demand.evidence))"
    ]
    if let supply, !chain.isEmpty || coverage == Gap.Coverage.partly.rawValue {
      lines += supply.lines(indent: "    ", by: pen)
    }
    lines += chain.flatMap { $0.lines(indent: "    ", by: pen) }
    return lines + (conclusionWords.map { ["    \(pen.say($0))"] } ?? [])
  }
}
