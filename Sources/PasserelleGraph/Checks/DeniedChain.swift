package import PasserelleModel

/// A chain of mappings comes to what a source denies: for each denial, the shortest chain.
package struct DeniedChain: ContradictionCheck {
  package struct Finding: Hashable, Sendable {
    package var chain: Chain
    package var denial: LinkRecord
  }

  package let relations = Set(Relation.negatives)

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let denials = try scope.links(relations)
    guard !denials.isEmpty else { return [] }
    let search = ChainSearch(
      LinkNetwork(try scope.links(Relation.walked.subtracting(relations))), maxSteps: 4)
    return denials.compactMap { denial in
      let chains = search.chains(from: denial.link.from, to: denial.link.to, limit: 100_000)
      let shortest = chains.entries.filter { $0.conclusion.isDenied(by: denial.link.relation) }
        .min { $0.length < $1.length }
      return shortest.map { Finding(chain: chains.chain($0), denial: denial) }
    }
  }

  package func contradiction(of finding: Finding) -> Contradiction {
    Contradiction(
      kind: .deniedChain, concepts: [finding.denial.link.from, finding.denial.link.to],
      rows: finding.chain.links + [finding.denial])
  }
}
