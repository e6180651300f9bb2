internal import GRDB

/// Takes the indexes away for the time of a large import, and builds them at its end in one go.
///
/// To keep eight indexes and the words of all labels in order row by row takes several times as long as
/// the rows. A small import into a large store leaves the indexes: there the building would take longer. The words of
/// its own labels are added in one go by all but the smallest: the search clears its memory after each row, which takes
/// as long as the largest publication that was removed has made that memory.
struct BulkLoad {
  private let db: Database
  /// How many rows were in the store before.
  private let before: Int64
  private var rows: Int64 = 0
  /// The number of rows at which it is looked at again.
  private var next: Int64 = 10_000
  private var hasIndexes = true
  /// The first label whose words are not in the search yet.
  private var firstLabel: Int64?

  /// The number of rows from which on words are added in one go.
  private static let fewRows: Int64 = 64

  init(_ db: Database) throws {
    self.db = db
    before = try Self.last(in: "link", db) + Self.last(in: "label", db)
  }

  /// Counts a row, and begins where it is worth it.
  mutating func count(_ nodes: inout NodeRegistry) throws {
    rows += 1
    if rows == Self.fewRows { try postponeWords() }
    if rows == next, hasIndexes {
      next *= 2
      if before <= 4 * rows { try dropIndexes(&nodes) }
    }
  }

  /// Sees to it that labels are found which take the numbers of others that were removed.
  mutating func takeRemoval() throws {
    guard let label = firstLabel else { return }
    firstLabel = min(label, try Self.last(in: "label", db) + 1)
  }

  /// The indexes but that of the nodes, which has to do with how nodes are found.
  private static let indexes = Schema.bulkIndexes.filter { $0.name != "node_hash" }

  private mutating func postponeWords() throws {
    firstLabel = try Self.last(in: "label", db) + 1
    try db.execute(sql: "DROP TRIGGER label_inserted")
  }

  private mutating func dropIndexes(_ nodes: inout NodeRegistry) throws {
    hasIndexes = false
    try nodes.dropIndex()
    for index in Self.indexes { try db.execute(sql: "DROP INDEX \(index.name)") }
  }

  /// Builds what was taken away.
  mutating func end(_ nodes: inout NodeRegistry) throws {
    if !hasIndexes {
      hasIndexes = true
      try nodes.forget()
      for index in Self.indexes { try db.execute(sql: index.definition) }
    }
    guard let label = firstLabel else { return }
    firstLabel = nil
    try db.execute(
      sql: """
        INSERT INTO label_search (rowid, folded, latin)
          SELECT id, folded, latin FROM label_text WHERE id >= ?
        """, arguments: [label])
    try db.execute(sql: Schema.labelTrigger)
  }

  private static func last(in table: String, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(db, sql: "SELECT max(id) FROM \(table)") ?? 0
  }
}
