import PasserelleKit

extension Membership {
  /// The levels with each behind those that precede it, otherwise in the order of the framework.
  func inOrder(_ keys: [String]) -> [String] {
    var before: [String: [String]] = [:]
    for key in keys {
      before[key, default: []] += neighbours(of: key, "ceterms:precededBy")
      for next in neighbours(of: key, "ceterms:precedes") { before[next, default: []].append(key) }
    }
    let known = Set(keys)
    var (ordered, seen, next) = ([String](), Set<String>(), [String: Int]())
    for key in keys where seen.insert(key).inserted {
      var open = [key]
      while let key = open.last {
        let (earlier, at) = (before[key] ?? [], next[key, default: 0])
        guard at < earlier.count else {
          ordered.append(key)
          open.removeLast()
          continue
        }
        next[key] = at + 1
        if known.contains(earlier[at]), seen.insert(earlier[at]).inserted {
          open.append(earlier[at])
        }
      }
    }
    return ordered
  }

  private func neighbours(of key: String, _ term: String) -> [String] {
    guard let node = graph[key]?.node else { return [] }
    return node[term].compactMap { graph.key(of: $0, in: node) }
  }
}
