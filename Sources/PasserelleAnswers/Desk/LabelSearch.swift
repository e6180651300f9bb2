internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Finds labels by what people type: all words; or a country and the rest; or words that are near.
struct LabelSearch {
  struct Found {
    var hits: [SearchHit]
    /// What must be said about the hits if they are not exactly what was asked for.
    var remark: Phrase?
  }

  private let desk: Desk
  private let limit: Int

  init(_ desk: Desk, limit: Int) {
    (self.desk, self.limit) = (desk, limit)
  }

  /// Words that stand together in a label are read as they are, and any others may name a country: "de
  /// bachillerato" is a title, "de abitur" is Germany's.
  func find(_ text: String) throws -> Found {
    let query = SearchQuery(text)
    let all = try desk.graph.search(query, limit: limit)
    guard all.isEmpty || mayNameAPlace(query, besides: all) else {
      return Found(hits: try withStems(all, of: query))
    }
    let placed = try inPlace(query, inAnyLanguage: false, orElse: all)
    if let placed, !placed.hits.isEmpty { return placed }
    guard all.isEmpty else { return Found(hits: try withStems(all, of: query)) }
    let near = try desk.graph.searchNear(query, limit: limit)
    if !near.isEmpty {
      return Found(hits: near, remark: AnswerKey.searchNear(["text": query.text]))
    }
    if placed == nil, let found = try inPlace(query, inAnyLanguage: true, orElse: []) {
      return found
    }
    // What seemed to be a country may have been a word: NC is New Caledonia, and a certificate.
    let some = try desk.graph.searchSome(query, limit: limit)
    if some.isEmpty, let placed { return placed }
    let key: AnswerKey = some.isEmpty ? .searchNothing : .searchSome
    return Found(hits: some, remark: key(["text": query.text]))
  }

  /// Finds in some frameworks only: all words; or words that are near.
  func find(_ text: String, in frameworks: [FrameworkName]) throws -> Found {
    let query = SearchQuery(text)
    let all = try withStems(
      desk.graph.search(query, limit: limit, in: frameworks), of: query, in: frameworks)
    guard all.isEmpty else { return Found(hits: all) }
    let near = try desk.graph.searchNear(query, limit: limit, in: frameworks)
    let key: AnswerKey = near.isEmpty ? .searchNothing : .searchNear
    return Found(hits: near, remark: key(["text": query.text]))
  }

  /// What was found, and where that is little, what has words of the same stems.
  private func withStems(
    _ hits: [SearchHit], of query: SearchQuery, in names: [FrameworkName] = []
  ) throws -> [SearchHit] {
    guard hits.count < limit else { return hits }
    let found = Set(hits.map(\.id))
    let further = try desk.graph.searchStems(query, limit: limit, in: names)
    return Array((hits + further.filter { !found.contains($0.id) }).prefix(limit))
  }

  /// Whether words that some labels have may still name a place: they stand apart there, or are only the
  /// beginnings of words; or they are a country's code.
  private func mayNameAPlace(_ query: SearchQuery, besides hits: [SearchHit]) -> Bool {
    guard let best = hits.first, best.match >= .words else { return false }
    guard query.isOfSeveralWords else { return query.text.count == 2 }
    return best.match > .words || !best.isTogether
  }

  private func inPlace(
    _ query: SearchQuery, inAnyLanguage: Bool, orElse all: [SearchHit]
  ) throws -> Found? {
    guard !inAnyLanguage || query.isOfSeveralWords else { return nil }
    return try PlacedWords(query.text, inAnyLanguage: inAnyLanguage, at: desk)
      .flatMap { try find($0, orElse: all) }
  }

  /// What the other words are in a country or a framework, and if nothing there has them, elsewhere.
  private func find(_ placed: PlacedWords, orElse all: [SearchHit]) throws -> Found? {
    guard !placed.rest.isEmpty else { return try frameworks(of: placed, before: all) }
    let query = SearchQuery(placed.rest)
    let names = placed.frameworks.map(\.name)
    func remark(_ key: AnswerKey) -> Phrase {
      Phrase(key.key, ["text": placed.rest], parts: ["place": [placed.name]])
    }
    if !names.isEmpty {
      for query in [query, query.withoutShortWords].compactMap(\.self) {
        let hits = try desk.graph.search(query, limit: limit, in: names)
        if !hits.isEmpty { return Found(hits: try withStems(hits, of: query, in: names)) }
      }
      guard all.isEmpty else { return nil }
      let near = try desk.graph.searchNear(query, limit: limit, in: names)
      if !near.isEmpty { return Found(hits: near, remark: remark(.searchPlaceNear)) }
    }
    guard all.isEmpty else { return nil }
    let elsewhere = try desk.graph.search(query, limit: limit)
    if !elsewhere.isEmpty { return Found(hits: elsewhere, remark: remark(.searchElsewhere)) }
    let near = try desk.graph.searchNear(query, limit: limit)
    return near.isEmpty
      ? Found(hits: [], remark: remark(.searchNowhere))
      : Found(hits: near, remark: remark(.searchElsewhereNear))
  }

  /// The frameworks of a country that is all that was typed.
  private func frameworks(of placed: PlacedWords, before all: [SearchHit]) throws -> Found? {
    let hits = placed.frameworks.compactMap { framework in
      framework.title.entries.first.map { title in
        SearchHit(
          id: Identifier(framework.name), kind: framework.kind.rawValue, label: title,
          match: .exact)
      }
    }
    guard !hits.isEmpty else {
      return all.isEmpty
        ? Found(
          hits: [], remark: Phrase(AnswerKey.searchNoFramework.key, parts: ["place": [placed.name]])
        )
        : nil
    }
    let found = Set(hits.map(\.id))
    return Found(hits: Array((hits + all.filter { !found.contains($0.id) }).prefix(limit)))
  }
}
