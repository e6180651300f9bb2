package import PasserelleModel

/// How two concepts stand to each other, by every way that leads from one to the other.
package struct Explanation: Sendable {
  /// A way that leads from one to the other, and comes to nothing.
  package struct FailedChain: Hashable, Sendable {
    /// The links on the way, from the first to the last.
    package var links: [LinkRecord]
    package var path: [Identifier]
    /// The concept at which it ends to be a chain.
    package var blockedAt: Identifier
    package var reason: Refusal
  }

  /// A chain that a denial speaks against.
  package struct DeniedChain: Hashable, Sendable {
    package var chain: Chain
    package var denial: LinkRecord
  }

  /// The comparison by reference levels: what `compare` answers.
  package var comparison: Comparison
  package var from: ConceptRecord
  package var to: ConceptRecord
  /// The chains from one to the other, best first, without those that say the same no better.
  package var chains: [RankedChain]
  /// How many chains were left out because a better one comes to the same.
  package var superfluous: Int
  /// Whether the search met its limit, so that there may be more.
  package var isComplete: Bool
  /// How many links a chain may have.
  package var maxSteps: Int
  /// What each reference framework says.
  package var hubs: [Hub]
  /// The nearest way that comes to nothing, where no chain was found.
  package var failed: FailedChain?
  /// The chains that denials speak against.
  package var denied: [DeniedChain]
  /// The least that would have to fall for the best conclusion to fall: each a set of statements.
  package var supports: [[LinkRecord]]

  /// Whether the reference frameworks that know both come to the same finding.
  package var hubsAgree: Bool {
    Set(hubs.filter { $0.first != nil && $0.second != nil }.map(\.finding)).count < 2
  }
}
