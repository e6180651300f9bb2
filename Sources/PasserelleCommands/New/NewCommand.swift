internal import ArgumentParser

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin something that Passerelle reads or is extended by.",
    subcommands: [NewFrameworkCommand.self, NewAdapterCommand.self])
}
