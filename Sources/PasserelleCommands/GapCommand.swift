internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers

struct GapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap", _superCommandName: "passerelle",
    abstract: "Show which competences of one thing another covers, and which are left open.",
    discussion: """
      For qualifications, the competences that they attest; for occupations, those that they require. \
      What is left open is a candidate for compensation or adaptation, not a reason to refuse.
      """)

  @Argument(
    help: ArgumentHelp(
      "What is offered: a qualification, an occupation, or the file of a profile.", valueName: "id"),
    completion: .concepts)
  var from: String

  @Argument(
    help: ArgumentHelp("What is asked for: a qualification or an occupation.", valueName: "id"),
    completion: .concepts)
  var to: String

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var ask: AskOptions

  func run() throws {
    let isProfile = [".yaml", ".yml", ".json"].contains(where: from.lowercased().hasSuffix)
    let profile =
      try isProfile
      ? ProfileSource(AdapterLoader(ask.options.locations)).wholeProfile(at: from) : nil
    let reply = try ask.desk { desk in
      try profile.map { try desk.gap(of: $0, to: to) } ?? desk.gap(from: from, to: to)
    }
    try Console.print(reply, as: format, in: ask.language())
  }
}
