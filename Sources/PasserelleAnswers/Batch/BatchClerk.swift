internal import Passerelle
internal import PasserelleModel

/// Answers the rows of a batch: one clerk to a core, each at a desk of its own on the same state of the
/// store.
package protocol BatchClerk: SendableMetatype {
  /// The columns that a batch in CSV must have.
  static var neededColumns: [String] { get }
  /// The columns that an answer adds to its row.
  static var answerColumns: [String] { get }

  /// Answers a row.
  ///
  /// - Throws: `BatchProblem` if the row cannot be answered; it is reported, and ends nothing. Any other
  ///   error ends the batch.
  mutating func answer(to row: BatchReader.Row) throws -> BatchAnswer

  /// What a row asks, if every row that asks the same has the same answer; `nil` if that is not known.
  static func question(of row: BatchReader.Row) -> String?

  /// What is written for a row that cannot be answered.
  static func answer(of problem: BatchProblem, as form: BatchReader.Form) -> BatchAnswer
}

extension BatchClerk {
  package static func question(of row: BatchReader.Row) -> String? { nil }

  package static func answer(of problem: BatchProblem, as form: BatchReader.Form) -> BatchAnswer {
    switch form {
    case .csv:
      .cells(["error"] + Array(repeating: "", count: answerColumns.count - 2) + [problem.words])
    case .jsonLines: .members("\"finding\":\"error\",\"problem\":\(problem.words.jsonQuoted)")
    }
  }
}

/// The answer to a row, in the form of the batch.
package enum BatchAnswer: Sendable {
  /// Cells for the columns of the answer.
  case cells([String])
  /// The members of a JSON object, without its braces: `"finding":"different"`.
  case members(String)
  /// The targets of a value, each of which makes a row of its own.
  case targets(RecodedValue)

  /// The members of an answer that is one line of JSON.
  init(line: String) {
    self = .members(String(line.dropFirst().dropLast()))
  }

  /// The row with its answers, each a record of the batch.
  func records(after fields: [String], as form: BatchReader.Form) -> [String] {
    switch (self, form) {
    case (.targets(let value), .csv(let separator)):
      value.eachRecord(after: Table.fields(fields, at: separator), at: separator)
    case (.targets(let value), .jsonLines): value.eachRecord(after: Table.fields(fields))
    default: [record(after: fields, as: form)]
    }
  }

  /// The row with its answers, as the batch has them.
  func record(after fields: [String], as form: BatchReader.Form) -> String {
    switch (self, form) {
    case (.cells(let cells), .csv(let separator)):
      Self.head(fields, as: form) + Self.tail(cells, at: separator)
    case (.cells(let cells), .jsonLines): Table.record(fields + cells)
    case (.targets(let value), .csv(let separator)):
      value.records(after: Table.fields(fields, at: separator), at: separator)
    case (.targets(let value), .jsonLines):
      value.records(after: Table.fields(fields), at: CSVFields.separators[0])
    case (.members(let members), _): "{\"row\":\(fields[0]),\(members)}\n"
    }
  }

  /// The end of a record, after what the row says; `nil` if the answer is not cells of a table.
  func tail(as form: BatchReader.Form) -> String? {
    guard case (.cells(let cells), .csv(let separator)) = (self, form) else { return nil }
    return Self.tail(cells, at: separator)
  }

  private static func tail(_ cells: [String], at separator: UInt8) -> String {
    String(Character(Unicode.Scalar(separator))) + Table.record(cells, at: separator)
  }

  /// What a row of a table says, as its record begins.
  static func head(_ fields: [String], as form: BatchReader.Form) -> String {
    guard case .csv(let separator) = form else { return Table.fields(fields) }
    return Table.fields(fields, at: separator)
  }
}

/// Why a row cannot be answered.
package struct BatchProblem: Error, Sendable {
  package var words: String
  /// The column in its line, if it is known.
  package var column = 1
}
