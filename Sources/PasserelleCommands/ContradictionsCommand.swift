internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct ContradictionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "contradictions",
    abstract: "List statements that cannot all hold, with the fewest that show it.",
    discussion: """
      Of files, only what they have a part in, together with the library; they are not imported. The \
      exit code is 1 where there is any.
      """)

  @Argument(help: ArgumentHelp("Files or folders; all that is known without.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "The adapter that reads them; otherwise the one that recognises each.", valueName: "name"))
  var adapter: String?

  @Option(help: ArgumentHelp("How many to list at most.", valueName: "number"))
  var limit = 1_000

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard limit > 0 else { throw ValidationError("'--limit' takes a number from 1 on") }
  }

  func run() throws {
    let contradictions = try find()
    switch format {
    case .text:
      Console.print(
        ContradictionsText(contradictions: contradictions).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(ContradictionsAnswer(contradictions)))
    }
    if !contradictions.found.isEmpty { throw ExitStatus.findings }
  }

  private func find() throws -> Contradictions {
    let day = try date.day()
    let library = try options.library()
    guard !paths.isEmpty else {
      return try library.store.read { try ContradictionFinder($0, day: day, limit: limit).find() }
    }
    let files = try SourceOptions.files(at: paths)
    return try library.rehearsing(files, adapter: adapter) { report, graph in
      let errors = report.diagnostics.filter { $0.severity == .error }
      guard errors.isEmpty else {
        Console.diagnostics(errors)
        throw ExitStatus.badInput
      }
      let names = Set(files.map(\.name))
      return try ContradictionFinder(graph, day: day, limit: limit) { record in
        names.contains(record.evidence.position.file)
      }.find()
    }
  }
}
