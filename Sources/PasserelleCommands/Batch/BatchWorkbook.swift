internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

/// The answers of a batch as a workbook: they are written as a table first, and no memory holds all of them.
struct BatchWorkbook {
  private let output: String
  private let table: TemporaryFile

  /// Whether the output of a batch is to be a workbook.
  static func isMeant(by output: String?) -> Bool {
    output?.lowercased().hasSuffix(".xlsx") == true
  }

  /// Makes room for the table; nothing if the output is no workbook.
  ///
  /// - Throws: `WorkbookError` if there is no room, or the batch is no table; `BatchError` if the output is the batch
  ///   itself.
  init?(_ output: String?, of questions: TableFile, _ reader: BatchReader) throws {
    guard let output, Self.isMeant(by: output) else { return nil }
    guard case .csv = reader.form else { throw WorkbookError.notATable(questions.path) }
    guard !OutputPlace.isSame(output, questions.path) else {
      throw BatchError.outputIsInput(output)
    }
    guard let table = TemporaryFile() else { throw WorkbookError.noRoom }
    (self.output, self.table) = (output, table)
  }

  /// Where the answers are to be written.
  var path: String { table.path }

  /// Makes the workbook of the answers.
  ///
  /// - Parameters:
  ///   - columns: The columns of the answers, which tell what parts the fields.
  ///   - question: What was asked of each row: the sheet of notes says as of when, in its language.
  /// - Throws: `WorkbookError`, `ExportError` if it cannot be written.
  func finish(_ columns: [String], to question: BatchQuestion) throws {
    let last = columns.suffix(1).map { $0.lowercased() }
    var answers = try BatchReader(TableFile(path), needing: last)
    let workbook = try TableWorkbook("answers", columns: answers.header, in: question.language)
    while let row = answers.next() { try workbook.add(row.fields.map(\.withoutGuard)) }
    let file = try ExportFile(output)
    try workbook.finish(WorkbookNotes(day: question.day)) { try file.write($0) }
    try file.close()
  }
}
