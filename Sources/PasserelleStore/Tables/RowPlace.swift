/// What the transaction knows of a row that its statement does not say.
struct RowPlace {
  var publication: Int64
  /// The node of the concept, of what a note is about, or of a link's subject.
  var node: Int64 = 0
  /// The node of a link's object.
  var object: Int64 = 0
  /// The place of a concept in its framework.
  var position = 0
  var document: Int64?
  /// The file, if it is not the publication's first.
  var part: Int64?
  var line = 0
  var column = 0
}

extension StoredColumn where Place == RowPlace {
  /// The publication that says it.
  static var publication: Self {
    .place("publication", content: .name("publication.name")) { $0.publication }
  }

  /// The document that says so.
  static var document: Self {
    .place("document", content: .name("document.\"key\"")) { $0.document }
  }

  static var line: Self { .place("line") { $0.line } }
  static var column: Self { .place("column") { $0.column } }

  /// The file of a publication that is made of several.
  static func part(of table: String) -> Self {
    .place(
      "part",
      content: .name(
        """
        (SELECT part.file FROM publication_part AS part
          WHERE part.publication = \(table).publication AND part.part = \(table).part)
        """)
    ) { $0.part }
  }
}
