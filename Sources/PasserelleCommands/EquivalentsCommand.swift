internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct EquivalentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "equivalents",
    abstract: "List what stands at the same reference level in a country or framework.",
    discussion: """
      What a law or agreement declares equivalent is listed apart, within its scope. A shared \
      reference level declares nothing.
      """)

  @Argument(help: ArgumentHelp("What to find correspondents of.", valueName: "id"))
  var id: String

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Where to look.", valueName: "country or framework"))
  var target: String

  @Option(help: "How to write the answer: text, json or csv.")
  var format = TableFormat.text

  @OptionGroup var aim: PurposeOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let (found, steps) = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        var found = try CorrespondentFinder(inquiry.vantage)
          .find(inquiry.concept(id), in: inquiry.frameworks(target))
        found.caveats.insert(contentsOf: inquiry.understandings, at: 0)
        let steps = try aim.purpose.map {
          NextStepsAnswer(
            try NextSteps(
              for: $0, from: found.subject.items.map(\.framework), in: found.targets, on: day,
              graph: graph))
        }
        return (found, steps)
      }
    }
    var answer = CorrespondentsAnswer(found)
    answer.nextSteps = steps
    switch format {
    case .text:
      let sources = Citations()
      let lines =
        answer.lines(of: found, citing: sources) + (steps?.lines(citing: sources) ?? [])
      Console.print((lines + sources.lines).joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(answer))
    case .csv: Console.print(try answer.table.rendered(as: .csv))
    }
  }
}
