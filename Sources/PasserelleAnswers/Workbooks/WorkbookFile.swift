internal import CXLSX
internal import Foundation
internal import Passerelle
internal import PasserelleModel

/// A workbook that is being written, cell by cell, rows in their order.
final class WorkbookFile {
  private let file: TemporaryFile
  private var book: OpaquePointer?

  /// Begins a workbook.
  ///
  /// - Throws: `WorkbookError` if libxlsxwriter is not installed, or there is no room.
  init() throws(WorkbookError) {
    guard let file = TemporaryFile() else { throw .noRoom }
    self.file = file
    guard let book = cxlsx_open(file.path, NSTemporaryDirectory()) else { throw .noLibrary }
    self.book = book
  }

  deinit { if let book { _ = cxlsx_close(book) } }

  /// Begins a sheet; a name may have 31 characters, and not all of them.
  func begin(_ name: String, isRightToLeft: Bool) {
    let allowed = name.map { "[]:*?/\\'".contains($0) ? " " : $0 }
    _ = cxlsx_sheet(book, String(allowed.prefix(31)), isRightToLeft ? 1 : 0)
  }

  func write(_ text: String, row: Int, column: Int, as style: cxlsx_style) throws(WorkbookError) {
    guard !text.isEmpty else { return }
    let error = cxlsx_write(book, UInt32(clamping: row), UInt16(clamping: column), text, style)
    guard error == 0 else { throw .notWritten(String(cString: cxlsx_message(error))) }
  }

  /// Makes a column as wide as so many characters.
  func widen(_ column: Int, to characters: Int) {
    cxlsx_width(book, UInt16(clamping: column), Double(characters))
  }

  func freeze(rows: Int, columns: Int) {
    cxlsx_freeze(book, UInt32(clamping: rows), UInt16(clamping: max(0, columns - 1)))
  }

  /// Ends the workbook, and hands over its bytes.
  func finish(_ take: ([UInt8]) throws -> Void) throws {
    guard let book else { return }
    self.book = nil
    let error = cxlsx_close(book)
    guard error == 0 else { throw WorkbookError.notWritten(String(cString: cxlsx_message(error))) }
    try file.forEachPiece(take)
  }
}

/// Why a workbook cannot be written.
package enum WorkbookError: Error, CustomStringConvertible {
  case noLibrary
  case noRoom
  case tooManyRows
  case notWritten(String)
  case notATable(String)
  case cannotResume

  package var description: String {
    switch self {
    case .noLibrary:
      "libxlsxwriter is not installed, which writes workbooks (Debian: 'apt-get install libxlsxwriter-dev'); "
        + "'--format csv' needs no library"
    case .noRoom:
      "there is no room for a temporary file; make room, or set TMPDIR to a larger folder"
    case .tooManyRows: "a sheet of a workbook has 1,048,576 rows at most; write the table as CSV"
    case .notWritten(let why): "the workbook cannot be written: \(why)"
    case .notATable(let path):
      "'\(path.printable)' is JSON Lines, and a workbook is made of a table"
    case .cannotResume: "a workbook is written whole; '--resume' needs an output in CSV"
    }
  }
}
