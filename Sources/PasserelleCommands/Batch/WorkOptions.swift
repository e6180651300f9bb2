internal import ArgumentParser
internal import Foundation
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// How a batch is shared among cores and machines, and what is written down about it.
struct WorkOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How many rows to answer at once (default: as many as there are cores).", valueName: "number")
  )
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      """
      Answer one of several parts of the file, such as 2/8; '-' is taken as that part already.
      """, valueName: "part/parts"))
  var shard: Shard?

  @Option(
    help: ArgumentHelp(
      "Write down how many rows were answered, by what; 'receipts' adds such files up.",
      valueName: "file"), completion: .file())
  var receipt: String?

  @OptionGroup var progress: ProgressOptions

  private static let mostJobs = 256

  func validate() throws {
    if let jobs, !(1...Self.mostJobs).contains(jobs) {
      throw ValidationError("'--jobs' takes a number from 1 to \(Self.mostJobs)")
    }
  }

  var isGiven: Bool { jobs != nil || shard != nil || receipt != nil }

  /// Answers a file into another, and tells on the standard error what became of it.
  ///
  /// - Parameters:
  ///   - job: The files and the question.
  ///   - store: What is asked.
  ///   - columns: The columns that it needs beyond those of every such batch.
  ///   - added: The columns of the answer, beside those of the file.
  ///   - make: Makes a clerk on a state of the store.
  /// - Returns: What became of the rows.
  /// - Throws: `BatchError`, `SourceFileError` if it cannot be begun; what a clerk throws.
  func run<Clerk: BatchClerk>(
    _ job: BatchJob, in store: CompetenceStore, needing columns: [String],
    adding added: ([String]) -> [String], by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws -> BatchOutcome {
    var job = job
    (job.jobs, job.shard, job.receipt) = (jobs, shard ?? .whole, receipt)
    let display = progress.display(besideResult: job.output == nil)
    job.report = BatchOptions.report(in: job.input, interrupting: display)
    job.progress = display.report
    let begun = job
    var (answers, workbook): ([String], BatchWorkbook?) = ([], nil)
    let (outcome, before) = try display.showing("answering") {
      try begun.run(in: store, needing: columns) { header in
        answers = added(header)
        return answers
      } at: { reader in
        workbook = try BatchWorkbook(begun.output, of: begun.input, reader)
        return workbook?.path
      } by: {
        try make($0)
      }
    }
    try workbook?.finish(answers, to: job.question)
    if outcome.problems > 0 || before > 0 {
      let before = before > 0 ? ", \(before) were there" : ""
      Console.error(
        "\(outcome.rows) rows answered\(before), \(outcome.problems) of them with a problem")
    }
    return outcome
  }
}

extension Shard: ExpressibleByArgument {
  package init?(argument: String) { self.init(argument) }
}
