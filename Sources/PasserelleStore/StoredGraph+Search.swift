internal import GRDB
internal import PasserelleGraph
package import PasserelleModel

extension StoredGraph {
  /// Finds the concepts and frameworks that have all words in one of their labels, whatever the case,
  /// the accents and the order.
  ///
  /// Greek, Cyrillic and other scripts are found by their Latin letters as well. A label that is the very
  /// words comes first, then whole words, then beginnings of words (`LabelRank`). The search may be kept
  /// to some frameworks.
  package func search(
    _ query: SearchQuery, limit: Int, in frameworks: [FrameworkName] = []
  ) throws -> [SearchHit] {
    let whole = try labels(matching: query.wholeWords, query, limit, in: frameworks)
    var hits = Self.best(whole.compactMap { $0.ranked(for: query) }, limit: limit)
    guard hits.count < limit else { return hits }
    let begun = try labels(matching: query.beginnings, query, limit, in: frameworks)
    let found = Set(hits.map(\.id))
    hits += Self.best(
      begun.filter { !found.contains($0.id) }.compactMap { $0.ranked(for: query) },
      limit: limit - hits.count)
    return hits
  }

  /// Finds by the words of a text.
  package func search(_ text: String, limit: Int) throws -> [SearchHit] {
    try search(SearchQuery(text), limit: limit)
  }

  /// Finds what has words that are near all those of a query, nearest first.
  package func searchNear(
    _ query: SearchQuery, limit: Int, in frameworks: [FrameworkName] = []
  ) throws -> [SearchHit] {
    let groups = try wordGroups(near: query)
    return try hits(near: groups, query, limit, in: frameworks)
  }

  /// Finds what has words of the same stems, nearest first: `Nursing professionals` for `nurse`.
  package func searchStems(
    _ query: SearchQuery, limit: Int, in frameworks: [FrameworkName] = []
  ) throws -> [SearchHit] {
    var groups = query.words.map {
      WordGroup($0, isCompleted: query.isCompleted($0), only: .stem)
    }
    for index in groups.indices {
      let stem = groups[index].word.prefix(4)
      let terms = try String.fetchCursor(
        db, sql: "SELECT term FROM label_word WHERE term >= ? AND term < ?",
        arguments: [String(stem), stem + "\u{10FFFF}"])
      while let term = try terms.next() {
        groups[index].take(term, of: LetterSet(term.unicodeScalars))
      }
    }
    guard groups.contains(where: \.hasOthers) else { return [] }
    return try hits(near: groups, query, limit, in: frameworks)
  }

  /// What has a word of each group, nearest first.
  private func hits(
    near groups: [WordGroup], _ query: SearchQuery, _ limit: Int, in frameworks: [FrameworkName]
  ) throws -> [SearchHit] {
    guard !groups.isEmpty, groups.allSatisfy({ !$0.isEmpty }) else { return [] }
    let pattern = groups.map(\.pattern).joined(separator: " AND ")
    let rows = try labels(matching: pattern, query, limit, in: frameworks)
    return Self.best(rows.compactMap { $0.ranked(near: groups) }, limit: limit)
  }

  /// Finds what has some of the words, or words near them.
  package func searchSome(
    _ query: SearchQuery, limit: Int, in frameworks: [FrameworkName] = []
  ) throws -> [SearchHit] {
    let groups = try wordGroups(near: query, onlyOfUnknown: true).filter {
      try !$0.isEmpty && !isCommon($0.word)
    }
    guard !groups.isEmpty else { return [] }
    let rows = try labels(
      matching: groups.map(\.pattern).joined(separator: " OR "), query, limit, in: frameworks)
    var seen: Set<Identifier> = []
    return rows.filter { seen.insert($0.id).inserted }.prefix(limit).map { $0.hit(.near) }
  }

  /// Whether a short word is in so many labels that it says nothing: `and`, `de`.
  private func isCommon(_ word: String) throws -> Bool {
    guard word.count <= 3 else { return false }
    let known =
      try Int.fetchOne(
        db, sql: "SELECT doc FROM label_word WHERE term = ?", arguments: [word]) ?? 0
    let all = try Int.fetchOne(db, sql: "SELECT max(id) FROM label") ?? 0
    return known > all / 50
  }

  /// The words near each word of a query; where it is asked for, only near those that no label has.
  private func wordGroups(
    near query: SearchQuery, onlyOfUnknown isOnlyOfUnknown: Bool = false
  ) throws -> [WordGroup] {
    var groups = query.words.map { WordGroup($0, isCompleted: query.isCompleted($0)) }
    if isOnlyOfUnknown {
      for index in groups.indices { groups[index].isBegun = try isKnown(groups[index]) }
    }
    let sought = groups.indices.filter { !groups[$0].isBegun }
    guard !sought.isEmpty else { return groups }
    let terms = try String.fetchCursor(db, sql: "SELECT term FROM label_word")
    while let term = try terms.next() {
      let letters = LetterSet(term.unicodeScalars)
      for index in sought { groups[index].take(term, of: letters) }
    }
    return groups
  }

  /// Whether any label has a word, or one that begins with it.
  private func isKnown(_ group: WordGroup) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: "SELECT EXISTS (SELECT 1 FROM label_word WHERE term >= ? AND term <= ?)"),
      arguments: [group.word, group.isCompleted ? group.word + "\u{10FFFF}" : group.word]) ?? false
  }

  private func labels(
    matching pattern: String?, _ query: SearchQuery, _ limit: Int, in frameworks: [FrameworkName]
  ) throws -> [FoundLabel] {
    guard let pattern else { return [] }
    let places = frameworks.map { _ in "?" }.joined(separator: ", ")
    return try StoredRow.fetchAll(
      db,
      sql: """
        SELECT node.framework, node.code, label.language, label.text, label.role,
          iif(label.folded = '', lower(label.text), label.folded) AS folded, label.latin,
          concept.kind AS concept_kind,
          coalesce(concept.tier, concept.kind, publication.kind) AS kind,
          name.kind AS name_kind,
          name.is_verified AND coalesce(document.is_verified, 1) AS is_verified
        FROM label_search
        JOIN label ON label.id = label_search.rowid
        JOIN node ON node.id = label.node
        JOIN publication ON publication.id = label.publication
        LEFT JOIN concept ON concept.node = label.node
        LEFT JOIN name ON name.id = label.name
        LEFT JOIN document ON document.id = name.document
        WHERE label_search MATCH ? \(frameworks.isEmpty ? "" : "AND node.framework IN (\(places))")
          AND (concept.node IS NOT NULL OR node.code = '')
        ORDER BY iif(label.folded = '', lower(label.text), label.folded) <> ?, bm25(label_search),
          length(label.text), node.framework, node.code, label.id
        LIMIT ?
        """,
      arguments: StatementArguments(
        [pattern] + frameworks.map(\.description) + [query.text.folded])
        + [max(400, 2 * limit)]
    ).compactMap(FoundLabel.init)
  }

  /// The best label of each concept or framework, best first.
  private static func best(
    _ labels: [(label: FoundLabel, rank: LabelRank)], limit: Int
  ) -> [SearchHit] {
    let sorted = labels.enumerated().sorted { one, other in
      if one.element.rank != other.element.rank { return one.element.rank < other.element.rank }
      return one.offset < other.offset
    }
    var seen: Set<Identifier> = []
    var hits: [SearchHit] = []
    for (label, rank) in sorted.map(\.element) where hits.count < limit {
      guard seen.insert(label.id).inserted else { continue }
      hits.append(label.hit(rank.match, isTogether: rank.order <= .together))
    }
    return hits
  }
}

/// A word that was searched for, and the words of the labels that are near it.
private struct WordGroup {
  let word: String
  private var near: NearWords
  /// Those near its Latin letters, if it has others.
  private var latin: NearWords?
  /// Whether it may be the beginning of a longer word, and whether a label has such a word.
  let isCompleted: Bool
  var isBegun = false

  init(_ word: String, isCompleted: Bool, only way: NearWords.Way = .any) {
    (self.word, self.isCompleted) = (word, isCompleted)
    near = NearWords(to: word, only: way)
    latin = (word.inLatin?.folded).map { NearWords(to: $0, only: way) }
  }

  /// Whether any label has another word that is near.
  var hasOthers: Bool { words.contains { !isBeginning(of: $0.word) } }

  /// Whether no label has anything near.
  var isEmpty: Bool { !isBegun && words.isEmpty }

  private var words: [(word: String, distance: Int)] { near.best + (latin?.best ?? []) }

  mutating func take(_ term: String, of letters: LetterSet) {
    if isBeginning(of: term) { isBegun = true }
    near.take(term, of: letters)
    latin?.take(term, of: letters)
  }

  /// Any of the words, in the language of the search.
  var pattern: String {
    let own = "\"\(word)\"\(isCompleted ? "*" : "")"
    return "(" + ([own] + words.map { "\"\($0.word)\"" }).joined(separator: " OR ") + ")"
  }

  private func isBeginning(of other: String) -> Bool {
    isCompleted ? other.hasPrefix(word) : other == word
  }

  /// How far the nearest of some words is; `nil` if none is near.
  func distance(to others: [String]) -> Int? {
    if others.contains(where: isBeginning) { return 0 }
    return words.filter { others.contains($0.word) }.map(\.distance).min()
  }
}

/// A label with the concept or framework that it is of.
private struct FoundLabel {
  let id: Identifier
  private let kind: String
  private let conceptKind: ConceptKind?
  private let label: LocalizedText.Entry
  private let role: LabelRank.Role
  private let name: SearchHit.FurtherName?
  private let folded: String
  private let latin: String

  init?(_ row: StoredRow) {
    guard let id = Identifier(row), let label = LocalizedText.Entry(row) else { return nil }
    (self.id, self.label, kind) = (id, label, row["kind"])
    conceptKind = (row["concept_kind"] as String?).flatMap { ConceptKind($0) }
    name = (row["name_kind"] as String?).flatMap { NameKind($0) }.map {
      SearchHit.FurtherName(kind: $0, isVerified: row["is_verified"])
    }
    role = name != nil ? .name : row["role"] == "title" ? .title : .alternative
    (folded, latin) = (row["folded"], row["latin"])
  }

  private var forms: [[String]] { latin.isEmpty ? [folded.words] : [folded.words, latin.words] }

  func ranked(for query: SearchQuery) -> (label: FoundLabel, rank: LabelRank)? {
    LabelRank(forms, for: query, role, kind: conceptKind).map { (self, $0) }
  }

  func ranked(near groups: [WordGroup]) -> (label: FoundLabel, rank: LabelRank)? {
    let distances = forms.compactMap { words in
      let each = groups.map { $0.distance(to: words) }
      return each.contains(nil)
        ? nil : (sum: each.compactMap(\.self).reduce(0, +), others: words.count - groups.count)
    }
    guard let best = distances.min(by: { $0 < $1 }) else { return nil }
    return (
      self, LabelRank(distance: best.sum, others: max(0, best.others), role, kind: conceptKind)
    )
  }

  func hit(_ match: SearchMatch, isTogether: Bool = false) -> SearchHit {
    SearchHit(
      id: id, kind: kind, label: label, match: match, isTogether: isTogether, name: name)
  }
}
