public import PasserelleGraph
internal import PasserelleModel

/// Every chain of statements between two concepts, best first, and why there are no others.
public struct ExplanationAnswer: Answer {
  /// The kind of answer.
  public static let kind = "explanation"

  /// A chain of statements.
  public struct Chain: Encodable, Sendable {
    /// What it yields, by its token: `same-reference-level`.
    public let conclusion: String
    /// How firm its weakest link is: `official`, `official-copy`, `unofficial`, `unverified`.
    public let weakestEvidence: String
    /// The product of the confidences that its statements have; `nil` if none has one.
    public let confidence: Double?
    /// How many of its statements have no confidence of their own.
    public let unstatedConfidences: Int
    /// How many of its links belong to a version that is not in force.
    public let expiredVersions: Int
    /// Its steps.
    public let steps: [Step]
    /// Statements that lead elsewhere from a point on the chain.
    public let alternatives: [LinkAnswer]
  }

  /// One step of a chain.
  public struct Step: Encodable, Sendable {
    /// Where it starts.
    public let from: String
    /// Where it ends.
    public let to: String
    /// Whether the chain goes from the link's object to its subject.
    public let isAgainst: Bool
    /// What the chain yields up to here, by its token.
    public let conclusion: String
    /// The rule that joins the step to those before it.
    public let rule: String
    /// The statement.
    public let link: LinkAnswer
  }

  /// What one reference framework says about the two.
  public struct Hub: Encodable, Sendable {
    /// The reference framework.
    public let referenceFramework: String
    /// The codes of the levels that the first reaches.
    public let from: [String]
    /// The codes of the levels that the second reaches.
    public let to: [String]
    /// The finding, by its token.
    public let finding: String
  }

  /// The nearest way that is not a chain.
  public struct Failed: Encodable, Sendable {
    /// The concepts on the way.
    public let path: [String]
    /// The links on the way.
    public let links: [LinkAnswer]
    /// The concept at which it ends to be a chain.
    public let blockedAt: String
    /// Why.
    public let reason: Phrase
  }

  /// A chain that a source contradicts.
  public struct Denied: Encodable, Sendable {
    /// The links of the chain.
    public let chain: [LinkAnswer]
    /// The statement that contradicts it.
    public let denial: LinkAnswer
  }

  /// The comparison by reference levels.
  public let comparison: ComparisonAnswer
  /// The chains, best first.
  public let chains: [Chain]
  /// How many chains were left out because a better one has the same conclusion.
  public let superfluousChains: Int
  /// Whether the search ended before its limit.
  public let isComplete: Bool
  /// How many links a chain may have.
  public let maxSteps: Int
  /// What each reference framework says.
  public let hubs: [Hub]
  /// Whether the reference frameworks that know both agree.
  public let hubsAgree: Bool
  /// The nearest way that is not a chain, if no chain was found.
  public let whyNot: Failed?
  /// The chains that a source contradicts.
  public let denied: [Denied]
  /// The smallest sets of statements whose loss would overturn the best conclusion.
  public let restsOn: [[LinkAnswer]]

  /// What the text and the picture are made of.
  package let explanation: Explanation

  init(_ explanation: Explanation, understandings: [Phrase] = []) {
    self.explanation = explanation
    comparison = ComparisonAnswer(explanation.comparison, understandings: understandings)
    chains = explanation.chains.map(Chain.init)
    superfluousChains = explanation.superfluous
    isComplete = explanation.isComplete
    maxSteps = explanation.maxSteps
    hubs = explanation.hubs.map { hub in
      Hub(
        referenceFramework: hub.reference.description,
        from: hub.first?.namedLevels.map(\.codeText) ?? [],
        to: hub.second?.namedLevels.map(\.codeText) ?? [], finding: hub.finding.rawValue)
    }
    hubsAgree = explanation.hubsAgree
    whyNot = explanation.failed.map { failed in
      Failed(
        path: failed.path.map(\.description), links: failed.links.answers,
        blockedAt: failed.blockedAt.description, reason: failed.reason())
    }
    denied = explanation.denied.map { denied in
      Denied(chain: denied.chain.links.answers, denial: LinkAnswer(denied.denial))
    }
    restsOn = explanation.supports.map(\.answers)
  }

  private enum CodingKeys: String, CodingKey {
    case comparison, chains, superfluousChains, isComplete, maxSteps, hubs, hubsAgree, whyNot
    case denied, restsOn
  }
}

extension ExplanationAnswer.Chain {
  init(_ ranked: RankedChain) {
    conclusion = ranked.conclusion.name
    weakestEvidence = ranked.grade.name
    confidence = ranked.confidence
    unstatedConfidences = ranked.chain.unstatedConfidences
    expiredVersions = ranked.expired
    steps = ranked.chain.steps.map { step in
      ExplanationAnswer.Step(
        from: step.from.description, to: step.to.description, isAgainst: step.isAgainst,
        conclusion: step.conclusion.name, rule: step.rule.rawValue, link: LinkAnswer(step.link))
    }
    alternatives = ranked.alternatives.answers
  }
}
