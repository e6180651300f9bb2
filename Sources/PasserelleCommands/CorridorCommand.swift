internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleStore

struct CorridorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corridor", _superCommandName: "passerelle",
    abstract: "Show all that is known between two countries, on one page.",
    discussion: """
      The levels of both by their reference level, what is declared or agreed between the two, weaker \
      indications, whom to ask for each purpose, and what no source here says. Countries go by code or \
      name: 'passerelle corridor PH DE', 'passerelle corridor Ukraine Poland'.
      """)

  /// How a corridor is written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, html
  }

  @Argument(
    help: ArgumentHelp("The country that people come from.", valueName: "from"), completion: .places
  )
  var origin: String

  @Argument(
    help: ArgumentHelp("The country that they go to.", valueName: "to"), completion: .places)
  var destination: String

  @Option(help: "How to write the page: text, json or html.")
  var format = Form.text

  @OptionGroup var ask: AskOptions

  func run() throws {
    let language = try ask.language()
    let library = try ask.options.library()
    // The page names the hash of the content, which takes long to make.
    library.store.rememberContentHash()
    let answer = try ask.desk { try $0.corridor(from: origin, to: destination) }
    switch format {
    case .text: try Console.print(answer, as: .text, in: language)
    case .json: try Console.print(answer, as: .json, in: language)
    case .html: Console.print(answer.page(in: language).trimmed)
    }
  }
}
