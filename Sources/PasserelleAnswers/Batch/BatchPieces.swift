internal import Synchronization

/// A batch that is answered a piece at a time, for one who sends the answers on as they are made.
package final class BatchPieces: Sendable {
  private let rest: Mutex<BatchReader>
  /// The separator of a table; `nil` for JSON Lines.
  package let form: BatchReader.Form
  /// How many rows a piece has.
  private static let rows = 64

  package init(_ reader: BatchReader) {
    rest = Mutex(reader)
    form = reader.form
  }

  /// The head of a table; empty for JSON Lines.
  package func head(adding columns: ([String]) -> [String]) -> String {
    guard case .csv(let separator) = form else { return "" }
    let header = rest.withLock { $0.header }
    return Table.record(header + columns(header), at: separator)
  }

  /// The next rows with their answers; `nil` if there are no more.
  ///
  /// - Parameter clerk: Answers them.
  /// - Returns: The rows, each as a record of the batch.
  /// - Throws: What the clerk throws.
  package func next<Clerk: BatchClerk>(by clerk: inout Clerk) throws -> String? {
    let rows = rest.withLock { rest -> [BatchReader.Row] in
      var rows: [BatchReader.Row] = []
      while rows.count < Self.rows, let row = rest.next() { rows.append(row) }
      return rows
    }
    guard !rows.isEmpty else { return nil }
    var text = ""
    for row in rows {
      var answer: BatchAnswer
      do {
        if let problem = row.problem { throw problem }
        answer = try clerk.answer(to: row)
      } catch let problem as BatchProblem {
        answer = Clerk.answer(of: problem, as: row.form)
      }
      text += answer.record(after: row.fields, as: row.form)
    }
    return text
  }
}
