internal import GRDB
internal import PasserelleModel

/// Writes the rows of plain statements, and knows the words that such a statement may have.
final class PlainWriter {
  let concept: RowStatement
  let link: RowStatement
  let note: RowStatement
  let noteWord: RowStatement
  let conceptParameters = ConceptParameters()
  let linkParameters = LinkParameters()
  let noteParameters = NoteParameters()
  private var relations = TextIndex()
  /// The relations as text that stays.
  private let relationTexts: [PlainStatement.Text]
  private var justifications = TextIndex()
  /// What the hash of a link takes of each justification.
  private let beliefs = Justification.allCases.map { StatementHash.belief(by: $0) }
  private var kinds = TextIndex()
  private var languages = TextIndex()
  private var seen: [Bool]

  init(_ db: Database) throws {
    concept = try RowStatement(db, ConceptColumns.table, of: Self.concept)
    link = try RowStatement(db, LinkColumns.table, of: Self.link)
    note = try RowStatement(db, NoteColumns.table, of: Self.note)
    noteWord = try RowStatement(db, NoteColumns.wordInsertion)
    relationTexts = Relation.allCases.map { relation in
      let text = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: relation.rawValue.utf8.count)
      _ = text.initialize(from: relation.rawValue.utf8)
      return PlainStatement.Text(text)
    }
    for relation in Relation.allCases { _ = relations.insert(relation.rawValue) }
    for reason in Justification.allCases { _ = justifications.insert(reason.rawValue) }
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

  /// The relation that a text names, by its number and as text that stays; it is noted.
  func relation(_ text: PlainStatement.Text) -> (number: Int, text: PlainStatement.Text)? {
    guard let index = relations.index(of: text) else { return nil }
    seen[index] = true
    return (index, relationTexts[index])
  }

  /// The number of a relation.
  func number(of relation: Relation) -> Int {
    var text = relation.rawValue
    return text.withUTF8 { relations.index(of: $0) } ?? 0
  }

  /// What the hash of a link takes of a justification; nothing where the text is none.
  func belief(by text: PlainStatement.Text) -> UInt64? {
    justifications.index(of: text).map { beliefs[$0] }
  }

  func isKind(_ text: PlainStatement.Text) -> Bool { kinds.index(of: text) != nil }

  /// The number of the language whose tag the text is, in the one form of the tag; few are met in one
  /// import.
  func language(_ text: PlainStatement.Text) -> Int? {
    if let known = languages.index(of: text) { return known }
    let string = String(decoding: text, as: UTF8.self)
    guard LanguageTag(string)?.description == string else { return nil }
    return languages.insert(text)
  }
}

// Statements that say nothing but what they cannot do without: where a plain statement is silent, its row
// has the values of these.
extension PlainWriter {
  private static let id = Identifier(FrameworkName(series: "x"))
  private static let concept = Concept(id: id, kind: .level, title: LocalizedText())
  private static let link = Link(from: id, .broader, to: id)
  private static let note = Note(about: id, text: LocalizedText())
}

/// Where the values of a plain concept are bound.
struct ConceptParameters {
  let node = ConceptColumns.table.parameter("node")
  let publication = ConceptColumns.table.parameter("publication")
  let position = ConceptColumns.table.parameter("position")
  let kind = ConceptColumns.table.parameter("kind")
  let tier = ConceptColumns.table.parameter("tier")
  let uri = ConceptColumns.table.parameter("uri")
  let document = ConceptColumns.table.parameter("document")
  let part = ConceptColumns.table.parameter("part")
  let line = ConceptColumns.table.parameter("line")
  let column = ConceptColumns.table.parameter("column")
}

/// Where the values of a plain link are bound.
struct LinkParameters {
  let publication = LinkColumns.table.parameter("publication")
  let subject = LinkColumns.table.parameter("subject")
  let relation = LinkColumns.table.parameter("relation")
  let object = LinkColumns.table.parameter("object")
  let document = LinkColumns.table.parameter("document")
  let part = LinkColumns.table.parameter("part")
  let line = LinkColumns.table.parameter("line")
  let column = LinkColumns.table.parameter("column")
  let confidence = LinkColumns.table.parameter("confidence")
  let fromURI = LinkColumns.table.parameter("subject_uri")
  let toURI = LinkColumns.table.parameter("object_uri")
  let justification = LinkColumns.table.parameter("justification")
}

/// Where the values of a plain note are bound.
struct NoteParameters {
  let publication = NoteColumns.table.parameter("publication")
  let node = NoteColumns.table.parameter("node")
  let document = NoteColumns.table.parameter("document")
  let part = NoteColumns.table.parameter("part")
  let line = NoteColumns.table.parameter("line")
  let column = NoteColumns.table.parameter("column")
  let isBackground = NoteColumns.table.parameter("is_background")
}
