internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel
internal import PasserelleStore

struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", _superCommandName: "passerelle",
    abstract: "Take out of the store what was imported under a name.",
    discussion: """
      What comes with the program stays. Where an import of yours stood in the place of something that \
      comes with the program, that is there again.
      """)

  @Argument(
    help: ArgumentHelp(
      "A framework, with its version where it has one, a set of mappings or an agreement.",
      valueName: "name"), completion: .frameworks)
  var name: String

  @OptionGroup var options: LibraryOptions

  func run() throws {
    guard let name = FrameworkName(name) ?? FrameworkName(name.lowercased()) else {
      throw ValidationError(
        "'\(name.printable)' is not \(FrameworkName.expectation); \(FrameworkName.hint)")
    }
    try options.library(for: .keeping).remove(name)
    Console.print(done: "removed \(name)")
  }
}
