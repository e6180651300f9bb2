internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleModel

/// The files that are to be read, and the adapter that reads them.
struct SourceOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("Files, or folders of files.", valueName: "path"))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "The adapter that reads them; otherwise the one that recognises each.", valueName: "name"))
  var adapter: String?

  func files() throws -> [SourceFile] { try Self.files(at: paths) }

  /// The files at some paths, by names that tell them apart.
  static func files(at paths: [String]) throws -> [SourceFile] {
    let files = try paths.flatMap { try SourceFile.files(at: $0) }.withoutHeads
    guard !files.isEmpty else {
      throw SourceFileError(
        path: paths.joined(separator: " "), why: "it holds no YAML, XML, JSON, CSV or TSV file")
    }
    // Two files of one name are told apart by their paths.
    let names = Dictionary(grouping: files, by: \.name)
    return files.map { file in
      var file = file
      if names[file.name, default: []].count > 1 { file.name = file.path }
      return file
    }
  }
}

/// The report of an import or a check, as JSON.
struct ReportAnswer: Encodable {
  struct Problem: Encodable {
    var file: String
    var line: Int
    var column: Int
    var severity: String
    var id: String
    var summary: String
    var hint: String?
  }

  struct Reader: Encodable {
    var file: String
    var adapter: String
  }

  var files: [Reader]
  var statements: Int
  var problems: [Problem]
  var failures: [String]

  init(_ report: Importer.Report) {
    files = report.readers.map { Reader(file: $0.path, adapter: $0.adapter) }
    statements = report.statements
    problems = report.diagnostics.map { diagnostic in
      Problem(
        file: diagnostic.position.file, line: diagnostic.position.line,
        column: diagnostic.position.column, severity: diagnostic.severity.rawValue,
        id: diagnostic.id.rawValue, summary: diagnostic.summary, hint: diagnostic.hint)
    }
    failures = report.failures.map(\.description)
  }
}

extension Importer.Report {
  /// `2 errors, 1 warning`.
  var summary: String {
    let errors = diagnostics.filter { $0.severity == .error }.count
    let warnings = diagnostics.count - errors
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: ", ")
  }
}
