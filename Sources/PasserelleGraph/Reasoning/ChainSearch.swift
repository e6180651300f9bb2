package import PasserelleModel

/// Finds all chains that start at a concept, within limits.
///
/// No chain meets a concept twice, so that cycles, which are legal, end.
package struct ChainSearch {
  private let network: LinkNetwork
  private let maxSteps: Int
  /// For each conclusion and none, and each move: the number of the conclusion it comes to, and one
  /// more; 0 where there is no rule.
  private let results: [UInt8]

  private static let moves = Move.allCases.count
  private static let nothing = Conclusion.allCases.count

  /// Prepares a search for chains of at most so many links, made of some moves.
  package init(
    _ network: LinkNetwork, maxSteps: Int, moves: some Sequence<Move> = Move.allCases
  ) {
    self.network = network
    self.maxSteps = max(1, maxSteps)
    var results = [UInt8](repeating: 0, count: (Self.nothing + 1) * Self.moves)
    for move in moves {
      for first in [nil] + Conclusion.allCases {
        guard let result = ChainRules.extend(first, by: move)?.0 else { continue }
        let row = first.map { Int($0.rawValue) } ?? Self.nothing
        results[row * Self.moves + Int(move.rawValue)] = result.rawValue + 1
      }
    }
    self.results = results
  }

  /// A chain that was found, good until the body returns.
  struct Found {
    let start: Int32
    /// The number of the concept at its end.
    let end: Int32
    let conclusion: Conclusion
    /// The numbers of the edges on the way.
    let steps: UnsafeBufferPointer<Int32>
    /// The product of the confidences that its links state; less than nothing where none does.
    let confidence: Double
  }

  /// What the body wants after a chain was found.
  enum Next { case goOn, stop }

  /// Calls the body with every chain from a concept, and says whether it wanted them all.
  @discardableResult
  func forEachChain(from start: Int32, _ body: (Found) -> Next) -> Bool {
    let conclusions = Conclusion.allCases
    return network.edges.withUnsafeBufferPointer { edges in
      network.starts.withUnsafeBufferPointer { starts in
        results.withUnsafeBufferPointer { results in
          conclusions.withUnsafeBufferPointer { conclusions in
            withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * (maxSteps + 1)) { scratch in
              guard let base = scratch.baseAddress else { return true }
              base[0] = start
              var walk = Walk(
                edges: edges, starts: starts, results: results, conclusions: conclusions,
                passed: base, steps: base + maxSteps + 1, maxSteps: maxSteps, search: self)
              return walk.extend(
                from: start, after: UInt8(Self.nothing), confidence: -1, depth: 0, body)
            }
          }
        }
      }
    }
  }

  private struct Walk {
    let edges: UnsafeBufferPointer<LinkNetwork.Edge>
    let starts: UnsafeBufferPointer<Int32>
    let results: UnsafeBufferPointer<UInt8>
    let conclusions: UnsafeBufferPointer<Conclusion>
    /// The concepts on the way.
    let passed: UnsafeMutablePointer<Int32>
    /// The edges on the way.
    let steps: UnsafeMutablePointer<Int32>
    let maxSteps: Int
    let search: ChainSearch

    mutating func extend(
      from node: Int32, after first: UInt8, confidence: Double, depth: Int,
      _ body: (Found) -> Next
    ) -> Bool {
      for index in Int(starts[Int(node)])..<Int(starts[Int(node) + 1]) {
        let edge = edges[index]
        let result = results[Int(first) * ChainSearch.moves + Int(edge.move.rawValue)]
        guard result != 0, !isPassed(edge.target, depth) else { continue }
        passed[depth + 1] = edge.target
        steps[depth] = Int32(index)
        guard isAllowed(depth) else { continue }
        let product =
          edge.confidence < 0
          ? confidence : confidence < 0 ? edge.confidence : confidence * edge.confidence
        let found = Found(
          start: passed[0], end: edge.target, conclusion: conclusions[Int(result) - 1],
          steps: UnsafeBufferPointer(start: steps, count: depth + 1), confidence: product)
        if body(found) == .stop { return false }
        if depth + 1 < maxSteps,
          !extend(
            from: edge.target, after: result - 1, confidence: product, depth: depth + 1, body)
        {
          return false
        }
      }
      return true
    }

    private func isPassed(_ node: Int32, _ depth: Int) -> Bool {
      for index in 0...depth where passed[index] == node { return true }
      return false
    }

    /// Whether the newest step may join the others: none of what it makes of the way is denied, and
    /// declarations are of one instrument.
    private func isAllowed(_ depth: Int) -> Bool {
      guard depth > 0 else { return true }
      if edges[Int(steps[depth])].move == .declared, !isOneInstrument(depth) { return false }
      return search.network.denials.isEmpty || search.denial(passed, steps, depth) == nil
    }

    private func isOneInstrument(_ depth: Int) -> Bool {
      let (one, other) = (
        search.network.links[Int(edges[Int(steps[depth - 1])].link)],
        search.network.links[Int(edges[Int(steps[depth])].link)]
      )
      return one.publication == other.publication
        && one.evidence.document == other.evidence.document
    }
  }

  /// The denial that speaks against a part of the way that ends with its newest step.
  private func denial(
    _ passed: UnsafePointer<Int32>, _ steps: UnsafePointer<Int32>, _ depth: Int
  ) -> LinkNetwork.Denial? {
    for first in 0...depth {
      let pair = LinkNetwork.Pair(from: passed[first], to: passed[depth + 1])
      guard let denials = network.denials[pair] else { continue }
      var conclusion: Conclusion?
      for index in first...depth {
        let move = network.edges[Int(steps[index])].move
        guard let result = ChainRules.extend(conclusion, by: move)?.0 else {
          conclusion = nil
          break
        }
        conclusion = result
      }
      guard let conclusion else { continue }
      if let denial = denials.first(where: { conclusion.isDenied(by: $0.relation) }) {
        return denial
      }
    }
    return nil
  }

  /// All chains from a concept, each with all that it rests on, up to a limit.
  package func chains(from id: Identifier, limit: Int = .max) -> ChainList {
    var list = ChainList(network)
    guard let start = network.number(of: id) else { return list }
    list.isComplete = forEachChain(from: start) { found in
      if list.count == limit { return .stop }
      list.append(found)
      return .goOn
    }
    return list
  }

  /// All chains from a concept to another, with a limit on how many are looked at.
  package func chains(from: Identifier, to: Identifier, limit: Int) -> ChainList {
    var list = ChainList(network)
    guard let start = network.number(of: from), let end = network.number(of: to) else {
      return list
    }
    var seen = 0
    list.isComplete = forEachChain(from: start) { found in
      seen += 1
      if seen > limit { return .stop }
      if found.end == end { list.append(found) }
      return .goOn
    }
    return list
  }

  /// How many chains there are in the whole network.
  package func countOfAllChains() -> Int {
    var count = 0
    for start in network.nodes.indices {
      forEachChain(from: Int32(start)) { _ in
        count += 1
        return .goOn
      }
    }
    return count
  }
}
