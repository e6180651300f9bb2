internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Finds what the titles and codes in a column may mean.
///
/// It reads them as a single question does: identifiers and titles as `IdentifierResolver`, words as
/// `LabelSearch`, codes that a spreadsheet has spoilt as `CodeBook`. It never chooses: what is certain is
/// said to be, and all else is for a person to look at.
package final class TitleMatcher {
  private let desk: Desk
  private var books: [FrameworkName: CodeBook] = [:]
  /// A cell with a whole paragraph in it is not a title.
  private static let longest = 400
  /// The score of the very words.
  private static let same = 100
  /// More frameworks than this are not one person's choice of where a code is from.
  private static let mostPlaces = 12

  /// Creates a matcher at a desk.
  package init(_ desk: Desk) { self.desk = desk }

  /// Finds what a text may mean, best first.
  ///
  /// - Parameters:
  ///   - text: A title, a code or an identifier.
  ///   - scope: Where it is looked for.
  ///   - limit: How many to give at most.
  /// - Returns: What it may mean; nothing if nothing has its words or words near them.
  /// - Throws: Errors of the store.
  package func matches(
    for text: String, in scope: TitleScope, limit: Int
  ) throws -> [TitleMatch] {
    let text = String(text.trimmed.prefix(Self.longest))
    guard !text.isEmpty, scope.frameworks?.isEmpty != true else { return [] }
    if let named = try identified(text, in: scope) { return [named] }
    let codes = try coded(text, in: scope)
    let titles = try titled(text, in: scope, limit: limit)
    let own = Set(codes.map(\.id))
    var found = codes + titles.filter { !own.contains($0.id) }
    found = found.enumerated().sorted { one, other in
      (-one.element.score, one.offset) < (-other.element.score, other.offset)
    }.map(\.element)
    settle(&found, in: scope)
    return Array(found.prefix(limit))
  }

  /// Says which match is certain, if one is: of several that have the very words, none.
  private func settle(_ found: inout [TitleMatch], in scope: TitleScope) {
    let same = found.indices.filter { found[$0].score == Self.same }
    guard scope.frameworks != nil, same.count == 1, found[same[0]].isExact,
      found[same[0]].remarks.isEmpty
    else { return }
    found[same[0]].isCertain = true
  }

  // MARK: - Identifiers and codes

  /// What an identifier means: `ie-nqf:8`, `DQR 6`.
  private func identified(_ text: String, in scope: TitleScope) throws -> TitleMatch? {
    let isName =
      text.contains(":")
      || (text.contains(where: \.isWhitespace) && text.contains(where: \.isNumber))
    guard isName, text.utf8.count <= 100 else { return nil }
    guard case .found(let id) = try desk.resolver.concept(text), try !isTitle(text, of: id),
      let record = try desk.graph.concept(id), scope.contains(record)
    else { return nil }
    let doubts = try [desk.lostZeros(of: id)].compactMap { $0 }
    return TitleMatch(
      record: record, score: Self.same, isExact: true, isCertain: doubts.isEmpty, remarks: doubts)
  }

  private func isTitle(_ text: String, of id: Identifier) throws -> Bool {
    try desk.graph.concepts(titled: text).contains { $0.id == id }
  }

  /// The concepts that a code means in the frameworks that were named.
  private func coded(_ text: String, in scope: TitleScope) throws -> [TitleMatch] {
    guard let frameworks = scope.frameworks, frameworks.count <= Self.mostPlaces,
      text.utf8.count <= 64
    else { return [] }
    return try frameworks.compactMap { name in
      if let code = Code(text), let record = try desk.graph.concept(Identifier(name, code)) {
        guard scope.contains(record) else { return nil }
        let doubts = try [desk.lostZeros(of: record.id)].compactMap { $0 }
        return TitleMatch(record: record, score: Self.same, isExact: true, remarks: doubts)
      }
      return try repaired(text, in: name, scope)
    }
  }

  /// The concept that a code means that a spreadsheet has changed; a person has to look at it.
  private func repaired(
    _ text: String, in name: FrameworkName, _ scope: TitleScope
  ) throws -> TitleMatch? {
    guard text.contains(where: \.isNumber), !text.contains(where: \.isWhitespace) else {
      return nil
    }
    guard let framework = try desk.graph.framework(name) else { return nil }
    let book = try books[name] ?? CodeBook(framework, in: desk.graph)
    books[name] = book
    guard case .read(let reading) = book.read(text),
      let record = try desk.graph.concept(reading.id), scope.contains(record)
    else { return nil }
    return TitleMatch(
      record: record, score: 80, isExact: false,
      remarks: reading.repairs + [reading.doubt].compactMap { $0 })
  }

  // MARK: - Titles

  private func titled(
    _ text: String, in scope: TitleScope, limit: Int
  ) throws -> [TitleMatch] {
    // Whatever else is found, those with the very words are.
    let very = try desk.resolver.titled(text, in: scope.frameworks)
      .compactMap(desk.graph.concept).filter(scope.contains)
    var found: [TitleMatch] = []
    for hit in try hits(text, in: scope, limit: limit) where found.count < limit {
      guard hit.id.code != nil, let record = try desk.graph.concept(hit.id), scope.contains(record)
      else { continue }
      let isVery = very.contains { $0.id == hit.id }
      let isTitle = record.concept.title.entries.contains { $0.text == hit.label.text }
      let likeness = Int((hit.likeness(to: text) * 100).rounded())
      found.append(
        TitleMatch(
          record: record, score: isVery ? Self.same : min(Self.same - 1, likeness),
          isExact: isVery && isTitle && hit.match == .exact,
          label: isTitle ? nil : hit.label.text))
    }
    let ids = Set(found.map(\.id))
    return very.filter { !ids.contains($0.id) }
      .map { TitleMatch(record: $0, score: Self.same, isExact: false) } + found
  }

  /// The labels that have the words, or words near them; in a place that was named, there alone.
  private func hits(
    _ text: String, in scope: TitleScope, limit: Int
  ) throws -> [SearchHit] {
    // Those of other kinds are left out afterwards.
    let most = scope.hasKinds ? max(100, 8 * limit) : limit + 5
    guard let frameworks = scope.frameworks else {
      return try LabelSearch(desk, limit: most).find(text).hits
    }
    let query = SearchQuery(text)
    for query in [query, query.withoutShortWords].compactMap(\.self) {
      let found = try desk.graph.search(query, limit: most, in: frameworks)
      if !found.isEmpty { return found }
    }
    let near = try desk.graph.searchNear(query, limit: most, in: frameworks)
    return near.isEmpty ? try desk.graph.searchSome(query, limit: most, in: frameworks) : near
  }
}
