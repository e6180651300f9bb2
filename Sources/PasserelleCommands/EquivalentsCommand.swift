internal import ArgumentParser
internal import PasserelleAnswers

struct EquivalentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equivalents", _superCommandName: "passerelle",
    abstract: "List what is at the same reference level in a country or framework.",
    discussion: """
      What a law or agreement declares equivalent is listed separately, within its scope. A shared \
      reference level declares nothing.
      """)

  @Argument(help: ArgumentHelp("The level or qualification to look up.", valueName: "id"))
  var id: String

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Where to look.", valueName: "country or framework"))
  var target: String

  @Option(help: "How to write the answer: text, json or csv.")
  var format = TableFormat.text

  @OptionGroup var aim: PurposeOptions
  @OptionGroup var ask: AskOptions

  func run() throws {
    let reply = try ask.desk { try $0.equivalents(of: id, in: target, for: aim.purpose) }
    try Console.print(reply, as: format, in: ask.language())
  }
}
