internal import Foundation
internal import PasserelleModel

/// Where the answers of a batch go, and how far an earlier run came.
struct BatchOutput {
  let file: FileHandle
  /// How many rows an earlier run has answered.
  let done: Int

  /// Opens the output; with no path, the standard output.
  ///
  /// To resume, what an earlier run left unfinished at the end is cut off, and the rest is kept.
  init(path: String?, isResumed: Bool, header: [String], form: BatchReader.Form) throws {
    guard let path else {
      (file, done) = (.standardOutput, 0)
      try Self.write(header, to: file, form)
      return
    }
    let isThere = FileManager.default.fileExists(atPath: path)
    if !isResumed || !isThere, !FileManager.default.createFile(atPath: path, contents: nil) {
      throw BatchError.notWritable(path)
    }
    guard let file = FileHandle(forUpdatingAtPath: path) else { throw BatchError.notWritable(path) }
    var (records, end) = (0, UInt64(0))
    var reader = try RecordReader(path: path)
    while let record = reader.next(quoted: form == .csv), record.isWhole {
      if records == 0, form == .csv, CSVFields.split(record.bytes) != header {
        throw BatchError.otherColumns(path)
      }
      records += 1
      end = record.end
    }
    try file.truncate(atOffset: end)
    try file.seek(toOffset: end)
    self.file = file
    done = form == .csv ? max(0, records - 1) : records
    if records == 0 { try Self.write(header, to: file, form) }
  }

  private static func write(
    _ header: [String], to file: FileHandle, _ form: BatchReader.Form
  ) throws {
    guard form == .csv else { return }
    try file.write(
      contentsOf: Data((header.map(OutputTable.field).joined(separator: ",") + "\r\n").utf8))
  }
}
