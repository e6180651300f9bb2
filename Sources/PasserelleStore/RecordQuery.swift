internal import PasserelleModel

/// The columns that make a record, and the tables that have them: one text for every query of a kind.
struct RecordQuery: Sendable {
  /// What is selected.
  let columns: String
  /// What the table of the record itself is joined with.
  let joins: String

  /// The file that a row was read in: that of its part, or the publication's first.
  private static let file = "coalesce(part.file, publication.file) AS file"

  private static func publication(of table: String) -> String {
    """
    JOIN publication ON publication.id = \(table).publication
    LEFT JOIN publication_part AS part
      ON part.publication = \(table).publication AND part.part = \(table).part
    """
  }

  /// Concepts, a row for each label.
  static let concepts = RecordQuery(
    columns: """
      \(ConceptColumns.table.selection), node.framework, node.code, \(file),
      label.role, label.language, label.text
      """,
    joins: """
      JOIN node ON node.id = concept.node
      \(publication(of: "concept"))
      LEFT JOIN label ON label.node = concept.node AND label.name IS NULL
      """)

  /// Links as they were stated, a row for each of their texts.
  static let links = links(ends: "\(stated("subject")) \(stated("object"))")

  /// Links as they were stated, of which `node AS subject` or `node AS object` is in the query already:
  /// a join less is a question answered sooner.
  static let linksFrom = links(ends: stated("object"))
  static let linksTo = links(ends: stated("subject"))

  private static func stated(_ end: String) -> String {
    "JOIN node AS \(end) ON \(end).id = link.\(end)"
  }

  /// Links between the concepts that their ends mean, a row for each of their texts.
  static let meantLinks = links(
    meaning: """
      subject.id AS subject_node, object.id AS object_node,
      coalesce(subject_meaning.is_open, 0) OR coalesce(object_meaning.is_open, 0) AS is_open
      """,
    ends: "\(meant("subject")) \(meant("object"))")

  private static func meant(_ end: String) -> String {
    """
    LEFT JOIN \(meaning(of: end))
    JOIN node AS \(end) ON \(end).id = coalesce(\(end)_meaning.node, link.\(end))
    """
  }

  /// What an end of a link means, for a join.
  static func meaning(of end: String) -> String {
    """
    meaning AS \(end)_meaning ON \(end)_meaning.name = link.\(end)
      AND \(end)_meaning.uri = coalesce(link.\(end)_uri, '')
    """
  }

  private static func links(meaning: String = "0 AS is_open", ends: String) -> RecordQuery {
    RecordQuery(
      columns: """
        link.id, \(LinkColumns.table.selection), publication.name, \(file),
        subject.framework, subject.code, object.framework AS object_framework,
        object.code AS object_code, \(meaning), link_word.role, link_word.language, link_word.value
        """,
      joins: """
        \(publication(of: "link"))
        \(ends)
        LEFT JOIN link_word ON link_word.link = link.id
        """)
  }

  /// Further names, a row for each of their texts.
  static let names = RecordQuery(
    columns: """
      name.id, \(NameColumns.table.selection), \(file), node.framework, node.code,
      label.language, label.text
      """,
    joins: """
      JOIN node ON node.id = name.node
      \(publication(of: "name"))
      JOIN label ON label.name = name.id
      """)

  /// Notes, a row for each language.
  static let notes = RecordQuery(
    columns: """
      note.id, \(NoteColumns.table.selection), \(file), node.framework, node.code,
      note_word.language, note_word.value
      """,
    joins: """
      JOIN node ON node.id = note.node
      \(publication(of: "note"))
      JOIN note_word ON note_word.note = note.id
      """)
}
