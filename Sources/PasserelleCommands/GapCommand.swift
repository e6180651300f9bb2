internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleStore

struct GapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gap",
    abstract: "Show which competences of one thing another covers, and which are left open.",
    discussion: """
      Of qualifications, what they attest; of occupations, what they require. What is left open is a \
      candidate for compensation or adaptation, and no reason to refuse.
      """)

  @Argument(
    help: ArgumentHelp("What is offered: a qualification or an occupation.", valueName: "id"))
  var from: String

  @Argument(
    help: ArgumentHelp("What is asked for: a qualification or an occupation.", valueName: "id"))
  var to: String

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let gap = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        try GapFinder(graph, resolver: inquiry.resolver)
          .find(from: inquiry.concept(from), to: inquiry.concept(to))
      }
    }
    switch format {
    case .text: Console.print(GapText(gap: gap).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(GapAnswer(gap)))
    }
  }
}
