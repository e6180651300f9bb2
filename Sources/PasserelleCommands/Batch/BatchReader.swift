internal import Foundation
internal import PasserelleModel

/// Reads a batch row by row: CSV with a header, or JSON Lines.
///
/// What is not proper in a row is a problem of that row, and never ends the batch.
struct BatchReader {
  /// One question of the batch.
  struct Row {
    /// The line on which it starts.
    var line: Int
    /// What stands in the input: the fields of a row, or a value of JSON: the line's, or the line
    /// itself as text where it is none.
    var fields: [String]
    /// The two identifiers, or why there are none.
    var pair: Result<(from: String, to: String), Problem>
  }

  struct Problem: Error {
    var words: String
  }

  enum Form {
    case csv, jsonLines
  }

  let form: Form
  /// The names of the columns; empty for JSON Lines.
  private(set) var header: [String] = []
  private var records: RecordReader
  private var columns = (from: 0, to: 0)

  /// Opens a batch.
  ///
  /// - Throws: `SourceFileError` where it cannot be read, `BatchError` where it has no such columns.
  init(path: String) throws {
    records = try RecordReader(path: path)
    guard let first = records.peek() else { throw BatchError.empty(path) }
    guard first != UInt8(ascii: "{") else {
      form = .jsonLines
      return
    }
    form = .csv
    header = records.next(quoted: true).map { CSVFields.split($0.bytes) } ?? []
    let names = header.map { $0.lowercased().trimmed }
    guard let from = names.firstIndex(of: "from"), let to = names.firstIndex(of: "to") else {
      throw BatchError.noColumns(path, header)
    }
    columns = (from, to)
  }

  /// The next row; nothing at the end.
  mutating func next() -> Row? {
    while let record = records.next(quoted: form == .csv) {
      if record.bytes.isEmpty { continue }
      return form == .csv ? row(record) : line(record)
    }
    return nil
  }

  private func row(_ record: RecordReader.Record) -> Row {
    guard String(validating: record.bytes, as: UTF8.self) != nil else {
      return Row(
        line: record.line, fields: header.map { _ in "" },
        pair: .failure(Problem(words: "the row is not proper UTF-8")))
    }
    var fields = CSVFields.split(record.bytes)
    guard fields.count == header.count else {
      let count = fields.count
      fields += Array(repeating: "", count: max(0, header.count - count))
      return Row(
        line: record.line, fields: Array(fields.prefix(header.count)),
        pair: .failure(
          Problem(words: "the row has \(count) fields, the header \(header.count)")))
    }
    let (from, to) = (fields[columns.from].trimmed, fields[columns.to].trimmed)
    return Row(line: record.line, fields: fields, pair: Self.pair(from, to))
  }

  private struct Question: Decodable {
    var from: String?
    var to: String?
  }

  private func line(_ record: RecordReader.Record) -> Row {
    let text = String(decoding: record.bytes, as: UTF8.self)
    guard let question = try? JSONDecoder().decode(Question.self, from: Data(record.bytes)) else {
      return Row(
        line: record.line, fields: [BatchAnswer.quoted(text)],
        pair: .failure(Problem(words: "the line is not an object of JSON with 'from' and 'to'")))
    }
    return Row(
      line: record.line, fields: [text],
      pair: Self.pair(question.from?.trimmed ?? "", question.to?.trimmed ?? ""))
  }

  private static func pair(
    _ from: String, _ to: String
  ) -> Result<(from: String, to: String), Problem> {
    guard !from.isEmpty, !to.isEmpty else {
      return .failure(Problem(words: "'\(from.isEmpty ? "from" : "to")' is empty"))
    }
    return .success((from, to))
  }
}

/// Why a batch cannot be begun.
enum BatchError: Error, CustomStringConvertible {
  case empty(String)
  case noColumns(String, [String])
  case otherColumns(String)
  case notWritable(String)

  var description: String {
    switch self {
    case .empty(let path): "'\(path.printable)' is empty"
    case .noColumns(let path, let header):
      "'\(path.printable)' needs the columns 'from' and 'to'; it has "
        + header.prefix(12).map { "'\($0.prefix(40).printable)'" }.joined(separator: ", ")
    case .otherColumns(let path):
      "'\(path.printable)' holds the answers of another batch; choose another output"
    case .notWritable(let path): "'\(path.printable)' cannot be written; choose another place"
    }
  }
}
