internal import GRDB
internal import PasserelleModel

/// Writes the rows of plain statements, and knows the words that such a statement may have.
final class PlainWriter {
  let concept: RowStatement
  let link: RowStatement
  let note: RowStatement
  let noteWord: RowStatement
  private var relations = TextIndex()
  /// The relations as text that stays.
  private let relationTexts: [PlainStatement.Text]
  private var kinds = TextIndex()
  private var languages = TextIndex()
  private var seen: [Bool]

  init(_ db: Database) throws {
    concept = try RowStatement(db, Insertion.concept)
    link = try RowStatement(db, Insertion.plainLink)
    note = try RowStatement(db, Insertion.note)
    noteWord = try RowStatement(db, Insertion.noteWord)
    relationTexts = Relation.allCases.map { relation in
      let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: relation.rawValue.utf8.count)
      _ = text.initialize(from: relation.rawValue.utf8)
      return PlainStatement.Text(text)
    }
    for relation in Relation.allCases { _ = relations.insert(relation.rawValue) }
    for kind in ConceptKind.allCases { _ = kinds.insert(kind.rawValue) }
    seen = Array(repeating: false, count: Relation.allCases.count)
  }

  deinit {
    for text in relationTexts { text.deallocate() }
  }

  /// The relations that were written.
  var seenRelations: [Relation] {
    zip(Relation.allCases, seen).filter(\.1).map(\.0)
  }

  /// The relation that a text names, as text that stays; it is noted.
  func relation(_ text: PlainStatement.Text) -> PlainStatement.Text? {
    guard let index = relations.index(of: text) else { return nil }
    seen[index] = true
    return relationTexts[index]
  }

  func isKind(_ text: PlainStatement.Text) -> Bool { kinds.index(of: text) != nil }

  /// Whether the text is the tag of a language; few are met in one import.
  func isLanguage(_ text: PlainStatement.Text) -> Bool {
    if languages.index(of: text) != nil { return true }
    guard LanguageTag(String(decoding: text, as: UTF8.self)) != nil else { return false }
    _ = languages.insert(text)
    return true
  }
}

/// How the rows that a source has many of are written.
enum Insertion {
  static let concept = """
    INSERT OR IGNORE INTO concept (node, publication, position, kind, tier, uri, document, part, line,
      "column")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  /// A concept with what registers state of their records.
  static let fullConcept = """
    INSERT OR IGNORE INTO concept (node, publication, position, kind, tier, uri, document, part, line,
      "column", status, valid_from, valid_to, workload)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  static let link = """
    INSERT INTO link (publication, subject, relation, object, document, part, line, "column",
      is_verified, confidence, outcome, date, valid_from, valid_to)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """
  /// A link without what most have not.
  static let plainLink = """
    INSERT INTO link (publication, subject, relation, object, document, part, line, "column",
      confidence, is_verified)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
    """
  static let note = """
    INSERT INTO note (publication, node, document, part, line, "column", is_verified, is_background)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """
  static let noteWord =
    "INSERT INTO note_word (note, position, language, value) VALUES (?, ?, ?, ?)"
}
