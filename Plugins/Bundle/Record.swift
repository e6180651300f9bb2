import PasserelleKit

/// A statement that is one row of a table, and perhaps words in another.
///
/// The lists are all that is said of the columns and words of a statement: what is added to an export is
/// one line in them.
protocol Record {
  static var table: BundleTable { get }
  static var wordTable: BundleTable? { get }
  static var fields: [Field<Self>] { get }
  static var roles: [Role<Self>] { get }
  /// Columns that say nothing that other columns do not say.
  static var spare: [String] { get }
  /// The column by which the words know the row.
  static var keyColumn: String { get }
  /// Whether it has to rest on a document.
  static var isFact: Bool { get }

  /// Makes the statement of the columns that it cannot do without.
  init(_ row: NamedRow) throws(Diagnostic)

  /// The key of the document that it rests on.
  var source: String? { get set }
  /// Whether it has a title, if it cannot do without.
  var hasTitle: Bool { get }
  var statement: Statement { get }
}

extension Record {
  static var wordTable: BundleTable? { nil }
  static var roles: [Role<Self>] { [] }
  static var spare: [String] { [] }
  static var keyColumn: String { "id" }
  static var isFact: Bool { true }
  var hasTitle: Bool { true }
}

/// A row whose needed columns are asked for by name.
struct NamedRow {
  let row: TableRow
  let columns: [String: Table.Column]

  func require<Value: TextValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value {
    guard let column = columns[name] else { throw missing(name) }
    return try row.require(column)
  }

  func text(_ name: String) throws(Diagnostic) -> String {
    guard let column = columns[name] else { throw missing(name) }
    let text = row[column]
    guard !text.isEmpty else {
      throw .error(.missingValue, at: row.position(column), "the row has no '\(name)'")
    }
    return text
  }

  private func missing(_ name: String) -> Diagnostic {
    .error(.missingColumn, at: row.position, "the table has no column '\(name)'")
  }
}
