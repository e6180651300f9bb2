import PasserelleKit

/// Reads the rows of one table, each with its words.
struct RecordReader<Value: Record> {
  private let rows: Rows
  private let words: Words<Value>?
  private let graph: GraphWriter
  private let columns: Columns<Value>
  private let needed: [String: Table.Column]
  private let key: Table.Column
  private let source: Table.Column?

  /// Opens the tables of a kind of statement; nothing if they are not there.
  ///
  /// - Parameters:
  ///   - folder: The tables.
  ///   - order: The place of each publication.
  ///   - graph: Where statements and problems go.
  /// - Throws: The problem that cannot be read past.
  init?(
    _ folder: BundleFolder, in order: [String: Int], graph: GraphWriter
  ) throws(Diagnostic) {
    guard let table = folder[Value.table] else { return nil }
    self.graph = graph
    rows = try Rows(Value.table, table, in: order, graph: graph)
    if let kind = Value.wordTable, let wordTable = folder[kind] {
      words = try Words(Value.roles, in: Rows(kind, wordTable, graph: graph))
    } else {
      words = nil
    }
    columns = Columns(Value.fields, in: table)
    var needed: [String: Table.Column] = [:]
    for name in Value.table.needed { needed[name] = try table.column(name) }
    self.needed = needed
    key = try table.column(Value.keyColumn)
    source = table.optionalColumn("source")
    table.tellUnknown(
      besides: Value.table.needed + Value.spare + Value.fields.map(\.name), to: graph)
  }

  /// States what the tables say of a publication.
  ///
  /// - Parameters:
  ///   - scope: The publication.
  ///   - note: Takes each statement as well.
  /// - Throws: The problem that cannot be read past.
  func read(of scope: Scope, noting note: (Value) -> Void = { _ in }) throws(Diagnostic) {
    try rows.forEach(of: scope.name) { row throws(Diagnostic) in
      let (key, place) = (row[key], row.position)
      guard var value = try record(row, scope) else {
        try words?.skip(of: key)
        return
      }
      try words?.read(of: key, into: &value)
      guard value.hasTitle else { return try tellUntitled(key, at: place) }
      try graph.add(value.statement, at: place)
      note(value)
    }
  }

  /// Sees to it that nothing is left.
  func finish() throws(Diagnostic) {
    try rows.finish()
    try words?.finish()
  }

  /// What one row says; nothing if that is wrong, which is reported.
  private func record(_ row: TableRow, _ scope: Scope) throws(Diagnostic) -> Value? {
    try graph.attempt { () throws(Diagnostic) in
      var value = try Value(NamedRow(row: row, columns: needed))
      try columns.read(row, into: &value)
      if Value.isFact {
        value.source = try scope.source(
          value.source, at: source.map { row.position($0) } ?? row.position)
      }
      return value
    }
  }

  /// Tells that a statement has no title.
  ///
  /// - Throws: What is wrong if it is the table of words: it is not there, or its order is another.
  private func tellUntitled(_ key: String, at place: SourcePosition) throws(Diagnostic) {
    if let problem = words?.leftOver { throw problem }
    if words == nil, let table = Value.wordTable {
      throw .error(.missingPart, at: place, "'\(table.file)' is missing, which has the titles")
    }
    graph.report(
      .error(.missingTitle, at: place, "'\(key.prefix(60).printable)' has no title"))
  }
}

extension RecordReader where Value: TextRecord {
  /// States notes or names: each is a row for each of its texts.
  func readTexts(of scope: Scope) throws(Diagnostic) {
    var open: (key: String, value: Value, place: SourcePosition)?
    try rows.forEach(of: scope.name) { row throws(Diagnostic) in
      guard let value = try record(row, scope) else { return }
      let key = row[key]
      if let started = open, started.key == key {
        open?.value.text.entries += value.text.entries
        return
      }
      if let done = open { try graph.add(done.value.statement, at: done.place) }
      open = (key, value, row.position)
    }
    if let done = open { try graph.add(done.value.statement, at: done.place) }
  }
}
