internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleStore

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare levels or qualifications, and show who says so.",
    discussion: "Of one, the answer is what it is referenced to.")

  @Argument(help: ArgumentHelp("What to compare.", valueName: "id"))
  var ids: [String]

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let comparison = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        try Comparer(graph, resolver: inquiry.resolver).compare(ids.map(inquiry.concept))
      }
    }
    switch format {
    case .text: Console.print(ComparisonText(comparison: comparison).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(ComparisonAnswer(comparison)))
    }
  }
}
