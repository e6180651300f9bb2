internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", _superCommandName: "passerelle",
    abstract: "Take over what had been imported into a backup, a snapshot or another store.",
    discussion: """
      What has the same name in your store is replaced; everything else stays. A store of an earlier \
      version will do.
      """)

  @Argument(
    help: ArgumentHelp("The file, which is not changed.", valueName: "file"), completion: .file())
  var file: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let names = try options.library(for: .keeping).restore(from: file)
    if !names.isEmpty {
      Console.print(done: names.map { "restored \($0)" }.joined(separator: "\n"))
    }
    if names.isEmpty { Console.error("nothing had been imported into '\(file.printable)'") }
  }
}
