internal import ArgumentParser
internal import PasserelleAnswers

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", _superCommandName: "passerelle",
    abstract: "Show one concept or framework with everything known about it.")

  @Argument(help: ArgumentHelp("A concept or a framework.", valueName: "id"), completion: .concepts)
  var id: String

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var ask: AskOptions

  func run() throws {
    try Console.print(ask.desk { try $0.show(id) }, as: format, in: ask.language())
  }
}
