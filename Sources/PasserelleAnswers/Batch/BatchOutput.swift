package import Foundation
internal import PasserelleModel

/// Where the answers of a batch go, and how far an earlier run came.
package struct BatchOutput {
  package let file: FileHandle
  /// How many rows an earlier run has answered.
  package let done: Int
  /// The last of its answers, with its line end: it is made again to see that it is the same batch.
  package let last: [UInt8]?

  /// Opens the output; with no path, the standard output.
  ///
  /// To resume, what an earlier run left unfinished at the end is cut off, and the rest is kept: as far
  /// as it answers the rows of this batch.
  ///
  /// - Throws: `BatchError` where it cannot be written, or holds something else.
  package init(
    path: String?, beside input: String, isResumed: Bool, header: [String], _ rows: BatchReader
  )
    throws
  {
    let form = rows.form
    guard let path else {
      (file, done, last) = (.standardOutput, 0, nil)
      try Self.write(header, to: file, form)
      return
    }
    guard !Self.isSameFile(path, input) else { throw BatchError.outputIsInput(path) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | (isResumed ? 0 : O_TRUNC), 0o644)
    guard descriptor >= 0 else { throw BatchError.notWritable(path) }
    file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard isResumed else {
      (done, last) = (0, nil)
      try Self.write(header, to: file, form)
      return
    }
    var (records, end) = ([(bytes: ArraySlice<UInt8>, start: UInt64)](), UInt64(0))
    var (count, rows) = (0, rows)
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
        records = [(record.bytes + Array((form.isTable ? "\r\n" : "\n").utf8), end)]
      }
      count += 1
      end = record.end
    }
    done = max(0, form.isTable ? count - 1 : count) - records.count
    last = records.first.map { Array($0.bytes) }
    let start = records.first?.start ?? end
    try file.truncate(atOffset: start)
    try file.seek(toOffset: start)
    if count == 0 { try Self.write(header, to: file, form) }
  }

  package static func isSameFile(_ one: String, _ other: String) -> Bool {
    var (a, b) = (stat(), stat())
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev
      && a.st_ino == b.st_ino && a.st_mode & S_IFMT == S_IFREG
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
    do {
      try write(contentsOf: Data(bytes))
    } catch {
      let why = (error as NSError).userInfo[NSUnderlyingErrorKey].map { "\($0)" }
      throw BatchError.notWritten((error as NSError).localizedFailureReason ?? why ?? "\(error)")
    }
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
