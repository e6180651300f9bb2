internal import Foundation
internal import GRDB
package import PasserelleGraph
package import PasserelleModel

/// A concept that a search found, with the label that it was found by.
package struct SearchHit: Sendable {
  package var record: ConceptRecord
  package var label: LocalizedText.Entry

  package init(record: ConceptRecord, label: LocalizedText.Entry) {
    self.record = record
    self.label = label
  }
}

extension StoredGraph {
  /// Finds the concepts that have all words in one of their labels, whatever the case, the accents
  /// and the order: the best first, a word as typed before a word that only starts so.
  package func search(_ words: String, limit: Int) throws -> [SearchHit] {
    guard let pattern = SearchPattern.words(words) else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT node.framework, node.code, label.language, label.text
        FROM label_search
        JOIN label ON label.id = label_search.rowid
        JOIN node ON node.id = label.node
        WHERE label_search MATCH ? AND node.code <> ''
        ORDER BY bm25(label_search), length(label.text), node.framework, node.code, label.id
        LIMIT 1000
        """, arguments: [pattern])
    var seen: Set<Identifier> = []
    var hits: [SearchHit] = []
    for row in rows where hits.count < limit {
      guard let id = Identifier(row), let label = LocalizedText.Entry(row),
        seen.insert(id).inserted, let record = try concept(id)
      else { continue }
      hits.append(SearchHit(record: record, label: label))
    }
    return hits
  }
}

/// Patterns of SQLite's full-text search, made of what people type.
enum SearchPattern {
  /// All words, each as the beginning of a word.
  ///
  /// Nothing where there are none.
  static func words(_ text: String) -> String? {
    let words = text.folded.split { !($0.isLetter || $0.isNumber) }.prefix(8)
    guard !words.isEmpty else { return nil }
    return words.map { "\"\($0)\"*" }.joined(separator: " ")
  }

}

extension String {
  /// The text without case and accents, the same on any machine.
  var folded: String {
    folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil).trimmed
  }
}
