internal import GRDB

/// Rows of a publication that are each about a node, with their texts: its links, notes or names.
final class OwnedRows {
  /// Which rows of a table may be a publication's, and how many are.
  struct Span: Sendable {
    var first: Int64
    var last: Int64
    var count = 0
  }

  /// What is read.
  struct Question {
    var table: String
    /// The columns that are selected.
    var columns: String
    var count: Int
    /// The column with the node.
    var owner: String
    /// Selects the language, the text and the role of each text of a row, in their order.
    var words: String
  }

  /// The row that is read.
  private(set) var row: RowReader
  private let owned: RowReader
  private let rest: RowReader
  private let words: RowReader
  private let span: Span
  private let publication: Int64
  /// The column with the number of the row; that of its node is the next.
  private let id: Int32
  private var met = 0

  init(_ question: Question, within span: Span, of publication: Int64, in db: Database) throws {
    let (table, owner) = (question.table, question.owner)
    let selection = "SELECT \(question.columns), \(table).id, \(table).\(owner) FROM \(table)"
    owned = try RowReader(db, "\(selection) WHERE \(owner) = ? AND +publication = ? ORDER BY id")
    rest = try RowReader(
      db,
      """
      \(selection) WHERE id BETWEEN ? AND ? AND +publication = ?3 AND NOT EXISTS
        (SELECT 1 FROM concept WHERE node = \(table).\(owner) AND +concept.publication = ?3)
      ORDER BY id
      """)
    words = try RowReader(db, question.words)
    (row, self.span, self.publication) = (owned, span, publication)
    id = Int32(question.count)
  }

  /// Reads the rows about a node.
  func read(about node: Int64, _ body: () throws -> Void) throws {
    guard met < span.count else { return }
    row = owned
    row.ask(node, publication)
    while try row.next() {
      met += 1
      try body()
    }
  }

  /// Reads the rows about what is not a concept of the publication, once all others are read.
  func readRest(_ body: (_ node: Int64) throws -> Void) throws {
    guard met < span.count else { return }
    row = rest
    row.ask(span.first, span.last, publication)
    while try row.next() { try body(row.number(id + 1)) }
  }

  /// Reads the texts of the row.
  func forEachWord(_ body: (_ language: String, _ text: String, _ role: String) -> Void) throws {
    words.ask(row.number(id))
    while try words.next() { body(words.text(0), words.text(1), words.text(2)) }
  }
}

extension StoredGraph {
  /// Where the links of a publication are: one look at all links tells it of every publication.
  func linkSpan(of publication: Int64) throws -> OwnedRows.Span {
    if let known = cache.known.linkSpans { return known[publication] ?? .none }
    var spans: [Int64: OwnedRows.Span] = [:]
    let rows = try RowReader(db, "SELECT publication, id FROM link ORDER BY id")
    while try rows.next() {
      let id = rows.number(1)
      spans[rows.number(0), default: OwnedRows.Span(first: id, last: id)].take(id)
    }
    cache.known.linkSpans = spans
    return spans[publication] ?? .none
  }

  /// Where the rows of a publication are in a table that has an index of publications.
  func span(of publication: Int64, in table: String) throws -> OwnedRows.Span {
    let rows = try RowReader(
      db, "SELECT min(id), max(id), count(*) FROM \(table) WHERE publication = ?")
    rows.ask(publication)
    guard try rows.next() else { return .none }
    return OwnedRows.Span(
      first: rows.number(0), last: rows.number(1), count: Int(rows.number(2)))
  }
}

extension OwnedRows.Span {
  fileprivate static let none = Self(first: 0, last: -1)

  fileprivate mutating func take(_ id: Int64) {
    last = id
    count += 1
  }
}
