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
    let qualifications = records.filter { $0.concept.kind == .qualification }
    return qualifications.isEmpty ? records.filter { $0.concept.kind == .level } : qualifications
  }

  func wordsOfName(of record: ConceptRecord, in title: String) throws -> Int {
    let title = Self.words(of: title)
    let further = try graph.names(of: record.id).map(\.name.text)
    let names = ([record.concept.title, record.concept.alternatives] + further)
      .flatMap(\.entries).map { Self.words(of: $0.text) }
    return names.filter { Self.isPart($0, of: title) }.map(\.count).max() ?? 0
  }

  private static func isPart(_ name: [String], of title: [String]) -> Bool {
    guard !name.isEmpty, name.count <= title.count else { return false }
    return (0...(title.count - name.count)).contains { start in
      title[start...].starts(with: name)
    }
  }

  /// The words of a text without case and accents.
  private static func words(of text: String) -> [String] {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}
