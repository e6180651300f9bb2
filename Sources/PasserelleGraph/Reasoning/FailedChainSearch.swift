internal import PasserelleModel

/// Finds the nearest way between two concepts that comes to nothing, and the step that stops it.
///
/// Nearest is the way with the fewest steps that no rule allows, then the shortest, then the first by
/// the names on it.
struct FailedChainSearch {
  private let network: LinkNetwork
  private let maxSteps: Int

  init(_ network: LinkNetwork, maxSteps: Int) {
    self.network = network
    self.maxSteps = maxSteps
  }

  /// Where a way has come to, and what it comes to since it was last stopped.
  private struct State: Hashable {
    var node: Int32
    var conclusion: Conclusion?
  }

  private struct Way {
    var steps: [Int] = []
    var nodes: [Int32]
    var conclusion: Conclusion?
    /// How often a step was not allowed, and the first such.
    var stops = 0
    var firstStop: (step: Int, reason: Refusal)?
  }

  func nearest(from: Identifier, to: Identifier) -> Explanation.FailedChain? {
    guard let start = network.number(of: from), let end = network.number(of: to) else {
      return nil
    }
    // Ways in the order of their stops, and of their length within each.
    var waiting: [[Way]] = [[Way(nodes: [start])]]
    var seen: Set<State> = []
    var stops = 0
    while stops < waiting.count {
      var index = 0
      while index < waiting[stops].count {
        let way = waiting[stops][index]
        index += 1
        guard let node = way.nodes.last,
          seen.insert(State(node: node, conclusion: way.conclusion)).inserted
        else { continue }
        if node == end { return failed(way) }
        guard way.steps.count < maxSteps else { continue }
        for step in Int(network.starts[Int(node)])..<Int(network.starts[Int(node) + 1]) {
          let next = extend(way, by: step)
          guard !way.nodes.contains(network.edges[step].target) else { continue }
          if next.stops > stops, waiting.count == stops + 1 { waiting.append([]) }
          waiting[next.stops].append(next)
        }
      }
      stops += 1
    }
    return nil
  }

  private func extend(_ way: Way, by step: Int) -> Way {
    let edge = network.edges[step]
    var next = way
    next.steps.append(step)
    next.nodes.append(edge.target)
    if let (result, _) = ChainRules.extend(way.conclusion, by: edge.move) {
      next.conclusion = result
      return next
    }
    next.conclusion = ChainRules.extend(nil, by: edge.move)?.0
    next.stops += 1
    if next.firstStop == nil, let conclusion = way.conclusion {
      next.firstStop = (
        way.steps.count, ChainRules.refusal(of: edge.move, after: conclusion)
      )
    }
    return next
  }

  private func failed(_ way: Way) -> Explanation.FailedChain? {
    guard let stop = way.firstStop else { return nil }
    return Explanation.FailedChain(
      links: way.steps.map { network.links[Int(network.edges[$0].link)] },
      path: way.nodes.map { network.nodes[Int($0)] },
      blockedAt: network.nodes[Int(way.nodes[stop.step])], reason: stop.reason)
  }
}
