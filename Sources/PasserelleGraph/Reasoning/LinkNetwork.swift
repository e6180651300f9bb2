package import PasserelleModel

/// Links made ready for walking: every concept a number, every link an edge from both of its ends.
///
/// Numbers follow the names of the concepts, and edges their content: the order in which the links
/// come in changes nothing.
package struct LinkNetwork: Sendable {
  /// A link as it is walked from one of its ends.
  struct Edge: Sendable {
    var target: Int32
    /// The number of the link.
    var link: Int32
    /// How sure its source is; less than nothing where it does not say.
    var confidence: Double
    var move: Move
    var isAgainst: Bool
  }

  /// The concepts, by number.
  package let nodes: [Identifier]
  /// The links, by number.
  package let links: [LinkRecord]
  private let numbers: [Identifier: Int32]
  /// Where the edges of each concept start.
  let starts: [Int32]
  let edges: [Edge]
  /// What is denied of two concepts, by their numbers.
  let denials: [Pair: [Denial]]

  struct Pair: Hashable, Sendable {
    var from: Int32
    var to: Int32
  }

  struct Denial: Sendable {
    var relation: Relation
    var link: Int32
  }

  /// Takes in the links that can be walked, and those that deny.
  package init(_ records: some Sequence<LinkRecord>) {
    let usable = records.filter { record in
      Move.along(record.link.relation) != nil || record.link.relation.isNegative
    }
    var named: Set<Identifier> = []
    for record in usable {
      named.insert(record.link.from)
      named.insert(record.link.to)
    }
    let nodes = named.map { ($0, $0.description) }.sorted { $0.1 < $1.1 }.map(\.0)
    let numbers = Dictionary(
      uniqueKeysWithValues: nodes.enumerated().map { ($1, Int32($0)) })
    let order = Dictionary(
      uniqueKeysWithValues: Relation.allCases.enumerated().map { ($1, Int32($0)) })
    let sorted = usable.map { record in
      Ranked(
        from: numbers[record.link.from] ?? 0, relation: order[record.link.relation] ?? 0,
        to: numbers[record.link.to] ?? 0, record: record)
    }.sorted { $0.precedes($1) }

    var sides: [(source: Int32, edge: Edge)] = []
    sides.reserveCapacity(sorted.count * 2)
    var denials: [Pair: [Denial]] = [:]
    for (number, link) in sorted.enumerated() {
      let relation = link.record.link.relation
      let number = Int32(number)
      func add(_ move: Move?, from source: Int32, to target: Int32, isAgainst: Bool) {
        guard let move, source != target else { return }
        sides.append(
          (
            source,
            Edge(
              target: target, link: number, confidence: link.record.link.confidence?.value ?? -1,
              move: move, isAgainst: isAgainst)
          ))
      }
      add(Move.along(relation), from: link.from, to: link.to, isAgainst: false)
      add(Move.against(relation), from: link.to, to: link.from, isAgainst: true)
      if relation.isNegative {
        denials[Pair(from: link.from, to: link.to), default: []]
          .append(Denial(relation: relation, link: number))
        if let inverse = relation.inverse {
          denials[Pair(from: link.to, to: link.from), default: []]
            .append(Denial(relation: inverse, link: number))
        }
      }
    }
    var starts = [Int32](repeating: 0, count: nodes.count + 1)
    for side in sides { starts[Int(side.source) + 1] += 1 }
    for index in 1..<max(1, starts.count) { starts[index] += starts[index - 1] }
    sides.sort {
      ($0.source, $0.edge.target, $0.edge.link) < ($1.source, $1.edge.target, $1.edge.link)
    }

    self.nodes = nodes
    self.numbers = numbers
    self.starts = starts
    self.denials = denials
    links = sorted.map(\.record)
    edges = sides.map(\.edge)
  }

  package func number(of id: Identifier) -> Int32? { numbers[id] }

  /// The ways on from a concept.
  func edges(of node: Int32) -> ArraySlice<Edge> {
    edges[Int(starts[Int(node)])..<Int(starts[Int(node) + 1])]
  }

  private struct Ranked {
    var from: Int32
    var relation: Int32
    var to: Int32
    var record: LinkRecord

    func precedes(_ other: Ranked) -> Bool {
      let (own, its) = ((from, relation, to), (other.from, other.relation, other.to))
      return own == its ? tail < other.tail : own < its
    }

    /// What tells two statements of the same from each other.
    private var tail: String {
      let position = record.evidence.position
      return [
        record.publication?.description ?? "", record.evidence.document?.key ?? "", position.file,
        String(position.line),
      ].joined(separator: "\u{1}")
    }
  }
}
