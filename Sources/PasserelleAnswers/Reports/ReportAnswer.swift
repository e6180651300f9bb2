package import Passerelle
internal import PasserelleModel

/// The report of an import or a check.
public struct ReportAnswer: Answer {
  /// The kind of answer.
  public static let kind = "report"

  /// A problem of a file.
  public struct Problem: Encodable, Sendable {
    /// The file.
    public let file: String
    /// The line, from 1; 0 for the file as a whole.
    public let line: Int
    /// The column, in code points from 1.
    public let column: Int
    /// The sheet, if the file is a workbook: the line is its row then, and the column its column.
    public let sheet: String?
    /// `error` or `warning`.
    public let severity: String
    /// The kind of problem, by its token.
    public let id: String
    /// What is wrong.
    public let summary: String
    /// What to do about it.
    public let hint: String?
  }

  /// A file, and the adapter that has read it.
  public struct Reader: Encodable, Sendable {
    /// The file.
    public let file: String
    /// The adapter.
    public let adapter: String
    /// The map that comes with the program and that the file was read by, if it was.
    public let map: String?
  }

  /// The files that were read.
  public let files: [Reader]
  /// The files of folders that no adapter is for.
  public let leftOut: [String]
  /// How many statements they make.
  public let statements: Int
  /// What is wrong with them.
  public let problems: [Problem]
  /// Adapters that could not be used.
  public let failures: [String]

  package init(_ report: Importer.Report) {
    files = report.readers.map { Reader(file: $0.path, adapter: $0.adapter, map: $0.map) }
    leftOut = report.leftOut
    statements = report.statements
    problems = report.diagnostics.map { diagnostic in
      Problem(
        file: diagnostic.position.file, line: diagnostic.position.line,
        column: diagnostic.position.column, sheet: diagnostic.position.sheet,
        severity: diagnostic.severity.rawValue,
        id: "\(diagnostic.id)", summary: diagnostic.summary, hint: diagnostic.hint)
    }
    failures = report.failures.map(\.description)
  }

  /// The report for people, line by line, as compilers print it.
  public func lines(by pen: Pen) -> [String] {
    problems.map { problem in
      let place =
        problem.sheet == nil
        ? "\(problem.file):\(problem.line):\(problem.column)"
        : SourcePosition(
          file: problem.file, line: problem.line, column: problem.column, sheet: problem.sheet
        ).description
      return "\(place): \(problem.severity): \(problem.summary) [\(problem.id)]".printable
    }
  }
}

extension Importer.Report {
  /// What was not read of the folders: `left out: 'notes.pdf', 'README.md'`; nothing where all was.
  package var leftOutWords: String? {
    guard !leftOut.isEmpty else { return nil }
    let most = 10
    let rest = leftOut.count > most ? " and \(leftOut.count - most) more" : ""
    let names = leftOut.prefix(most).map { "'\($0.printable)'" }.joined(separator: ", ")
    return "left out, because no adapter is for files of these names: \(names)\(rest)"
  }

  /// The files that were read by a map that comes with the program: `codes.csv: map: anzsco-2022 (bundled)`.
  package var mapWords: [String] {
    readers.compactMap { reader in
      reader.map.map { "\(reader.path.printable): map: \($0) (bundled)" }
    }
  }

  /// `2 errors, 1 warning`.
  package var summary: String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let warnings = diagnostics.count - errors
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
