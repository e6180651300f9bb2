internal import Foundation
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Finds qualifications by the title on a certificate, by the search that people use.
struct TitleSearch: TitleFinding {
  let graph: StoredGraph

  /// How many labels are looked at: the best come first.
  private static let most = 30

  func qualifications(like title: String, in country: CountryCode) throws -> [ConceptRecord] {
    let frameworks = try graph.frameworks().filter { framework in
      framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
    }.map(\.name)
    guard !frameworks.isEmpty else { return [] }
    let query = SearchQuery(title)
    let all = try graph.search(query, limit: Self.most, in: frameworks)
    let some = try graph.searchSome(query, limit: Self.most, in: frameworks)
    var seen: Set<Identifier> = []
    let records = try (all + some).filter { $0.id.code != nil && seen.insert($0.id).inserted }
      .compactMap { try graph.concept($0.id) }
    let numbers = Self.numbers(of: title)
    let qualifications = try records.filter { record in
      try record.concept.kind == .qualification && !hasAnotherNumber(record, than: numbers)
    }
    let wanted = Set(
      Self.words(of: title).filter { $0.count > 2 || $0.contains(where: \.isNumber) })
    let found =
      qualifications.isEmpty
      ? try records.filter { try $0.concept.kind == .level && !hasAnotherNumber($0, than: numbers) }
      : qualifications
    let shares = try found.enumerated().map { index, record in
      (index, record, shared: try wanted.intersection(names(of: record).joined()).count)
    }
    // One word of several, such as "diploma", says too little; what is part of the title is kept.
    return try shares.filter {
      try $0.shared >= min(2, max(1, wanted.count)) || wordsOfName(of: $0.1, in: title) > 0
    }
    .sorted { ($1.shared, $0.0) < ($0.shared, $1.0) }.map(\.1)
  }

  func wordsOfName(of record: ConceptRecord, in title: String) throws -> Int {
    let title = Self.words(of: title)
    let names = try names(of: record)
    return names.filter { Self.isPart($0, of: title) }.map(\.count).max() ?? 0
  }

  /// The names of a qualification in words, of all kinds and languages.
  private func names(of record: ConceptRecord) throws -> [[String]] {
    let further = try graph.names(of: record.id).map(\.name.text)
    return ([record.concept.title, record.concept.alternatives] + further)
      .flatMap(\.entries).map { Self.words(of: $0.text) }
  }

  private static func isPart(_ name: [String], of title: [String]) -> Bool {
    guard !name.isEmpty, name.count <= title.count else { return false }
    return (0...(title.count - name.count)).contains { start in
      title[start...].starts(with: name)
    }
  }

  /// Whether all names of a record that have a number have another one than the title: 'NVQ level 4' is not
  /// 'NVQ level 2'.
  private func hasAnotherNumber(_ record: ConceptRecord, than numbers: Set<Int>) throws -> Bool {
    let own = try names(of: record).map { Self.numbers(of: $0) }.filter { !$0.isEmpty }
    return !numbers.isEmpty && !own.isEmpty && own.allSatisfy { $0.isDisjoint(with: numbers) }
  }

  /// The numbers of levels in a text, in digits or in Roman numerals.
  private static func numbers(of text: String) -> Set<Int> { numbers(of: words(of: text)) }

  private static func numbers(of words: [String]) -> Set<Int> {
    Set(words.compactMap { roman[$0] ?? Int($0) }.filter { $0 < 20 })
  }

  private static let roman = Dictionary(
    uniqueKeysWithValues: ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"].enumerated()
      .map { ($1, $0 + 1) })

  /// The words of a text without case and accents.
  private static func words(of text: String) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
