package import Foundation
internal import Passerelle
internal import PasserelleModel

/// Where the answers of a batch go, and how far an earlier run came.
package struct BatchOutput {
  package let file: FileHandle
  /// How many rows an earlier run has answered.
  package let done: Int
  /// The last of its answers, with its line end: it is made again to see that it is the same batch.
  package let last: [UInt8]?
  /// What was asked and answered before that, if it is counted.
  package let sums: BatchSums

  /// Opens the output; with no path, the standard output.
  ///
  /// To resume, what an earlier run left unfinished at the end is cut off, and the rest is kept: as far
  /// as it answers the rows of this batch. The rows that are answered are read; the last of them comes again.
  ///
  /// - Throws: `BatchError` where it cannot be written, or holds something else.
  package init(
    path: String?, beside input: String, isResumed: Bool, header: [String],
    _ rows: inout BatchReader
  )
    throws
  {
    let form = rows.form
    guard let path else {
      (file, done, last, sums) = (.standardOutput, 0, nil, BatchSums())
      try Self.write(header, to: file, form)
      return
    }
    guard !OutputPlace.isSame(path, input) else { throw BatchError.outputIsInput(path) }
    let descriptor = open(
      path, (isResumed ? O_RDWR : O_WRONLY | O_TRUNC) | O_CREAT | O_NOCTTY | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw BatchError.notWritable(path) }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard isResumed else {
      (done, last, sums) = (0, nil, BatchSums())
      try Self.write(header, to: file, form)
      return
    }
    var (end, count, sums) = (UInt64(0), 0, BatchSums())
    var latest: (row: BatchReader.Row, bytes: [UInt8], start: UInt64)?
    var reader = try RecordReader(path: path)
    while let record = reader.next(quoted: form.isTable), record.isWhole {
      if case .csv(let separator) = form, count == 0 {
        guard CSVFields.split(record.bytes, at: separator) == header else {
          throw BatchError.otherColumns(path)
        }
      } else {
        guard let row = rows.next(), row.isAnswered(by: record.bytes) else {
          throw BatchError.otherColumns(path)
        }
        if rows.keepsBytes, let latest { sums.add(latest.row, answeredBy: latest.bytes) }
        latest = (row, Array(record.bytes), end)
      }
      count += 1
      end = record.end
    }
    if let latest { rows.giveBack(latest.row) }
    done = max(0, form.isTable ? count - 1 : count) - (latest == nil ? 0 : 1)
    last = latest.map { $0.bytes + Array((form.isTable ? "\r\n" : "\n").utf8) }
    self.sums = sums
    let start = latest?.start ?? end
    try file.truncate(atOffset: start)
    try file.seek(toOffset: start)
    if count == 0 { try Self.write(header, to: file, form) }
  }

  private static func write(
    _ header: [String], to file: FileHandle, _ form: BatchReader.Form
  ) throws {
    guard case .csv(let separator) = form else { return }
    try file.writeAnswers(Table.record(header, at: separator).utf8)
  }
}

extension FileHandle {
  /// Writes answers whole.
  ///
  /// - Throws: `BatchError` where there is no room, or nobody reads any more.
  package func writeAnswers(_ bytes: some Collection<UInt8>) throws {
    let error = WholeWrite.write(bytes, to: fileDescriptor)
    guard error == 0 else { throw BatchError.notWritten(String(cString: strerror(error))) }
  }
}

extension BatchReader.Row {
  /// Whether a record of answers starts with this very row.
  fileprivate func isAnswered(by record: ArraySlice<UInt8>) -> Bool {
    switch form {
    case .csv(let separator):
      record.starts(with: Table.fields(fields, at: separator).utf8 + [separator])
    case .jsonLines: record.starts(with: "{\"row\":\(fields[0]),".utf8)
    }
  }
}
