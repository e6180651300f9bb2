internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `explain`, as JSON.
struct ExplanationAnswer: Encodable {
  struct Chain: Encodable {
    var conclusion: String
    var weakestEvidence: String
    var confidence: Double?
    /// How many of its statements have no confidence of their own.
    var unstatedConfidences: Int
    var expiredVersions: Int
    var steps: [Step]
    /// Statements that lead elsewhere from a place on its way.
    var alternatives: [LinkAnswer]
  }

  struct Step: Encodable {
    var from: String
    var to: String
    /// Whether the chain goes from the link's object to its subject.
    var isAgainst: Bool
    var conclusion: String
    var rule: String
    var link: LinkAnswer
  }

  struct Hub: Encodable {
    var reference: String
    var from: [String]
    var to: [String]
    var finding: String
  }

  struct Failed: Encodable {
    var path: [String]
    var links: [LinkAnswer]
    var blockedAt: String
    var reason: String
  }

  struct Denied: Encodable {
    var chain: [LinkAnswer]
    var denial: LinkAnswer
  }

  var comparison: ComparisonAnswer
  var chains: [Chain]
  var superfluousChains: Int
  var isComplete: Bool
  var maxSteps: Int
  var hubs: [Hub]
  var hubsAgree: Bool
  var whyNot: Failed?
  var denied: [Denied]
  /// The fewest statements without which the best conclusion would fall: each a set of them.
  var restsOn: [[LinkAnswer]]

  init(_ explanation: Explanation) {
    comparison = ComparisonAnswer(explanation.comparison)
    chains = explanation.chains.map { ranked in
      Chain(
        conclusion: ranked.conclusion.name, weakestEvidence: ranked.grade.words,
        confidence: ranked.confidence, unstatedConfidences: ranked.chain.unstatedConfidences,
        expiredVersions: ranked.expired,
        steps: ranked.chain.steps.map { step in
          Step(
            from: step.from.description, to: step.to.description, isAgainst: step.isAgainst,
            conclusion: step.conclusion.name, rule: step.rule.rawValue,
            link: LinkAnswer(step.link))
        },
        alternatives: ranked.alternatives.map(LinkAnswer.init))
    }
    superfluousChains = explanation.superfluous
    isComplete = explanation.isComplete
    maxSteps = explanation.maxSteps
    hubs = explanation.hubs.map { hub in
      Hub(
        reference: hub.reference.description,
        from: hub.first?.namedLevels.map(\.codeText) ?? [],
        to: hub.second?.namedLevels.map(\.codeText) ?? [], finding: hub.finding.rawValue)
    }
    hubsAgree = explanation.hubsAgree
    whyNot = explanation.failed.map { failed in
      Failed(
        path: failed.path.map(\.description), links: failed.links.map(LinkAnswer.init),
        blockedAt: failed.blockedAt.description, reason: failed.reason)
    }
    denied = explanation.denied.map { denied in
      Denied(chain: denied.chain.links.map(LinkAnswer.init), denial: LinkAnswer(denied.denial))
    }
    restsOn = explanation.supports.map { $0.map(LinkAnswer.init) }
  }
}
