internal import Foundation
package import Passerelle
internal import PasserelleModel

/// Reads a batch row by row: CSV with a header, or JSON Lines.
///
/// What is not proper in a row is a problem of that row, and never ends the batch.
package struct BatchReader: Sendable {
  /// One question of the batch.
  package struct Row: Sendable {
    /// The line on which it starts.
    package var line: Int
    /// What stands in the input: the fields of a row, or a value of JSON: the line's, or the line
    /// itself as text where it is none.
    package var fields: [String]
    package var content: Content
    /// The bytes of its record in a table, if they are kept.
    var bytes: [UInt8] = []
    /// What is wrong with the row as such.
    package var problem: BatchProblem?

    package var form: Form {
      switch content {
      case .cells(let cells): .csv(separator: cells.separator)
      case .json: .jsonLines
      }
    }
  }

  /// What a row says.
  package enum Content: Sendable {
    /// Its cells, by the names of their columns.
    case cells(Cells)
    /// The bytes of its line.
    case json([UInt8])
  }

  /// The cells of a row, found by the names of their columns in lower case.
  package struct Cells: Sendable {
    /// Where each column stands; shared by all rows.
    var columns: [String: Int]
    var cells: [String]
    var separator = CSVFields.separators[0]

    package subscript(name: String) -> String? {
      columns[name].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }
  }

  package enum Form: Hashable, Sendable {
    /// A table with a header; the answers are parted as the questions are.
    case csv(separator: UInt8)
    case jsonLines

    var isTable: Bool { self != .jsonLines }
  }

  package let form: Form
  /// The names of the columns; empty for JSON Lines.
  package private(set) var header: [String] = []
  private var columns: [String: Int] = [:]
  private var records: RecordReader
  /// Where the part of the file ends that is read; nothing for all of it.
  private var end: UInt64?
  /// Where it starts.
  private var start: UInt64 = 0
  /// A row that was given back.
  private var again: Row?
  /// Whether rows of a table keep the bytes of their records, to be counted.
  package var keepsBytes = false

  /// Opens a batch.
  ///
  /// - Parameters:
  ///   - table: The file; the standard input is the part already.
  ///   - needed: The columns that a table must have.
  ///   - shard: The part of the file whose rows are read.
  /// - Throws: `SourceFileError` where it cannot be read, `BatchError` where it lacks a column.
  package init(_ table: TableFile, needing needed: [String], only shard: Shard = .whole) throws {
    let reader = try RecordReader(path: table.readablePath)
    // A part that was cut elsewhere may have no rows.
    let mayBeEmpty = table.path == "-" && shard != .whole
    try self.init(reader, named: table.path, needing: needed, mayBeEmpty: mayBeEmpty)
    guard shard != .whole, table.path != "-" else { return }
    guard let size = records.size else { throw BatchError.notCut(table.path) }
    let part = shard.bytes(of: size)
    while records.offset < part.lowerBound, records.next(quoted: form.isTable) != nil {}
    (start, end) = (part.lowerBound, part.upperBound)
  }

  /// Opens a batch that was sent.
  ///
  /// - Throws: `BatchError` if it lacks a column.
  package init(_ bytes: [UInt8], named name: String, needing needed: [String]) throws {
    try self.init(RecordReader(bytes), named: name, needing: needed)
  }

  private init(
    _ reader: RecordReader, named path: String, needing needed: [String], mayBeEmpty: Bool = false
  ) throws {
    records = reader
    guard !records.isWorkbook else { throw BatchError.workbook(path) }
    guard let first = records.firstOfText() else {
      guard mayBeEmpty else { throw BatchError.empty(path) }
      form = .jsonLines
      return
    }
    guard first != UInt8(ascii: "{"), first != UInt8(ascii: "[") else {
      form = .jsonLines
      return
    }
    let record = records.next(quoted: true)?.bytes ?? []
    let readings = CSVFields.separators.map { separator in
      (separator, fields: CSVFields.split(record, at: separator))
    }
    // The columns that are needed tell which separator is meant.
    let meant = readings.first { reading in
      let names = reading.fields.map(Self.name)
      return !needed.isEmpty && needed.allSatisfy(names.contains)
    }
    let (separator, fields) =
      meant ?? readings.max { $0.fields.count < $1.fields.count }
      ?? (CSVFields.separators[0], fields: [])
    (form, header) = (.csv(separator: separator), fields)
    guard !header.joined().utf8.contains(0x0D) else { throw BatchError.oldLineEnds(path) }
    let names = header.map(Self.name)
    if let twice = needed.first(where: { name in names.count { $0 == name } > 1 }) {
      throw BatchError.columnTwice(path, twice)
    }
    columns = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    guard needed.allSatisfy({ columns[$0] != nil }) else {
      throw BatchError.noColumns(path, needed: needed, header)
    }
  }

  /// The name by which a column is found.
  static func name(_ column: String) -> String { column.lowercased().trimmed }

  /// The next row; nothing at the end.
  package mutating func next() -> Row? {
    if let row = again {
      again = nil
      return row
    }
    while end.map({ records.offset < $0 }) ?? true,
      let record = records.next(quoted: form.isTable)
    {
      // In a table of one column, an empty line is an empty cell.
      if record.bytes.isEmpty, header.count != 1 { continue }
      return switch form {
      case .csv(let separator): row(record, separator)
      case .jsonLines: line(record)
      }
    }
    return nil
  }

  /// How much of the file, or of the part of it, has been read, from 0 to 1; `nil` if it cannot be known.
  var share: Double? {
    guard let size = end ?? records.size, size > start else { return nil }
    return Double(records.offset - min(start, records.offset)) / Double(size - start)
  }

  /// Gives back the row that was read last, which is then the next one.
  mutating func giveBack(_ row: Row) { again = row }

  private func row(_ record: RecordReader.Record, _ separator: UInt8) -> Row {
    func content(_ fields: [String]) -> Content {
      .cells(Cells(columns: columns, cells: fields, separator: separator))
    }
    var fields = CSVFields.split(record.bytes, at: separator)
    let count = fields.count
    let bytes = keepsBytes ? Array(record.bytes) : []
    guard String(validating: record.bytes, as: UTF8.self) != nil else {
      fields += Array(repeating: "", count: max(0, header.count - count))
      return Row(
        line: record.line, fields: Array(fields.prefix(header.count)), content: content([]),
        bytes: bytes, problem: BatchProblem(words: "the row is not proper UTF-8"))
    }
    guard count == header.count else {
      fields += Array(repeating: "", count: max(0, header.count - count))
      return Row(
        line: record.line, fields: Array(fields.prefix(header.count)), content: content([]),
        bytes: bytes,
        problem: BatchProblem(
          words: "the row has \(count) fields, the header \(header.count)"
            + (record.bytes.contains(0x0A)
              ? "; a quote that is opened on this line is closed lines later, or never" : "")))
    }
    return Row(line: record.line, fields: fields, content: content(fields), bytes: bytes)
  }

  private func line(_ record: RecordReader.Record) -> Row {
    let text = String(decoding: record.bytes, as: UTF8.self)
    let isObject =
      (try? JSONSerialization.jsonObject(with: Data(record.bytes))) is [String: Any]
    return Row(
      line: record.line, fields: [isObject ? text : text.jsonQuoted],
      content: .json(Array(record.bytes)),
      problem: isObject ? nil : BatchProblem(words: "the line is not an object of JSON"))
  }
}

/// Why a batch cannot be begun, or gone on with.
package enum BatchError: Error, CustomStringConvertible {
  case empty(String)
  case workbook(String)
  case notTable(String)
  case severalTargets(String, rows: Int)
  case noColumns(String, needed: [String], [String])
  case otherColumns(String)
  case notWritable(String)
  case outputIsInput(String)
  case oldLineEnds(String)
  case columnTwice(String, String)
  case otherAnswers
  case notWritten(String)
  case folderNotEmpty(String)
  case notATable(String)
  case notCut(String)
  case receiptIsOther(String)
  case noReceipt(String)
  case receiptNotEmpty(String)
  case storeChanged
  case notAReceipt(String)

  package var description: String {
    switch self {
    case .empty(let path): "'\(path.printable)' is empty"
    case .workbook(let path):
      "'\(path.printable)' is an archive or a workbook; give it as a file by its name, or save the sheet as "
        + "CSV (UTF-8)"
    case .severalTargets(let path, let rows):
      "rows of '\(path.printable)' with several targets: \(rows); none was chosen, and nothing was "
        + "written. The library has no published weights to share them out: leave '--one-per-row' away, and "
        + "join published weights to the columns 'understood' and 'target'"
    case .notTable(let path):
      "'\(path.printable)' is JSON, and has no columns; give a table in CSV"
    case .noColumns(let path, let needed, let header):
      "'\(path.printable)' needs the columns \(needed.map { "'\($0)'" }.joined(separator: " and ")); "
        + "it has "
        + header.prefix(12).map { "'\($0.prefix(40).printable)'" }.joined(separator: ", ")
    case .otherColumns(let path):
      "'\(path.printable)' holds something else than answers to this batch; choose another output"
    case .notWritable(let path): "'\(path.printable)' cannot be written; choose another place"
    case .notWritten(let why): "the answers cannot be written: \(why)"
    case .folderNotEmpty(let path):
      "'\(path.printable)' is not empty; choose a new folder, so that no older page stands among the new ones"
    case .notATable(let path):
      "'\(path.printable)' is JSON Lines; groups come from columns, so write the cases as CSV"
    case .outputIsInput(let path):
      "'\(path.printable)' is the batch itself; choose another output"
    case .oldLineEnds(let path):
      "the lines of '\(path.printable)' end with carriage returns alone; save it with line feeds"
    case .columnTwice(let path, let name): "'\(path.printable)' has the column '\(name)' twice"
    case .notCut(let path):
      "'\(path.printable)' is not a file that can be cut; give each run its part on standard input"
    case .receiptIsOther(let path):
      "the answers that are there were made by another question, graph or program, as the receipt "
        + "'\(path.printable)' says; choose another output"
    case .noReceipt(let path):
      "there are answers already, but no receipt '\(path.printable)' that says how they were made; "
        + "choose another output"
    case .receiptNotEmpty(let path):
      "'\(path.printable)' is not a receipt, and is not written over; choose another file"
    case .storeChanged:
      "the library has changed since the batch began; run it again"
    case .notAReceipt(let path):
      "'\(path.printable)' is not a receipt of a batch"
    case .otherAnswers:
      "the last answer that is there is another than would be given now: the question, the frameworks "
        + "or the program are not the same; choose another output"
    }
  }
}

extension BatchReader.Row {
  /// The number of the case, as the row has it; empty if it has none.
  var reference: String {
    switch content {
    case .cells(let cells): cells["reference"]?.trimmed ?? ""
    case .json(let bytes):
      ((try? JSONSerialization.jsonObject(with: Data(bytes))) as? [String: Any])?["reference"]
        as? String ?? ""
    }
  }
}
