/// The order of the items of a package: that of the file, or, if associations number the children of an
/// item, each item before its children, and these by their numbers.
struct ItemOrder {
  /// The places of the items in the file.
  let indices: [Int]

  init(_ items: [String], _ associations: [Association], below document: String) {
    let children = associations.filter { $0.type == "isChildOf" }
    guard children.contains(where: { $0.sequence != nil }) else {
      indices = Array(items.indices)
      return
    }
    var places: [String: [Int]] = [:]
    for (index, item) in items.enumerated() { places[item, default: []].append(index) }
    var below: [String: [(sequence: Int, place: Int)]] = [:]
    var placed: Set<Int> = []
    for child in children {
      let parent = child.destination.identifier ?? ""
      for place in places[child.origin.identifier ?? ""] ?? []
      where parent == document || places[parent] != nil {
        below[parent, default: []].append((child.sequence ?? .max, place))
        placed.insert(place)
      }
    }
    // What has no parent here is at the top, behind what the document numbers.
    for place in items.indices where !placed.contains(place) {
      below[document, default: []].append((.max, place))
    }
    indices = Self.walk(
      items, below.mapValues { $0.sorted { ($0.sequence, $0.place) < ($1.sequence, $1.place) } },
      from: document)
  }

  private static func walk(
    _ items: [String], _ below: [String: [(sequence: Int, place: Int)]], from document: String
  ) -> [Int] {
    var (order, seen): ([Int], Set<Int>) = ([], [])
    // What only a cycle leads to comes last.
    for root in below[document, default: []].map(\.place) + Array(items.indices) {
      var waiting = [root]
      while let place = waiting.popLast() {
        guard seen.insert(place).inserted else { continue }
        order.append(place)
        waiting += (below[items[place]] ?? []).map(\.place).reversed()
      }
    }
    return order
  }
}
