internal import ArgumentParser

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Create a new framework descriptor or adapter.",
    subcommands: [NewFrameworkCommand.self, NewAdapterCommand.self])
}
