import PasserelleKit

/// A column of a table, and what of a statement it says.
struct Field<Value> {
  let name: String
  let read: (TableRow, Table.Column, inout Value) throws(Diagnostic) -> Void

  static func text(_ name: String, _ path: WritableKeyPath<Value, String?>) -> Self {
    Field(name: name) { row, column, value throws(Diagnostic) in
      value[keyPath: path] = row.given(column)
    }
  }

  static func value<Part: TextValue>(
    _ name: String, _ path: WritableKeyPath<Value, Part?>
  ) -> Self {
    Field(name: name) { row, column, value throws(Diagnostic) in
      value[keyPath: path] = try row.value(column)
    }
  }

  /// Several values in one field, with semicolons between them.
  static func list<Part: TextValue>(
    _ name: String, _ path: WritableKeyPath<Value, [Part]>
  ) -> Self {
    Field(name: name) { row, column, value throws(Diagnostic) in
      for part in (row.text(column) ?? "").split(separator: ";") {
        let text = String(part).trimmed
        guard let known = Part(text) else {
          throw .error(
            Part.diagnosticID, at: row.position(column),
            "'\(text.prefix(60).printable)' is not \(Part.expectation)", hint: Part.hint)
        }
        value[keyPath: path].append(known)
      }
    }
  }

  /// A truth; as it usually is, if nothing stands there.
  static func truth(_ name: String, _ path: WritableKeyPath<Value, Bool>) -> Self {
    Field(name: name) { row, column, value throws(Diagnostic) in
      if let truth = try row.truth(column) { value[keyPath: path] = truth }
    }
  }

  static func truthIfSaid(_ name: String, _ path: WritableKeyPath<Value, Bool?>) -> Self {
    Field(name: name) { row, column, value throws(Diagnostic) in
      value[keyPath: path] = try row.truth(column)
    }
  }
}

/// The fields of a statement, as a table has them.
struct Columns<Value> {
  private let columns: [(column: Table.Column, field: Field<Value>)]

  init(_ fields: [Field<Value>], in table: Table) {
    columns = fields.compactMap { field in
      table.optionalColumn(field.name).map { ($0, field) }
    }
  }

  func read(_ row: TableRow, into value: inout Value) throws(Diagnostic) {
    for (column, field) in columns { try field.read(row, column, &value) }
  }
}

extension TableRow {
  /// The truth of a field, as Passerelle writes it or PostgreSQL.
  fileprivate func truth(_ column: Table.Column) throws(Diagnostic) -> Bool? {
    switch text(column)?.lowercased() {
    case nil: return nil
    case "true", "t": return true
    case "false", "f": return false
    case .some(let text):
      throw .error(
        .noTruth, at: position(column),
        "'\(text.prefix(60).printable)' is neither 'true' nor 'false'")
    }
  }
}

extension Table {
  /// Tells which columns are not known here.
  func tellUnknown(besides known: [String], to graph: GraphWriter) {
    let known = Set(known)
    let unknown = header.filter { !known.contains($0.lowercased()) }
    guard !unknown.isEmpty else { return }
    graph.report(
      .warning(
        .unknownColumn, at: headerPosition,
        "columns that are not known and not read: "
          + unknown.map { "'\($0.prefix(60).printable)'" }.joined(separator: ", "),
        hint: "a newer Passerelle may know them"))
  }
}
