internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers

struct SnapshotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", _superCommandName: "passerelle",
    abstract: "Copy the whole store to one file that can be asked where nothing may be written.",
    discussion: """
      The file holds what comes with the program and what you have imported. '--store FILE' or \
      PASSERELLE_STORE asks it, on any machine, as it is: nothing is built and nothing is changed.
      """)

  @Argument(
    help: ArgumentHelp("The file; a snapshot that is there is replaced.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(help: "How to write the report: text or json.")
  var format = OutputFormat.text

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let (library, display) = (try options.library(), progress.display())
    let snapshot = try display.showing {
      try library.snapshot(to: file, progress: display.report)
    }
    try Console.print(snapshot, as: format)
  }
}
