internal import Foundation
package import Passerelle
package import PasserelleStore
internal import Synchronization

/// A batch from a file to a file, or a part of one, and the receipt for it.
package struct BatchJob: Sendable {
  /// The questions.
  package var input: TableFile
  /// Where the answers go; `nil` for the standard output.
  package var output: String?
  /// Whether an earlier run is gone on with.
  package var isResumed = false
  /// How many rows are answered at once; `nil` for as many as there are cores.
  package var jobs: Int?
  /// The part that is answered.
  package var shard = Shard.whole
  /// Where the receipt goes; `nil` for none.
  package var receipt: String?
  /// What is asked of each row.
  package var question: BatchQuestion
  /// Is told of each row that cannot be answered.
  package var report: @Sendable (_ line: Int, _ problem: BatchProblem) -> Void = { _, _ in }
  /// Is told how many rows are done.
  package var progress: WorkProgress.Report = { _ in }

  package init(_ input: TableFile, into output: String?, asking question: BatchQuestion) {
    (self.input, self.output, self.question) = (input, output, question)
  }

  /// Answers the rows that are left.
  ///
  /// - Parameters:
  ///   - store: What is asked.
  ///   - columns: The columns that it needs beyond those of every such batch.
  ///   - added: The columns of the answer, beside those of the file.
  ///   - place: Where the answers are written, if that is not where they are to go.
  ///   - make: Makes a clerk on a state of the store.
  /// - Returns: What became of the rows, and how many answers were there before.
  /// - Throws: `BatchError`, `SourceFileError`, `ExportError` if it cannot be begun; what a clerk throws.
  package func run<Clerk: BatchClerk>(
    in store: CompetenceStore, needing columns: [String], adding added: ([String]) -> [String],
    at place: (BatchReader) throws -> String? = { _ in nil },
    by make: @escaping @Sendable (StoredGraph) throws -> Clerk
  ) throws -> (outcome: BatchOutcome, before: Int) {
    var reader = try BatchReader(
      input, needing: Clerk.neededColumns + columns, only: shard)
    reader.keepsBytes = receipt != nil
    let header = reader.header + added(reader.header)
    let begun = try begin(in: store, columns: reader.form.isTable ? header : [])
    let output = try BatchOutput(
      path: try place(reader) ?? output, beside: input.path, isResumed: isResumed, header: header,
      &reader)
    let graph = begun?.receipt.graph
    var run = BatchRun()
    (run.jobs, run.isCounted, run.last) = (jobs, receipt != nil, output.last)
    (run.report, run.progress) = (report, progress)
    var outcome = try run.run(reader, into: output.file, from: store) { state in
      if let graph, try state.contentHash() != graph { throw BatchError.storeChanged }
      return try make(state)
    }
    outcome.sums += output.sums
    if let begun { try begun.file.write(begun.receipt.finished(outcome)) }
    // The last answer that was there was made again.
    let again = output.last == nil ? 0 : 1
    outcome.rows -= again
    return (outcome, output.done + again)
  }

  /// Begins the receipt, if there is to be one.
  private func begin(
    in store: CompetenceStore, columns: [String]
  ) throws -> (file: ReceiptFile, receipt: BatchReceipt)? {
    guard let path = receipt else { return nil }
    guard ![input.path, output].contains(path) else { throw BatchError.receiptNotEmpty(path) }
    // It takes long to make, and each clerk asks for it.
    store.rememberContentHash()
    let receipt = BatchReceipt(
      of: question, columns: columns, shard: shard,
      graph: try store.read { try $0.contentHash() }, program: Program.version)
    let hasAnswers = isResumed && output.map { Self.size(at: $0) > 0 } == true
    return (try ReceiptFile(at: path, beginning: receipt, isResumed: hasAnswers), receipt)
  }

  private static func size(at path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }
}
