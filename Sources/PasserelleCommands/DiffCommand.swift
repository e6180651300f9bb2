internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", _superCommandName: "passerelle",
    abstract: "Show what differs between two versions of a framework, and what that does to links.",
    discussion: """
      Each version is a framework of the library, or a file or folder that an adapter reads; nothing \
      is imported. Concepts are paired by the successors that sources name, then by code. The exit code \
      is 0 whether they differ or not.
      """)

  @Argument(
    help: ArgumentHelp("The old version: a framework, a file or a folder.", valueName: "old"),
    completion: .frameworks)
  var old: String

  @Argument(help: ArgumentHelp("The new version.", valueName: "new"), completion: .frameworks)
  var new: String

  @OptionGroup var reader: AdapterOptions

  @Option(help: "How to write the report: text, json or markdown.")
  var format = DifferenceFormat.text

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var ask: AskOptions

  func run() throws {
    let (day, language) = (try ask.date.day(), try ask.language())
    let (library, display) = (try ask.options.library(), progress.display())
    let answer = try display.showing {
      let before = try version(old, in: library, day, telling: display)
      let after = try version(new, in: library, day, telling: display)
      display.report(WorkProgress("comparing"))
      return try library.store.read { graph in
        try Desk(graph, day: day).diff(from: before, to: after)
      }
    }
    switch format {
    case .text: try Console.print(answer, as: .text, in: language)
    case .json: try Console.print(answer, as: .json, in: language)
    case .markdown: Console.print(answer.markdown(in: language))
    }
  }

  /// Reads a version: a framework if the library has one of that name, otherwise files.
  private func version(
    _ text: String, in library: Library, _ day: Day, telling display: ProgressDisplay
  ) throws -> FrameworkVersion {
    let known = try library.store.read { graph -> FrameworkVersion? in
      let desk = try Desk(graph, day: day)
      guard try desk.knowsFramework(text) || !FileManager.default.fileExists(atPath: text) else {
        return nil
      }
      return try desk.version(of: text)
    }
    if let known { return known }
    let files = try SourceFile.files(atAll: [text])
    return try library.rehearsing(
      files, adapter: reader.adapter, progress: display.report
    ) { report, graph in
      try tell(report, of: text, interrupting: display)
      return try Desk(graph, day: day).version(
        of: report.publications.compactMap { FrameworkName($0) }, from: text)
    }
  }

  /// Tells what keeps a version from being read, and how much else `check` has to say about it.
  ///
  /// A link to an unknown concept does not: a new version may leave out what others link to, and name
  /// what only the old one has.
  private func tell(
    _ report: Importer.Report, of path: String, interrupting display: ProgressDisplay
  ) throws {
    display.interrupting { for failure in report.failures { Console.error("\(failure)") } }
    let errors = report.diagnostics.filter { problem in
      problem.severity == .error && !Diagnostic.ID.dangling.contains(problem.id)
    }
    guard errors.isEmpty else {
      display.interrupting { Console.diagnostics(errors) }
      throw ExitStatus.badInput
    }
    let count = report.diagnostics.count { $0.position.file.hasPrefix(path) }
    guard count > 0 else { return }
    let remarks = count == 1 ? "1 remark" : "\(count) remarks"
    display.interrupting {
      Console.error("\(path.printable): 'passerelle check' has \(remarks)")
    }
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
