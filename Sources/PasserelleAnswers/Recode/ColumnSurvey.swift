package import Passerelle
internal import PasserelleStore

/// What a column holds, known before it is recoded.
package struct ColumnSurvey {
  /// The numbers in it, as far as they are remembered.
  package let numbers: Set<String>
  private static let most = 20_000

  /// A name for what is known, which is another if anything else is: parts of one table must be read alike.
  package var name: String { ContentDigest.text(of: numbers.sorted().joined(separator: ",")) }

  /// Reads a column through; of the standard input, nothing is known before.
  ///
  /// - Throws: `SourceFileError`, `BatchError` if the file cannot be read.
  package init(of column: String, in table: TableFile) throws {
    guard table.path != "-" else {
      self.init()
      return
    }
    let reader = try BatchReader(table, needing: [BatchReader.name(column)])
    try self.init(of: column, in: reader, named: table.path)
  }

  /// Reads a column of a table that was sent.
  ///
  /// - Throws: `BatchError` if it is no table, or has no such column.
  package init(of column: String, in table: [UInt8], named name: String) throws {
    let reader = try BatchReader(table, named: name, needing: [BatchReader.name(column)])
    try self.init(of: column, in: reader, named: name)
  }

  private init() { numbers = [] }

  private init(of column: String, in reader: BatchReader, named path: String) throws {
    guard reader.form.isTable else { throw BatchError.notTable(path) }
    let name = BatchReader.name(column)
    var (reader, numbers) = (reader, Set<String>())
    while numbers.count < Self.most, let row = reader.next() {
      guard case .cells(let cells) = row.content, let cell = cells[name] else { continue }
      if let number = CodeBook.number(in: cell) { numbers.insert(number) }
    }
    self.numbers = numbers
  }

  /// Counts the rows of a table that have several targets.
  ///
  /// - Throws: `SourceFileError`, `BatchError`; errors of the store.
  package static func severalTargets(
    in table: TableFile, by clerk: RecodeClerk, needing columns: [String]
  ) throws -> Int {
    var (clerk, count) = (clerk, 0)
    var reader = try BatchReader(table, needing: columns)
    while let row = reader.next() {
      guard row.problem == nil, case .cells(let cells) = row.content else { continue }
      if try clerk.value(of: cells).targets > 1 { count += 1 }
    }
    return count
  }
}
