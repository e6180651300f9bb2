internal import GRDB

/// Removes publications with all that they say.
struct PublicationRemoval {
  private let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// Removes the publication of a name, and returns the nodes that it described.
  func remove(named name: String) throws -> [Int64] {
    try remove(where: "name = ?", [name])
  }

  /// Removes what came with the program, and returns the nodes that it described.
  func removeBundled() throws -> [Int64] {
    try remove(where: "is_bundled", [])
  }

  private func remove(where condition: String, _ arguments: StatementArguments) throws -> [Int64] {
    let names = try String.fetchAll(
      db.cachedStatement(sql: "SELECT name FROM publication WHERE \(condition)"),
      arguments: arguments)
    guard !names.isEmpty else { return [] }
    let those = "publication IN (SELECT id FROM publication WHERE \(condition))"
    let described = try Int64.fetchAll(
      db, sql: "SELECT node FROM concept WHERE \(those)", arguments: arguments)
    for name in names {
      // The labels of the framework itself are at its own node.
      try db.cachedStatement(
        sql:
          "DELETE FROM label WHERE name IS NULL AND node IN (SELECT id FROM node WHERE hash = ? AND framework = ?)"
      ).execute(arguments: [NodeHash.hash(of: name), name])
    }
    let rows = [
      "link_word WHERE link IN (SELECT id FROM link WHERE \(those))",
      "note_word WHERE note IN (SELECT id FROM note WHERE \(those))",
      "procedure_word WHERE procedure IN (SELECT id FROM procedure WHERE \(those))",
      "label WHERE name IS NULL AND node IN (SELECT node FROM concept WHERE \(those))",
      "label WHERE name IN (SELECT id FROM name WHERE \(those))",
    ]
    let tables = [
      "link", "name", "note", "procedure", "concept", "document", "publication_name",
      "publication_part",
      "publication_word",
    ]
    for row in rows + tables.map({ "\($0) WHERE \(those)" }) + ["publication WHERE \(condition)"] {
      try db.cachedStatement(sql: "DELETE FROM \(row)").execute(arguments: arguments)
    }
    return described
  }
}
