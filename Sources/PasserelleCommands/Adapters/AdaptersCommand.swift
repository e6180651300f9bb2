internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct AdaptersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapters",
    abstract: "List the adapters, and decide which modules may run.",
    discussion:
      "An adapter that did not come with the program runs only after its module is trusted.",
    subcommands: [
      ListAdaptersCommand.self, TrustAdapterCommand.self, UntrustAdapterCommand.self,
    ],
    defaultSubcommand: ListAdaptersCommand.self)
}
