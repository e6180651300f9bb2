package import ArgumentParser
internal import Passerelle

/// The command line's root: it holds the list of commands and nothing else.
package struct PasserelleCommand: ParsableCommand {
  package static let configuration = CommandConfiguration(
    commandName: "passerelle",
    abstract:
      "What does a qualification from one country correspond to in another, and who says so?",
    discussion: """
      An ID is 'framework:code' (ie-nqf:8), an alias (DQR:6, in any case), or a quoted title. A \
      version follows the name (in-nsqf@2013:5).

      Exit codes: 0 answered, 1 findings of a check or failed rows, 2 wrong usage, 3 bad input, 4 internal.
      """,
    version: Program.version,
    subcommands: [
      CompareCommand.self, EquivalentsCommand.self, RecodeCommand.self, ExplainCommand.self,
      GapCommand.self, AssessCommand.self, ReceiptsCommand.self, SignCommand.self,
      VerifyCommand.self,
      KeysCommand.self, ReportCommand.self, CorridorCommand.self,
      AtlasCommand.self, ShowCommand.self, ListCommand.self, SearchCommand.self,
      ImportCommand.self, RemoveCommand.self, SnapshotCommand.self, BackupCommand.self,
      RestoreCommand.self, RebuildCommand.self, CheckCommand.self, ContradictionsCommand.self,
      ExportCommand.self,
      ConvertCommand.self, DiffCommand.self, NewCommand.self, SchemaCommand.self,
      AdaptersCommand.self, StatsCommand.self, CompletionsCommand.self,
    ])

  package init() {}
}
