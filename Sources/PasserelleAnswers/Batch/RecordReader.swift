internal import Foundation
internal import Passerelle

/// Splits a file into records as it is read: lines, or, where quotes count, what RFC 4180 calls a
/// record.
///
/// It holds one record and a little more, whatever the length of the file.
struct RecordReader {
  struct Record {
    var bytes: ArraySlice<UInt8>
    /// The line on which it starts, from 1 on.
    var line: Int
    /// Where the next record starts in the file.
    var end: UInt64
    /// Whether a line break ends it, and not the file.
    var isWhole: Bool
  }

  /// The longest record that is read whole; a longer one ends at its next line break, and is cut: that is
  /// a problem of its row.
  private static let longest = 1 << 20

  /// Where more comes from; nothing if all of it is here.
  private let file: FileHandle?
  private var buffer: [UInt8] = []
  private var start = 0
  private var line = 1
  /// Where the next record starts in the file.
  private(set) var offset: UInt64 = 0
  private var isAtEnd = false

  init(path: String) throws {
    var status = stat()
    guard path == "-" || stat(path, &status) != 0 || status.st_mode & S_IFMT != S_IFDIR else {
      throw SourceFileError(path: path, why: "it is a folder, and not a table")
    }
    do {
      file =
        path == "-" ? .standardInput : try FileHandle(forReadingFrom: URL(filePath: path))
    } catch {
      throw SourceFileError(path: path, why: "there is no such file, or it may not be read")
    }
    fill()
    skipMark()
  }

  /// Reads what was sent, and opens no file.
  init(_ bytes: [UInt8]) {
    (file, buffer, isAtEnd) = (nil, bytes, true)
    skipMark()
  }

  /// How many bytes the file has; nothing where it cannot be known.
  var size: UInt64? {
    var status = stat()
    guard let file, fstat(file.fileDescriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return UInt64(max(0, status.st_size))
  }

  /// A byte order mark belongs to no field.
  private mutating func skipMark() {
    if buffer.starts(with: [0xEF, 0xBB, 0xBF]) {
      start = 3
      offset = 3
    }
  }

  /// The first byte that is to come and is no white space, as far as it was read ahead.
  func firstOfText() -> UInt8? {
    buffer[min(start, buffer.count)...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
      ?? (start < buffer.count ? buffer[start] : nil)
  }

  /// Whether the file is a workbook, or another one that is packed or made of cells: no text.
  var isWorkbook: Bool {
    let head = buffer[min(start, buffer.count)...]
    return head.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || head.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
  }

  /// The next record without its line break; nothing at the end.
  mutating func next(quoted: Bool) -> Record? {
    var at = start
    var isQuoted = false
    while true {
      while at < buffer.count {
        let byte = buffer[at]
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == 0x0A, !(quoted && isQuoted) || at - start > Self.longest {
          return take(to: at, breaks: 1)
        }
        if at - start > 2 * Self.longest {
          // The rest of the line is let go.
          buffer.removeSubrange(start + Self.longest..<at)
          offset += UInt64(at - start - Self.longest)
          at = start + Self.longest
        }
        at += 1
      }
      guard !isAtEnd else { break }
      at -= start
      fill()
      at += start
    }
    guard start < buffer.count else { return nil }
    return take(to: buffer.count, breaks: 0)
  }

  private mutating func take(to end: Int, breaks: Int) -> Record {
    var last = end
    if last > start, buffer[last - 1] == 0x0D { last -= 1 }
    let bytes = buffer[start..<last]
    let first = line
    line += buffer[start..<end].count { $0 == 0x0A } + breaks
    offset += UInt64(end + breaks - start)
    start = end + breaks
    return Record(bytes: bytes, line: first, end: offset, isWhole: breaks == 1)
  }

  /// Forgets what was read, and reads on.
  private mutating func fill() {
    buffer.removeFirst(start)
    start = 0
    guard let data = try? file?.read(upToCount: 1 << 18), !data.isEmpty else {
      isAtEnd = true
      return
    }
    buffer.append(contentsOf: data)
  }
}

/// The fields of a record of CSV (RFC 4180): commas part them, or semicolons, as spreadsheets write them
/// where the comma is the decimal sign, or tabs; quotes hold them together.
enum CSVFields {
  /// What may part fields, the usual one first.
  static let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  static func split(_ record: ArraySlice<UInt8>, at separator: UInt8) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var (isQuoted, wasQuote) = (false, false)
    for byte in record {
      switch byte {
      case UInt8(ascii: "\""):
        // Two quotes inside quotes are one.
        if !isQuoted, wasQuote { field.append(byte) }
        wasQuote = isQuoted
        isQuoted.toggle()
        continue
      case separator where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
      default: field.append(byte)
      }
      wasQuote = false
    }
    fields.append(String(decoding: field, as: UTF8.self))
    return fields
  }
}
