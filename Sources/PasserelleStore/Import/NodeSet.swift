/// A set of nodes: a bit each, because their numbers lie close together.
struct NodeSet {
  private var words: [UInt64] = []

  mutating func insert(_ node: Int64) {
    let word = Int(node >> 6)
    if word >= words.count {
      words.append(
        contentsOf: repeatElement(0, count: max(word + 1, words.count * 2) - words.count))
    }
    words[word] |= 1 << UInt64(node & 63)
  }

  func contains(_ node: Int64) -> Bool {
    let word = Int(node >> 6)
    return word < words.count && words[word] & 1 << UInt64(node & 63) != 0
  }

  func subtracting(_ other: NodeSet) -> NodeSet { combined(with: other) { $0 & ~$1 } }

  func intersection(_ other: NodeSet) -> NodeSet { combined(with: other) { $0 & $1 } }

  private func combined(with other: NodeSet, _ body: (UInt64, UInt64) -> UInt64) -> NodeSet {
    var set = NodeSet()
    set.words = words.indices.map {
      body(words[$0], $0 < other.words.count ? other.words[$0] : 0)
    }
    return set
  }

  /// The nodes, in order.
  var nodes: [Int64] {
    var nodes: [Int64] = []
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        nodes.append(Int64(index * 64 + left.trailingZeroBitCount))
        left &= left - 1
      }
    }
    return nodes
  }
}
