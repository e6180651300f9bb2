internal import PasserelleGraph

/// Takes the links that others lead both to and from, and forgets the rest: of the hierarchy of a large
/// register that is next to nothing.
///
/// While they are few all are kept, and the rest taken out at the end. Where they are too many for that,
/// a first look only notes what links start at and lead to, and a second keeps what counts.
struct ArrowScan {
  private var starts: [NodeSet]
  private var ends: [NodeSet]
  private var kept: [[Arrow]]
  private var count = 0
  private(set) var isFull = false
  private var isSecondLook = false

  /// What 24 MiB have room for.
  private static let most = 1 << 20

  init(count: Int) {
    starts = Array(repeating: NodeSet(), count: count)
    ends = starts
    kept = Array(repeating: [], count: count)
  }

  mutating func meet(_ kind: Int, from: Int64, to: Int64, link: Int64) {
    if isSecondLook {
      if isInside(kind, from, to) { kept[kind].append(Arrow(from: from, to: to, link: link)) }
      return
    }
    starts[kind].insert(from)
    ends[kind].insert(to)
    guard !isFull else { return }
    kept[kind].append(Arrow(from: from, to: to, link: link))
    count += 1
    isFull = count == Self.most
  }

  /// Begins the second look.
  mutating func startAgain() {
    kept = kept.map { _ in [] }
    isSecondLook = true
  }

  private func isInside(_ kind: Int, _ from: Int64, _ to: Int64) -> Bool {
    ends[kind].contains(from) && starts[kind].contains(to)
  }

  /// The arrows of each kind.
  var arrows: [[Arrow]] {
    kept.indices.map { kind in kept[kind].filter { isInside(kind, $0.from, $0.to) } }
  }
}
