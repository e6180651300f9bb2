internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what differs between two versions of a framework, and what that does to links.",
    discussion: """
      Each version is a framework of the library, or a file or folder that an adapter reads; nothing \
      is imported. What sources state of successors goes first, then the code. The exit code is 0 \
      whether they differ or not.
      """)

  @Argument(
    help: ArgumentHelp("The old version: a framework, a file or a folder.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The new version.", valueName: "new"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "The adapter that reads the files; otherwise the one that recognises each.",
      valueName: "name"))
  var adapter: String?

  @Option(help: "How to write the report: text, json or markdown.")
  var format = DifferenceFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let library = try options.library()
    let (before, after) = (try version(old, in: library, day), try version(new, in: library, day))
    let answer = try library.store.read { graph in
      let difference = try FrameworkDifference(from: before, to: after, in: graph)
      return DifferenceAnswer(difference, try Impact(of: difference, in: graph))
    }
    switch format {
    case .text: Console.print(DifferenceText(answer: answer).lines.joined(separator: "\n"))
    case .markdown: Console.print(DifferenceMarkdown(answer: answer).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(answer))
    }
  }

  /// Reads a version: a framework where the library has one of that name, otherwise files.
  private func version(
    _ text: String, in library: Library, _ day: Day
  ) throws -> FrameworkVersion {
    let known = try library.store.read { graph -> FrameworkVersion? in
      let inquiry = try Inquiry(graph, day: day)
      let isName = try !inquiry.resolver.isCountry(text)
      guard isName || !FileManager.default.fileExists(atPath: text) else { return nil }
      let names = try inquiry.frameworks(text).map(\.name)
      return try FrameworkVersion(of: names, in: graph)
    }
    if let known { return known }
    let files = try SourceOptions.files(at: [text])
    return try library.rehearsing(files, adapter: adapter) { report, graph in
      try tell(report, of: text)
      return try FrameworkVersion(
        of: report.publications.compactMap { FrameworkName($0) }, in: graph, from: text)
    }
  }

  /// Tells what keeps a version from being read, and how much else `check` has to say of it.
  ///
  /// A link to what is not known here does not: a new version may leave out what others lead to, and
  /// name what only the old one has.
  private func tell(_ report: Importer.Report, of path: String) throws {
    for failure in report.failures { Console.error("\(failure)") }
    let errors = report.diagnostics.filter { problem in
      problem.severity == .error && !Diagnostic.ID.dangling.contains(problem.id)
    }
    guard errors.isEmpty else {
      Console.diagnostics(errors)
      throw ExitStatus.badInput
    }
    let count = report.diagnostics.count { $0.position.file.hasPrefix(path) }
    guard count > 0 else { return }
    let remarks = count == 1 ? "1 remark" : "\(count) remarks"
    Console.error("\(path.printable): 'passerelle check' has \(remarks) on it")
  }
}

extension FrameworkVersion {
  /// Reads publications of a graph.
  init(of publications: [FrameworkName], in graph: StoredGraph, from path: String? = nil) throws {
    self.init(from: path)
    for name in publications { try graph.statements(of: name) { add($0) } }
    try readSuccession(in: graph)
  }
}

/// How the difference of two versions is written.
enum DifferenceFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs: one JSON value.
  case json
  /// For a change log.
  case markdown
}
