internal import GRDB
internal import PasserelleModel

/// Copies publications from one store into another, row by row, with all that they say and where it was
/// read.
///
/// Rows keep their order, and get numbers after those that are there. Nodes meet by their names.
struct PublicationCopy {
  private let source: Database
  private let target: Database
  /// How much is added to the numbers of a table's rows.
  private var offsets: [String: Int64] = [:]
  private var nodes: [Int64: Int64] = [:]

  init(from source: Database, to target: Database) {
    (self.source, self.target) = (source, target)
  }

  /// What a column holds, if it is not a value of its own.
  private enum Reference: Sendable {
    /// The number of the row itself, or of a row of another table.
    case row(String)
    case node
  }

  private struct Table: Sendable {
    let name: String
    /// The rows that belong to a publication, whose number is the parameter.
    let rows: String
    let references: [String: Reference]

    init(
      _ name: String, _ references: [String: Reference], rows: String = "publication = ?"
    ) {
      (self.name, self.rows, self.references) = (name, rows, references)
    }
  }

  /// What belongs to a publication; what is referred to comes first.
  private static let tables = [
    Table("publication", ["id": .row("publication")], rows: "id = ?"),
    Table("publication_word", ofPublication),
    Table("publication_part", ofPublication),
    Table("publication_name", ofPublication),
    Table("document", ["id": .row("document"), "publication": .row("publication")]),
    Table("concept", statement.merging(["node": .node]) { $1 }),
    Table("name", statement.merging(["id": .row("name"), "node": .node]) { $1 }),
    Table(
      "label",
      ofPublication.merging(["id": .row("label"), "node": .node, "name": .row("name")]) { $1 }),
    Table(
      "link",
      statement.merging(["id": .row("link"), "subject": .node, "object": .node]) { $1 }),
    Table("link_word", ["link": .row("link")], rows: words(of: "link")),
    Table("note", statement.merging(["id": .row("note"), "node": .node]) { $1 }),
    Table("note_word", ["note": .row("note")], rows: words(of: "note")),
    Table("procedure", statement.merging(["id": .row("procedure")]) { $1 }),
    Table("procedure_word", ["procedure": .row("procedure")], rows: words(of: "procedure")),
  ]

  private static let ofPublication: [String: Reference] = ["publication": .row("publication")]
  /// What every statement refers to: where it is made, and its source.
  private static let statement = ofPublication.merging(["document": .row("document")]) { $1 }

  private static func words(of table: String) -> String {
    "\(table) IN (SELECT id FROM \(table) WHERE publication = ?)"
  }

  /// Copies a publication, whose name is free in the target.
  mutating func copy(publication: Int64) throws {
    if offsets.isEmpty {
      for table in Self.tables where table.references["id"] != nil {
        offsets[table.name] = try Int64.fetchOne(
          target, sql: "SELECT coalesce(max(id), 0) FROM \(table.name)")
      }
    }
    for table in Self.tables { try copy(table, of: publication) }
  }

  private mutating func copy(_ table: Table, of publication: Int64) throws {
    let columns = try target.columns(in: table.name).map(\.name)
    let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
    let insertion = try target.cachedStatement(
      sql: """
        INSERT INTO \(table.name) (\(names))
        VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
        """)
    let order = table.references["id"] == nil ? "" : "ORDER BY id"
    let rows = try Row.fetchCursor(
      source.cachedStatement(
        sql: "SELECT \(names) FROM \(table.name) WHERE \(table.rows) \(order)"),
      arguments: [publication])
    while let row = try rows.next() {
      var values: [DatabaseValue] = []
      for (column, value) in zip(columns, row.databaseValues) {
        values.append(try self.value(value, table.references[column]))
      }
      try insertion.execute(arguments: StatementArguments(values))
    }
  }

  private mutating func value(
    _ value: DatabaseValue, _ reference: Reference?
  ) throws -> DatabaseValue {
    guard let reference, let number = Int64.fromDatabaseValue(value) else { return value }
    switch reference {
    case .row(let table):
      // A file may say anything.
      let (sum, isTooMuch) = number.addingReportingOverflow(offsets[table] ?? 0)
      return isTooMuch ? value : sum.databaseValue
    case .node: return try node(number).databaseValue
    }
  }

  /// The node of the target that has the name of one of the source; it is made if there is none.
  private mutating func node(_ number: Int64) throws -> Int64 {
    if let known = nodes[number] { return known }
    let row = try Row.fetchOne(
      source.cachedStatement(sql: "SELECT framework, code FROM node WHERE id = ?"),
      arguments: [number])
    guard let row else { throw StoreError.interrupted }
    let (framework, code): (String, String) = (row[0], row[1])
    // Each framework that has a node has one of its own.
    if !code.isEmpty { _ = try node(framework, "") }
    let node = try node(framework, code)
    nodes[number] = node
    return node
  }

  private func node(_ framework: String, _ code: String) throws -> Int64 {
    let hash = NodeHash.hash(of: code.isEmpty ? framework : "\(framework):\(code)")
    let known = try Int64.fetchOne(
      target.cachedStatement(
        sql: "SELECT id FROM node WHERE hash = ? AND framework = ? AND code = ?"),
      arguments: [hash, framework, code])
    if let known { return known }
    try target.cachedStatement(sql: "INSERT INTO node (framework, code, hash) VALUES (?, ?, ?)")
      .execute(arguments: [framework, code, hash])
    return target.lastInsertedRowID
  }
}
