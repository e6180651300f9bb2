import PasserelleKit

/// What a word of a statement says, by its role.
struct Role<Value> {
  let name: String
  let add: (Word, inout Value) throws(Diagnostic) -> Void

  static func localized(_ name: String, _ path: WritableKeyPath<Value, LocalizedText>) -> Self {
    Role(name: name) { word, value throws(Diagnostic) in
      value[keyPath: path].entries.append(LocalizedText.Entry(try word.language, word.text))
    }
  }

  static func texts(_ name: String, _ path: WritableKeyPath<Value, [String]>) -> Self {
    Role(name: name) { word, value throws(Diagnostic) in
      value[keyPath: path].append(word.text)
    }
  }

  static func values<Part: TextValue>(
    _ name: String, _ path: WritableKeyPath<Value, [Part]>
  ) -> Self {
    Role(name: name) { word, value throws(Diagnostic) in
      value[keyPath: path].append(try word.value())
    }
  }
}

/// A row of a table of words.
struct Word {
  fileprivate let row: TableRow
  fileprivate let columns: WordColumns

  var text: String { row[columns.text] }

  var language: LanguageTag {
    get throws(Diagnostic) {
      guard let column = columns.language else {
        throw .error(.noLanguage, at: row.position, "the table has no column 'language'")
      }
      return try row.require(column)
    }
  }

  func value<Value: TextValue>() throws(Diagnostic) -> Value { try row.require(columns.text) }
}

private struct WordColumns {
  let role: Table.Column
  let language: Table.Column?
  let text: Table.Column
}

/// Reads the words of the statements of one kind.
struct Words<Value> {
  private let rows: Rows
  private let columns: WordColumns
  private let roles: [String: Role<Value>]

  init(_ roles: [Role<Value>], in rows: Rows) throws(Diagnostic) {
    self.rows = rows
    columns = WordColumns(
      role: try rows.table.column("role"), language: rows.table.optionalColumn("language"),
      text: try rows.table.column("value", "text"))
    self.roles = Dictionary(roles.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Reads the words of a statement, which come next; what is wrong with one is reported.
  func read(of owner: String, into value: inout Value) throws(Diagnostic) {
    try rows.forEach(of: owner) { row throws(Diagnostic) in
      guard let role = roles[row[columns.role]] else {
        return rows.passOver(row[columns.role], in: row)
      }
      _ = try rows.graph.attempt { () throws(Diagnostic) in
        try role.add(Word(row: row, columns: columns), &value)
      }
    }
  }

  /// Passes the words of a statement that could not be read.
  func skip(of owner: String) throws(Diagnostic) {
    try rows.forEach(of: owner) { _ throws(Diagnostic) in }
  }

  var leftOver: Diagnostic? { rows.leftOver }

  func finish() throws(Diagnostic) { try rows.finish() }
}
