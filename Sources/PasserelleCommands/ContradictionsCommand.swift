internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

struct ContradictionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions", _superCommandName: "passerelle",
    abstract: "List statements that cannot all hold, with the fewest that show it.",
    discussion: """
      For files, only contradictions that involve them, together with the library; they are not \
      imported. The exit code is 1 if there are any.
      """)

  @Argument(
    help: ArgumentHelp("Files or folders (default: the whole library).", valueName: "path"),
    completion: .file())
  var paths: [String] = []

  @OptionGroup var reader: AdapterOptions

  @Option(help: ArgumentHelp("How many to list at most.", valueName: "number"))
  var limit = 1_000

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("'--limit' takes a number from 1") }
  }

  func run() throws {
    let display = progress.display()
    let answer = try display.showing("looking for contradictions") {
      try paths.isEmpty
        ? ask.desk { try $0.contradictions(limit: limit) }
        : find(in: SourceFile.files(atAll: paths), telling: display)
    }
    try Console.print(answer, as: format, in: ask.language())
    if !answer.contradictions.isEmpty { throw ExitStatus.findings }
  }

  private func find(
    in files: [SourceFile], telling display: ProgressDisplay
  ) throws -> ContradictionsAnswer {
    let day = try ask.date.day()
    return try ask.options.library().rehearsing(
      files, adapter: reader.adapter, progress: display.report
    ) { report, graph in
      let errors = report.diagnostics.filter { $0.severity == .error }
      guard errors.isEmpty else {
        display.interrupting { Console.diagnostics(errors) }
        throw ExitStatus.badInput
      }
      display.report(WorkProgress("looking for contradictions"))
      return try Desk(graph, day: day)
        .contradictions(limit: limit, amongStatementsOf: Set(files.map(\.name)))
    }
  }
}
