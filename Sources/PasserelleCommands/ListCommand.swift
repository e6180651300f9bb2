internal import ArgumentParser
internal import PasserelleAnswers

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "passerelle",
    abstract: "List all frameworks, or all concepts of one, in their order.")

  @Argument(
    help: ArgumentHelp("'frameworks', or the framework to list.", valueName: "framework"),
    completion: .places)
  var framework = "frameworks"

  @Option(help: "How to write the list: text, json, csv or xlsx (a workbook).")
  var format = TableFormat.text

  @OptionGroup var ask: AskOptions

  func run() throws {
    let language = try ask.language()
    if framework.lowercased() == "frameworks" {
      try Console.print(ask.desk { try $0.frameworkList() }, as: format, in: language, from: ask)
    } else {
      try Console.print(ask.desk { try $0.list(framework) }, as: format, in: language, from: ask)
    }
  }
}
