internal import PasserelleModel

/// How well a label fits what was searched for: what is smaller comes first.
struct LabelRank: Comparable, Sendable {
  /// How the words are placed in a label.
  enum Order: Int, Comparable, Sendable {
    case atStart, together, inOrder, scattered

    static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  /// What the label is to its concept.
  enum Role: Int, Sendable {
    case title, name, alternative
  }

  let match: SearchMatch
  /// How far the words are from those that were typed, for near ones.
  let distance: Int
  let order: Order
  /// How many letters were added to make whole words.
  let completion: Int
  /// How many other words the label has.
  let others: Int
  let role: Role
  /// What is looked for most comes first: qualifications, then levels.
  let kind: Int

  static func < (one: Self, other: Self) -> Bool { one.key.lexicographicallyPrecedes(other.key) }

  private var key: [Int] {
    // Words that stand together say more than the number of the others: `A level` is not `Level 5 A`.
    [
      SearchMatch.allCases.firstIndex(of: match) ?? 0, distance, order == .scattered ? 1 : 0,
      completion, order.rawValue, others, role.rawValue, kind,
    ]
  }
}

extension LabelRank {
  /// Ranks a label that has all words of a query, in any reading; `nil` if it has not.
  ///
  /// - Parameters:
  ///   - forms: The words of the label: folded, and in Latin letters where it has others.
  ///   - query: What was searched for.
  ///   - role: What the label is to its concept.
  ///   - kind: What the concept is; `nil` for a framework.
  init?(_ forms: [[String]], for query: SearchQuery, _ role: Role, kind: ConceptKind?) {
    let fits = forms.flatMap { words in
      query.readings.compactMap { Fit(of: $0.flatMap(\.words), in: words, query) }
    }
    guard let best = fits.min() else { return nil }
    match =
      best.isWhole ? (role == .name ? .name : .exact) : best.completion == 0 ? .words : .prefix
    distance = 0
    (order, completion, others) = (best.order, best.completion, best.others)
    self.role = role
    self.kind = Self.rank(of: kind)
  }

  /// Ranks a label that has words near those of a query.
  init(distance: Int, others: Int, _ role: Role, kind: ConceptKind?) {
    match = .near
    (self.distance, self.others) = (distance, others)
    (order, completion) = (.inOrder, 0)
    self.role = role
    self.kind = Self.rank(of: kind)
  }

  private static func rank(of kind: ConceptKind?) -> Int {
    switch kind {
    case .qualification: 0
    case .level: 1
    case .occupation, .occupationGroup, nil: 2
    case .educationLevel, .field: 3
    case .competence, .competenceGroup, .organisation: 4
    }
  }
}

/// How the words of a query are placed among those of a label.
private struct Fit: Comparable {
  var isWhole = false
  var order = LabelRank.Order.scattered
  var completion = 0
  var others = 0

  /// Looks for the words together first, then anywhere; `nil` if one is not there.
  init?(of wanted: [String], in words: [String], _ query: SearchQuery) {
    guard !wanted.isEmpty, wanted.count <= words.count else { return nil }
    others = words.count - wanted.count
    var best: (order: LabelRank.Order, completion: Int)?
    for start in 0...others {
      let added = zip(wanted, words[start...]).map { Self.added(to: $0, for: $1, query) }
      guard !added.contains(nil) else { continue }
      let sum = added.compactMap(\.self).reduce(0, +)
      if best.map({ sum < $0.completion }) ?? true {
        best = (start == 0 ? .atStart : .together, sum)
      }
    }
    if let best {
      (order, completion) = best
      isWhole = others == 0 && completion == 0
      return
    }
    var (used, places): (Set<Int>, [Int]) = ([], [])
    for word in wanted {
      let free = words.indices.filter { !used.contains($0) }
      let fitting = free.compactMap { place in
        Self.added(to: word, for: words[place], query).map { (added: $0, place: place) }
      }
      guard let nearest = fitting.min(by: { $0 < $1 }) else { return nil }
      used.insert(nearest.place)
      places.append(nearest.place)
      completion += nearest.added
    }
    order = places == places.sorted() ? .inOrder : .scattered
  }

  /// How many letters make a word that was typed one of the label's; `nil` if none do.
  private static func added(to word: String, for other: String, _ query: SearchQuery) -> Int? {
    if word == other { return 0 }
    guard query.isCompleted(word), other.hasPrefix(word) else { return nil }
    return max(1, other.utf8.count - word.utf8.count)
  }

  static func < (one: Fit, other: Fit) -> Bool {
    (one.isWhole ? 0 : 1, one.completion, one.order, one.others)
      < (other.isWhole ? 0 : 1, other.completion, other.order, other.others)
  }
}
