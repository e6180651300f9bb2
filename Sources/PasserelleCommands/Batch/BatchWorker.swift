internal import PasserelleModel

/// What answers the rows of a batch: one to a core, each with a connection of its own to the store.
protocol BatchWorker: SendableMetatype {
  /// The columns that a batch in CSV must have.
  static var neededColumns: [String] { get }
  /// The columns that an answer adds to its row.
  static var answerColumns: [String] { get }

  /// Answers a row.
  ///
  /// - Throws: `BatchProblem` where the row cannot be answered; it is reported, and ends nothing. Any
  ///   other error ends the batch.
  mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer

  /// What is written of a row that cannot be answered.
  static func answer(of problem: BatchProblem, as form: BatchReader.Form) -> BatchAnswer
}

/// What is said of a row, in the form that the batch has.
enum BatchAnswer: Sendable {
  /// Cells for the columns of the answer.
  case cells([String])
  /// The members of an object of JSON, without its braces: `"finding":"different"`.
  case members(String)

  /// The row with its answer, as a record of the batch.
  func record(after fields: [String]) -> String {
    switch self {
    case .cells(let cells): (fields + cells).map(OutputTable.field).joined(separator: ",") + "\r\n"
    case .members(let members): "{\"row\":\(fields[0]),\(members)}\n"
    }
  }
}

/// Why a row cannot be answered.
struct BatchProblem: Error, Sendable {
  var words: String
  /// The column in its line, where that is known.
  var column = 1
}
