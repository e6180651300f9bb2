internal import Foundation
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
  /// - Parameter columns: The columns of the answers, which tell what parts the fields.
  /// - Throws: `WorkbookError`, `BatchError` if it cannot be written.
  func finish(_ columns: [String]) throws {
    let last = columns.suffix(1).map { $0.lowercased() }
    var answers = try BatchReader(TableFile(path), needing: last)
    let language = try Language("en", in: Locations.standard().languages)
    let workbook = try TableWorkbook("answers", columns: answers.header, in: language)
    while let row = answers.next() { try workbook.add(row.fields.map(\.withoutGuard)) }
    guard FileManager.default.createFile(atPath: output, contents: nil),
      let file = FileHandle(forWritingAtPath: output)
    else { throw BatchError.notWritable(output) }
    defer { try? file.close() }
    try workbook.finish(WorkbookNotes(day: .today())) { try file.writeAnswers($0) }
  }
}
