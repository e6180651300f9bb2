internal import Passerelle
package import PasserelleStore

/// What went into a batch and what came out of it, counted so that parts of it add up.
package struct BatchSums: Hashable, Sendable {
  /// The questions: each row as it is read.
  package var input = RowSum()
  /// The answers: each row as it is written, without its line end.
  package var output = RowSum()

  package init(input: RowSum = RowSum(), output: RowSum = RowSum()) {
    (self.input, self.output) = (input, output)
  }

  package static func += (sums: inout BatchSums, other: BatchSums) {
    sums.input += other.input
    sums.output += other.output
  }

  /// Counts a row with its answers.
  mutating func add(_ row: BatchReader.Row, answered records: [String]) {
    row.add(to: &input)
    for record in records { output.add(record: record) }
  }

  /// Counts a row with the answer that an earlier run has written.
  mutating func add(_ row: BatchReader.Row, answeredBy record: [UInt8]) {
    row.add(to: &input)
    output.add(record)
  }
}

extension BatchReader.Row {
  /// Counts a question: its bytes without the line end.
  func add(to sum: inout RowSum) {
    switch content {
    case .json(let line): sum.add(line)
    case .cells: sum.add(bytes)
    }
  }
}

extension RowSum {
  /// Counts the questions of a file.
  ///
  /// - Throws: `SourceFileError`, `BatchError` if it cannot be read.
  package init(questionsIn path: String) throws {
    self.init()
    var reader = try BatchReader(TableFile(path), needing: [])
    reader.keepsBytes = true
    while let row = reader.next() { row.add(to: &self) }
  }

  /// Counts the answers of a file, which has a head if it is a table.
  ///
  /// - Throws: `SourceFileError` if it cannot be read.
  package init(answersIn path: String) throws {
    self.init()
    var reader = try RecordReader(path: path)
    let isTable = reader.firstOfText() != UInt8(ascii: "{")
    if isTable { _ = reader.next(quoted: true) }
    while let record = reader.next(quoted: isTable) {
      add(record.bytes)
    }
  }
}
