internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers

struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", _superCommandName: "passerelle",
    abstract: "Copy what you have imported to a file, for 'passerelle restore'.",
    discussion: "What comes with the program is not in it: every installation has that.")

  @Argument(
    help: ArgumentHelp("The file; a backup that is there is replaced.", valueName: "file"),
    completion: .file())
  var file: String

  @Option(help: "How to write the report: text or json.")
  var format = OutputFormat.text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let backup = try options.library().backup(to: file)
    try Console.print(backup, as: format)
    guard format == .text else { return }
    for name in backup.imports { Console.print("  \(name)") }
  }
}
