internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", _superCommandName: "passerelle",
    abstract: "Compare levels or qualifications, and show who says so.",
    discussion: """
      With one ID, shows the level it is referenced to. A batch has the columns, or keys, 'from' and \
      'to'.
      """)

  @Argument(
    help: ArgumentHelp("The levels or qualifications to compare.", valueName: "id"),
    completion: .concepts)
  var ids: [String] = []

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var many: BatchOptions
  @OptionGroup var aim: PurposeOptions
  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard many.batch == nil else {
      return ids.isEmpty ? () : try refuse("with '--batch' the questions are in the file")
    }
    if ids.isEmpty { try refuse("name what to compare, or a file with '--batch'") }
  }

  private func refuse(_ why: String) throws { throw ValidationError(why) }

  func run() throws {
    let language = try ask.language()
    if let batch = many.batch {
      let (day, purpose) = (try ask.date.day(), aim.purpose)
      let question = BatchQuestion(
        "compare", asOf: day, in: language, ["purpose": purpose?.rawValue])
      return try many.run(
        batch, asking: question, at: ask.options.locations, in: ask.options.library().store
      ) { graph in
        CompareClerk(try Desk(graph, day: day, today: .today()), for: purpose, in: language)
      }
    }
    let reply = try ask.desk { try $0.compare(ids, for: aim.purpose) }
    try Console.print(reply, as: format, in: language)
  }
}
