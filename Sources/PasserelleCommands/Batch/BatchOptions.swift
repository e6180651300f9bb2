internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// A file of questions instead of one.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Answer a file of questions, in CSV, JSON Lines or a workbook; '-' is standard input. The answers come \
      in the same order, as CSV or JSON Lines.
      """, valueName: "file"), completion: .file())
  var batch: String?

  @Option(
    help: ArgumentHelp(
      "Where to write the answers (default: standard output), a workbook if it ends in '.xlsx'; of pages, a new "
        + "folder.",
      valueName: "file"), completion: .file())
  var output: String?

  @Flag(help: "Resume an interrupted batch, with the same output.")
  var resume = false

  @OptionGroup var sheets: SheetOption

  func validate() throws {
    if batch == nil, sheets.sheet != nil {
      throw ValidationError("'--sheet' belongs to '--batch'")
    }
    if batch == nil, output != nil || resume {
      throw ValidationError("'--output' and '--resume' belong to '--batch'")
    }
    if resume, output == nil { throw ValidationError("'--resume' needs '--output'") }
    if resume, BatchWorkbook.isMeant(by: output) { throw WorkbookError.cannotResume }
  }

  /// Answers the batch, and tells on the standard error what became of it.
  ///
  /// - Parameters:
  ///   - path: The file of questions.
  ///   - locations: Where it is unpacked, if it is a workbook.
  ///   - store: What is asked.
  ///   - columns: The columns that it needs beyond those of every such batch.
  ///   - make: Makes a clerk on a state of the store.
  /// - Throws: `BatchError`, `SourceFileError` if it cannot be begun; what a clerk throws; an exit code if
  ///   rows had a problem.
  func run<Clerk: BatchClerk>(
    _ path: String, at locations: Locations, in store: CompetenceStore,
    needing columns: [String] = [], by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws {
    let (_, problems, _) = try Self.run(
      sheets.table(at: path, locations), into: output, resume: resume, in: store, needing: columns,
      adding: { _ in Clerk.answerColumns }, by: make)
    if problems > 0 { throw ExitStatus.findings }
  }

  /// Answers a file into another.
  ///
  /// - Parameters:
  ///   - table: The questions.
  ///   - output: Where the answers go; `nil` for the standard output.
  ///   - resume: Whether an earlier run is gone on with.
  ///   - store: What is asked.
  ///   - columns: The columns that it needs beyond those of every such batch.
  ///   - added: The columns of the answer, beside those of the file.
  ///   - make: Makes a clerk on a state of the store.
  /// - Returns: How many rows there were, how many had a problem, and what became of those that were recoded.
  /// - Throws: `BatchError`, `SourceFileError` if it cannot be begun; what a clerk throws.
  static func run<Clerk: BatchClerk>(
    _ table: TableFile, into output: String?, resume: Bool, in store: CompetenceStore,
    needing columns: [String], adding added: ([String]) -> [String],
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws -> (rows: Int, problems: Int, tally: RecodeTally) {
    var reader = try BatchReader(table, needing: Clerk.neededColumns + columns)
    let workbook = try BatchWorkbook(output, of: table, reader)
    let answers = added(reader.header)
    let output = try BatchOutput(
      path: workbook?.path ?? output, beside: table.path, isResumed: resume,
      header: reader.header + answers, reader)
    let done = output.done
    for _ in 0..<done where reader.next() == nil { break }
    var run = Self.run(table, after: done)
    run.last = output.last
    let (answered, problems, tally) = try run.run(reader, into: output.file, from: store, by: make)
    try workbook?.finish(answers)
    // The last answer that was there was made again.
    let again = output.last == nil ? 0 : 1
    let (rows, before) = (answered - again, done + again)
    Console.progress(nil)
    if problems > 0 || before > 0 {
      let before = before > 0 ? ", \(before) were there" : ""
      Console.error("\(rows) rows answered\(before), \(problems) of them with a problem")
    }
    return (rows, problems, tally)
  }

  /// A run that reports the problems of rows, and how far it has come, on the standard error.
  static func run(_ table: TableFile, after done: Int = 0) -> BatchRun {
    var run = BatchRun()
    run.report = { line, problem in
      Console.diagnostics([
        .error(
          "bad-row", at: table.position(line: line, column: problem.column), problem.words)
      ])
    }
    run.progress = { Console.progress("\(done + $0) rows") }
    return run
  }
}
