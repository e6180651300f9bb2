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

  @OptionGroup var work: WorkOptions
  @OptionGroup var sheets: SheetOption

  func validate() throws {
    if batch == nil, sheets.sheet != nil {
      throw ValidationError("'--sheet' belongs to '--batch'")
    }
    if batch == nil, output != nil || resume {
      throw ValidationError("'--output' and '--resume' belong to '--batch'")
    }
    if batch == nil, work.isGiven {
      throw ValidationError("'--jobs', '--shard' and '--receipt' belong to '--batch'")
    }
    if resume, output == nil { throw ValidationError("'--resume' needs '--output'") }
    if resume, BatchWorkbook.isMeant(by: output) { throw WorkbookError.cannotResume }
  }

  /// Answers the batch, and tells on the standard error what became of it.
  ///
  /// - Parameters:
  ///   - path: The file of questions.
  ///   - question: What is asked of each row.
  ///   - locations: Where it is unpacked, if it is a workbook.
  ///   - store: What is asked.
  ///   - columns: The columns that it needs beyond those of every such batch.
  ///   - make: Makes a clerk on a state of the store.
  /// - Throws: `BatchError`, `SourceFileError` if it cannot be begun; what a clerk throws; an exit code if
  ///   rows had a problem.
  func run<Clerk: BatchClerk>(
    _ path: String, asking question: BatchQuestion, at locations: Locations,
    in store: CompetenceStore, needing columns: [String] = [],
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws {
    var job = BatchJob(try sheets.table(at: path, locations), into: output, asking: question)
    job.isResumed = resume
    let outcome = try work.run(
      job, in: store, needing: columns, adding: { _ in Clerk.answerColumns }, by: make)
    if outcome.problems > 0 { throw ExitStatus.findings }
  }

  /// Reports the problems of rows on the standard error.
  static func report(
    in table: TableFile, interrupting display: ProgressDisplay
  ) -> @Sendable (Int, BatchProblem) -> Void {
    { line, problem in
      display.interrupting {
        Console.diagnostics([
          .error(
            "bad-row", at: table.position(line: line, column: problem.column), problem.words)
        ])
      }
    }
  }

  /// A run that reports the problems of rows, and how far it has come, on the standard error.
  static func run(_ table: TableFile, telling display: ProgressDisplay) -> BatchRun {
    var run = BatchRun()
    run.report = report(in: table, interrupting: display)
    run.progress = display.report
    return run
  }
}
