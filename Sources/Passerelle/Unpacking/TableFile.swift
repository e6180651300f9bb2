internal import Foundation
package import PasserelleModel

/// A table that a command reads row by row: a file, standard input (`-`), a sheet of a workbook, or what a
/// compressed file holds.
package struct TableFile: Sendable {
  /// The path, as the person wrote it.
  package let path: String
  /// What is told of the workbook, and does not keep it from being read.
  package private(set) var remarks: [Diagnostic] = []
  private let content: UnpackedFile?

  /// A table that is read as it is, whatever is in it.
  package init(_ path: String) { (self.path, content) = (path, nil) }

  /// Finds the table at a path, and unpacks it if it has to be.
  ///
  /// - Parameters:
  ///   - path: The file, or `-`.
  ///   - sheet: The sheet, if the file is a workbook with several.
  ///   - locations: Where it is unpacked.
  /// - Throws: `TableFileError` if there is no one table in it.
  package init(_ path: String, sheet: String?, at locations: Locations) throws(TableFileError) {
    self.path = path
    var file = SourceFile(name: URL(filePath: path).lastPathComponent, path: path)
    file.sheets = [sheet].compactMap(\.self)
    let source = path == "-" ? nil : try? file.open()
    guard let source, let head = try? source.main.head(4), head.isContainer else {
      if let source, let format = FileFormat(of: source.main) {
        throw .problem(format.problem(at: source.main.position))
      }
      guard sheet == nil else { throw .noWorkbook(path) }
      content = nil
      return
    }
    let contents = ContainerOpener(locations).open(source, at: path, sheets: file.sheets)
    if let error = contents.problems.first(where: { $0.severity == .error }) {
      throw .problem(error)
    }
    remarks = contents.problems
    guard let first = contents.files.first else { throw .empty(path) }
    guard contents.files.count == 1 else {
      throw .several(
        path, contents.files.map { $0.sheet ?? $0.name }, areSheets: first.sheet != nil)
    }
    content = first
  }

  /// Where the table is read from.
  package var readablePath: String { content?.path ?? path }

  /// The place of a row, and of a column in it.
  package func position(line: Int, column: Int) -> SourcePosition {
    SourcePosition(file: path, line: line, column: column, sheet: content?.sheet)
  }
}

/// Why there is no one table in a file.
package enum TableFileError: Error, CustomStringConvertible {
  case problem(Diagnostic)
  case empty(String)
  case noWorkbook(String)
  case several(String, [String], areSheets: Bool)

  package var description: String {
    switch self {
    case .problem(let problem): "\(problem)"
    case .empty(let path): "'\(path.printable)' holds no table"
    case .noWorkbook(let path): "'\(path.printable)' is not a workbook; '--sheet' belongs to one"
    case .several(let path, let names, let areSheets):
      "'\(path.printable)' holds several \(areSheets ? "sheets" : "files"): "
        + names.prefix(12).map { "'\($0.printable)'" }.joined(separator: ", ")
        + (areSheets ? "; choose one with '--sheet'" : "; unpack it, and give one of them")
    }
  }
}
