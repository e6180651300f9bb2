internal import Foundation
internal import GRDB
internal import PasserelleGraph
package import PasserelleModel

/// What a search found: a concept or a framework, with the label that it was found by.
package struct SearchHit: Sendable {
  package var id: Identifier
  /// What it is, in the publisher's words where there are any.
  package var kind: String
  package var label: LocalizedText.Entry

  package init(id: Identifier, kind: String, label: LocalizedText.Entry) {
    self.id = id
    self.kind = kind
    self.label = label
  }
}

extension StoredGraph {
  /// Finds the concepts and frameworks that have all words in one of their labels, whatever the case,
  /// the accents and the order.
  ///
  /// Greek, Cyrillic and other scripts are found by their Latin letters as well. The best come first:
  /// a label that is the very words, then a word as typed before a word that only starts so. The search
  /// may be kept to some frameworks, and may be content with some of the words.
  package func search(
    _ words: String, limit: Int, in frameworks: [FrameworkName] = [], anyWord: Bool = false
  ) throws -> [SearchHit] {
    guard let pattern = SearchPattern.words(words, anyWord: anyWord) else { return [] }
    let places = frameworks.map { _ in "?" }.joined(separator: ", ")
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT node.framework, node.code, label.language, label.text,
          coalesce(concept.tier, concept.kind, publication.kind) AS kind
        FROM label_search
        JOIN label ON label.id = label_search.rowid
        JOIN node ON node.id = label.node
        JOIN publication ON publication.id = label.publication
        LEFT JOIN concept ON concept.node = label.node
        WHERE label_search MATCH ? \(frameworks.isEmpty ? "" : "AND node.framework IN (\(places))")
        ORDER BY iif(label.folded = '', lower(label.text), label.folded) <> ?, bm25(label_search), length(label.text), node.framework,
          node.code, label.id
        LIMIT 1000
        """,
      arguments: StatementArguments([pattern] + frameworks.map(\.description) + [words.folded]))
    var seen: Set<Identifier> = []
    var hits: [SearchHit] = []
    for row in rows where hits.count < limit {
      guard let id = Identifier(row), let label = LocalizedText.Entry(row),
        seen.insert(id).inserted
      else { continue }
      hits.append(SearchHit(id: id, kind: row["kind"], label: label))
    }
    return hits
  }

  /// Returns words of the labels that are near those of a search that found nothing.
  package func wordsNear(_ words: String) throws -> [String] {
    let known = try String.fetchAll(db, sql: "SELECT term FROM label_word ORDER BY term")
    return SearchPattern.split(words).filter { word in !known.contains { $0.hasPrefix(word) } }
      .flatMap { nearNames(to: $0, in: known) }
  }
}

/// Patterns of SQLite's full-text search, made of what people type.
enum SearchPattern {
  /// All words, or any of them, each as the beginning of a word.
  ///
  /// Nothing where there are none.
  static func words(_ text: String, anyWord: Bool) -> String? {
    let words = split(text)
    guard !words.isEmpty else { return nil }
    return words.map { "\"\($0)\"*" }.joined(separator: anyWord ? " OR " : " ")
  }

  /// The very words in their order.
  static func phrase(_ folded: String) -> String {
    "folded : \"\(folded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }

  /// The first words of a text, without case and accents.
  static func split(_ text: String) -> [String] {
    text.folded.split { !($0.isLetter || $0.isNumber) }.prefix(8).map(String.init)
  }
}

extension String {
  /// The text without case and accents, the same on any machine.
  var folded: String {
    folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).trimmed
  }

  /// The text in Latin letters, where it has others.
  var inLatin: String? {
    guard unicodeScalars.contains(where: { $0.value > 0x24F && $0.properties.isAlphabetic }) else {
      return nil
    }
    return NSString(string: self).applyingTransform(.toLatin, reverse: false)
  }
}
