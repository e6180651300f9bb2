internal import GRDB

/// Removes a publication with all that it says.
struct PublicationRemoval {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Removes the publication of that name, and returns whether there was one.
  @discardableResult
  func remove(_ name: String) throws -> Bool {
    let select = try db.cachedStatement(sql: "SELECT id FROM publication WHERE name = ?")
    guard let id = try Int64.fetchOne(select, arguments: [name]) else { return false }
    for (words, owner) in Self.words {
      try db.cachedStatement(
        sql: """
          DELETE FROM \(words) WHERE \(owner) IN (SELECT id FROM \(owner) WHERE publication = ?)
          """
      ).execute(arguments: [id])
    }
    for nodes in Self.labelled {
      try db.cachedStatement(sql: "DELETE FROM label WHERE node IN (\(nodes))")
        .execute(arguments: [id])
    }
    for table in Self.tables {
      try db.cachedStatement(sql: "DELETE FROM \(table) WHERE publication = ?")
        .execute(arguments: [id])
    }
    try db.cachedStatement(sql: "DELETE FROM publication WHERE id = ?").execute(arguments: [id])
    return true
  }

  /// The tables of words, and whose they are.
  private static let words = [
    ("link_word", "link"), ("note_word", "note"), ("procedure_word", "procedure"),
  ]

  /// The nodes whose labels are the publication's: its concepts, and the framework itself.
  private static let labelled = [
    "SELECT node FROM concept WHERE publication = ?",
    """
    SELECT node.id FROM publication JOIN node ON node.framework = publication.name AND node.code = ''
    WHERE publication.id = ?
    """,
  ]

  private static let tables = [
    "link", "note", "procedure", "concept", "document", "publication_name",
    "publication_part", "publication_word",
  ]
}
