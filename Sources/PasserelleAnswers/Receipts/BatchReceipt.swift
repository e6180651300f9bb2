internal import PasserelleStore

/// What a run has made of a batch, or of a part of one: how many rows, of which question, by which graph.
///
/// It names no row: whoever has the rows can see by its digests that they are the same.
public struct BatchReceipt: Answer, Decodable {
  /// The kind of answer.
  public static let kind = "receipt"

  /// Rows, counted.
  public struct Rows: Hashable, Codable, Sendable {
    /// How many there are.
    public let rows: Int
    /// The sum of the SHA-256 of each, modulo 2²⁵⁶, in hexadecimal digits.
    public let digest: String

    init(_ sum: RowSum) { (rows, digest) = (sum.rows, sum.digest) }

    /// The sum that it states; `nil` if it is none.
    var sum: RowSum? { RowSum(rows: rows, digest: digest) }
  }

  /// The command: `compare`.
  public let command: String
  /// The options that decide the answers, by their names.
  public let question: [String: String]
  /// The columns of the answers; none for JSON Lines.
  public let columns: [String]
  /// Which part of the batch it is.
  package let shard: Shard
  /// Whether all rows were answered.
  public private(set) var finished: Bool
  /// The questions.
  public private(set) var input: Rows
  /// The answers.
  public private(set) var output: Rows
  /// The hash of all that the sources say.
  public let graph: String
  /// The version of the program.
  public let program: String

  /// A receipt for work that is going to be done.
  package init(
    of question: BatchQuestion, columns: [String], shard: Shard, graph: String, program: String
  ) {
    (command, self.question) = (question.command, question.options)
    (self.columns, self.shard) = (columns, shard)
    (self.graph, self.program) = (graph, program)
    (input, output) = (Rows(RowSum()), Rows(RowSum()))
    finished = false
  }

  /// The receipt for the work when it is done.
  package func finished(_ outcome: BatchOutcome) -> BatchReceipt {
    var receipt = self
    (receipt.input, receipt.output) = (Rows(outcome.sums.input), Rows(outcome.sums.output))
    receipt.finished = true
    return receipt
  }

  /// Whether another receipt is of the same part of the same work.
  func isOfTheSameWork(as other: BatchReceipt) -> Bool {
    command == other.command && question == other.question && columns == other.columns
      && shard == other.shard && graph == other.graph && program == other.program
  }

  /// The receipt for people: as `receipts` adds up this one alone.
  public func lines(by pen: Pen) -> [String] {
    ReceiptsAnswer([(nil, self)]).lines(by: pen)
  }
}
