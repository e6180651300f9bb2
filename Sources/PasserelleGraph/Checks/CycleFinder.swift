/// A link as an arrow between numbers, as a graph counts its concepts and links.
package struct Arrow: Hashable, Sendable {
  package var from: Int64
  package var to: Int64
  package var link: Int64

  package init(from: Int64, to: Int64, link: Int64) {
    self.from = from
    self.to = to
    self.link = link
  }
}

/// Finds the cycles among arrows: each in the time that it takes to look at the arrows once.
struct CycleFinder {
  private var arrows: [Arrow]

  init(_ arrows: [Arrow]) {
    self.arrows = arrows
  }

  /// The next cycle, as short as any through its first arrow; nothing where there is none, or none more.
  ///
  /// Its last arrow is taken out, so that the next call finds another.
  mutating func next() -> [Arrow]? {
    arrows = Self.inCycles(arrows)
    guard let first = arrows.first, let cycle = Self.shortest(through: first, among: arrows),
      let last = cycle.map(\.link).max()
    else { return nil }
    arrows.removeAll { $0.link == last }
    return cycle
  }

  /// The arrows that are part of any cycle: those between concepts that are reached from each other.
  private static func inCycles(_ arrows: [Arrow]) -> [Arrow] {
    guard !arrows.isEmpty else { return [] }
    let steps = Steps(arrows)
    let component = steps.components()
    return zip(arrows, steps.ends).filter { component[$1.from] == component[$1.to] }.map(\.0)
  }

  private static func shortest(through first: Arrow, among arrows: [Arrow]) -> [Arrow]? {
    guard first.from != first.to else { return [first] }
    let ways = Dictionary(grouping: arrows, by: \.from)
    var came: [Int64: Arrow] = [:]
    var open = [first.to]
    var next = 0
    while next < open.count, came[first.from] == nil {
      for arrow in ways[open[next]] ?? [] where arrow.to != first.to && came[arrow.to] == nil {
        came[arrow.to] = arrow
        open.append(arrow.to)
      }
      next += 1
    }
    var cycle: [Arrow] = []
    var at = first.from
    while at != first.to {
      guard let arrow = came[at] else { return nil }
      cycle.append(arrow)
      at = arrow.from
    }
    return [first] + cycle.reversed()
  }
}

/// Arrows by what they start at, which has small numbers here.
private struct Steps {
  /// The ends of each arrow.
  let ends: [(from: Int, to: Int)]
  private let starts: [Int]
  private let targets: [Int32]

  init(_ arrows: [Arrow]) {
    var numbers: [Int64: Int] = [:]
    func number(_ node: Int64) -> Int {
      if let known = numbers[node] { return known }
      numbers[node] = numbers.count
      return numbers.count - 1
    }
    let ends = arrows.map { (from: number($0.from), to: number($0.to)) }
    var starts = Array(repeating: 0, count: numbers.count + 1)
    for end in ends { starts[end.from + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var (next, targets) = (starts, Array(repeating: Int32(0), count: ends.count))
    for end in ends {
      targets[next[end.from]] = Int32(truncatingIfNeeded: end.to)
      next[end.from] += 1
    }
    (self.ends, self.starts, self.targets) = (ends, starts, targets)
  }

  /// The strongly connected component of each node, by Tarjan's algorithm, without recursion.
  func components() -> [Int] {
    let count = starts.count - 1
    var component = Array(repeating: -1, count: count)
    var order = Array(repeating: -1, count: count)
    var low = order
    var next = starts
    var (met, found) = (0, 0)
    var (path, open): ([Int], [Int]) = ([], [])
    func meet(_ node: Int) {
      (order[node], low[node]) = (met, met)
      met += 1
      path.append(node)
      open.append(node)
    }
    for root in 0..<count where order[root] < 0 {
      meet(root)
      while let node = path.last {
        if next[node] < starts[node + 1] {
          let target = Int(targets[next[node]])
          next[node] += 1
          if order[target] < 0 {
            meet(target)
          } else if component[target] < 0 {
            low[node] = min(low[node], order[target])
          }
          continue
        }
        path.removeLast()
        if let above = path.last { low[above] = min(low[above], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = open.popLast() {
          component[member] = found
          if member == node { break }
        }
        found += 1
      }
    }
    return component
  }
}
