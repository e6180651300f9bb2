package import PasserelleModel

/// Chains from one concept, each with all that it rests on.
///
/// There may be many: their steps are kept as numbers, and made into a `Chain` when one is looked at.
package struct ChainList: Sendable {
  /// A chain in the list.
  package struct Entry: Sendable {
    /// The number of the concept at its end.
    package var end: Int32
    package var conclusion: Conclusion
    /// How many links it has.
    package var length: Int
    fileprivate var firstStep: Int
    fileprivate var product: Double

    /// The product of the confidences that its links state; nothing where none does.
    package var confidence: Double? { product < 0 ? nil : product }
  }

  /// Whether these are all that there are.
  package var isComplete = true
  package private(set) var entries: [Entry] = []
  private let network: LinkNetwork
  private var start: Int32 = 0
  private var steps: [Int32] = []

  init(_ network: LinkNetwork) {
    self.network = network
  }

  package var count: Int { entries.count }

  mutating func append(_ found: ChainSearch.Found) {
    start = found.start
    entries.append(
      Entry(
        end: found.end, conclusion: found.conclusion, length: found.steps.count,
        firstStep: steps.count, product: found.confidence))
    steps.append(contentsOf: found.steps)
  }

  /// The concept at the end of a chain.
  package func end(of entry: Entry) -> Identifier { network.nodes[Int(entry.end)] }

  /// The chain with its links and rules.
  package func chain(_ entry: Entry) -> Chain {
    var made: [Chain.Step] = []
    made.reserveCapacity(entry.length)
    var (from, conclusion) = (start, Conclusion?.none)
    for step in steps[entry.firstStep..<entry.firstStep + entry.length] {
      let edge = network.edges[Int(step)]
      guard let (result, rule) = ChainRules.extend(conclusion, by: edge.move) else { break }
      made.append(
        Chain.Step(
          from: network.nodes[Int(from)], to: network.nodes[Int(edge.target)],
          link: network.links[Int(edge.link)], move: edge.move, isAgainst: edge.isAgainst,
          conclusion: result, rule: rule ?? (edge.isAgainst ? .inversion : .stated)))
      (from, conclusion) = (edge.target, result)
    }
    return Chain(steps: made)
  }

  /// The chains, in the order in which they were found.
  package var chains: [Chain] { entries.map(chain) }
}
