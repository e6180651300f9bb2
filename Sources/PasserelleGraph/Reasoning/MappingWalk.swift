internal import PasserelleModel

/// Walks from a concept along hierarchies and mappings until it meets the frameworks that are asked for.
///
/// It goes wave by wave and asks the graph once a wave. From a place that was reached before with the
/// same tie and by the same part of the question, it does not go on again: the work grows with the
/// links, not with the ways.
struct MappingWalk {
  /// How the walk has left the question, before the first table.
  enum Side {
    case itself, parts, wider
  }

  /// A way to a place: the way before it, and the step from there.
  struct Way {
    var place: Identifier
    var tie: Tie?
    var step: Step?
    var before: Int?
    /// The way to the concept from which the first table was followed: the question, a part of it, or a
    /// wider group.
    var anchor: Int
    var side: Side
    var tables: Int
  }

  struct Step {
    var link: LinkRecord
    var move: Move
    var isAgainst: Bool

    var isHierarchy: Bool { move == .wider || move == .finer }
  }

  /// A step that ends in a framework that is asked for.
  struct Arrival {
    var place: Identifier
    var tie: Tie
    var before: Int
    var step: Step
  }

  private(set) var ways: [Way]
  private(set) var arrivals: [Arrival] = []
  /// What would have been reached, if no source denied it.
  private(set) var denied: Set<Identifier> = []
  private(set) var isComplete = true

  private let graph: any GraphReading
  private let placer: Placer
  private let targets: Set<FrameworkName>
  private var links: [Identifier: [LinkRecord]] = [:]
  private var denials: [Pair: [Relation]] = [:]
  private var seen: Set<Key> = []

  /// How many tables a way may lead through.
  private static let maxTables = 4
  /// How many ways are gone at most.
  private static let limit = 200_000
  private static let relations =
    Relation.allCases.filter { $0.isMatch || $0.isNegative || $0 == .broader }

  private struct Pair: Hashable {
    var from: Identifier
    var to: Identifier
  }

  private struct Key: Hashable {
    var anchor: Int
    var place: Identifier
    var tie: Tie?
  }

  init(
    _ graph: any GraphReading, placer: Placer, from id: Identifier, into targets: Set<FrameworkName>
  ) throws {
    self.graph = graph
    self.placer = placer
    self.targets = targets
    ways = [
      Way(place: id, tie: nil, step: nil, before: nil, anchor: 0, side: .itself, tables: 0)
    ]
    var next = 0
    while next < ways.count {
      let wave = next..<ways.count
      try ask(about: Set(ways[wave].map(\.place)))
      for index in wave { goOn(from: index) }
      next = wave.upperBound
    }
  }

  /// Reads the links of some places, and what is denied of them.
  private mutating func ask(about places: Set<Identifier>) throws {
    let new = places.filter { links[$0] == nil }
    for place in new { links[place] = [] }
    guard !new.isEmpty else { return }
    for record in placer.valid(try graph.links(touching: new, by: Self.relations)) {
      let link = record.link
      if link.relation.isNegative {
        denials[Pair(from: link.from, to: link.to), default: []].append(link.relation)
        if let inverse = link.relation.inverse {
          denials[Pair(from: link.to, to: link.from), default: []].append(inverse)
        }
      } else if link.from != link.to {
        for end in [link.from, link.to] where new.contains(end) { links[end]?.append(record) }
      }
    }
  }

  private mutating func goOn(from index: Int) {
    let way = ways[index]
    for record in links[way.place] ?? [] {
      let isAgainst = record.link.to == way.place
      let place = isAgainst ? record.link.from : record.link.to
      let relation = record.link.relation
      guard let move = isAgainst ? Move.against(relation) : Move.along(relation) else { continue }
      let step = Step(link: record, move: move, isAgainst: isAgainst)
      let tie = Tie.extend(way.tie, by: move)
      if targets.contains(place.framework) {
        arrive(at: place, tie ?? .undetermined, after: index, step)
      } else if let tie {
        extend(index, to: place, tie, step)
      }
    }
  }

  private mutating func arrive(at place: Identifier, _ tie: Tie, after before: Int, _ step: Step) {
    if isDenied(place, tie, after: before, step) {
      denied.insert(place)
    } else {
      arrivals.append(Arrival(place: place, tie: tie, before: before, step: step))
    }
  }

  private mutating func extend(_ index: Int, to place: Identifier, _ tie: Tie, _ step: Step) {
    let way = ways[index]
    var next = Way(
      place: place, tie: tie, step: step, before: index, anchor: way.anchor, side: way.side,
      tables: way.tables)
    if step.isHierarchy && way.tables == 0 {
      // Parts of parts, and groups of groups: a part of a wider group is another thing.
      let side: Side = step.move == .finer ? .parts : .wider
      guard way.side == .itself || way.side == side else { return }
      next.side = side
      next.anchor = ways.count
    } else if !step.isHierarchy {
      next.tables += 1
    }
    guard next.tables <= Self.maxTables, !passes(index, place) else { return }
    // A part that hangs below two others is one part.
    let anchor = next.anchor == ways.count ? -1 : next.anchor
    guard !seen.contains(Key(anchor: anchor, place: place, tie: tie)),
      !isDenied(place, tie, after: index, step)
    else { return }
    guard ways.count < Self.limit else {
      isComplete = false
      return
    }
    seen.insert(Key(anchor: anchor, place: place, tie: tie))
    ways.append(next)
  }

  // MARK: - Ways

  /// The ways that a way consists of, the question first.
  func path(to index: Int) -> [Way] {
    var path: [Way] = []
    var next = Optional(index)
    while let at = next {
      path.append(ways[at])
      next = ways[at].before
    }
    return path.reversed()
  }

  private func passes(_ index: Int, _ place: Identifier) -> Bool {
    var next = Optional(index)
    while let at = next {
      if ways[at].place == place { return true }
      next = ways[at].before
    }
    return false
  }

  /// Whether a source denies what any part of a way yields, up to a further step.
  private func isDenied(_ place: Identifier, _ tie: Tie, after before: Int, _ step: Step) -> Bool {
    guard !denials.isEmpty else { return false }
    let path = path(to: before)
    let moves = path.dropFirst().compactMap(\.step?.move) + [step.move]
    return path.indices.contains { first in
      guard let denied = denials[Pair(from: path[first].place, to: place)] else { return false }
      let tie = first == 0 ? tie : Self.tie(of: moves[first...])
      return tie.map { tie in denied.contains(where: tie.isDenied) } ?? false
    }
  }

  /// What some moves yield, one after the other.
  static func tie(of moves: some Sequence<Move>) -> Tie? {
    var tie: Tie?
    for move in moves {
      guard let next = Tie.extend(tie, by: move) else { return nil }
      tie = next
    }
    return tie
  }
}
