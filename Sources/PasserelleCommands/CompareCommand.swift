internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleStore

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare levels or qualifications, and show who says so.",
    discussion: """
      Of one, the answer is what it is referenced to. A batch has the columns, or keys, 'from' and 'to'.
      """)

  @Argument(help: ArgumentHelp("What to compare.", valueName: "id"))
  var ids: [String] = []

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var many: BatchOptions
  @OptionGroup var aim: PurposeOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard many.batch == nil else {
      return ids.isEmpty ? () : try refuse("with '--batch' the questions are in the file")
    }
    if ids.isEmpty { try refuse("name what to compare, or a file with '--batch'") }
  }

  private func refuse(_ why: String) throws { throw ValidationError(why) }

  func run() throws {
    let day = try date.day()
    if let batch = many.batch {
      let purpose = aim.purpose
      return try many.run(batch, in: options.library().store) { graph in
        try CompareWorker(Inquiry(graph, day: day), for: purpose)
      }
    }
    let (comparison, steps) = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        var comparison = try Comparer(inquiry.vantage)
          .compare(ids.map(inquiry.concept), for: aim.purpose)
        comparison.caveats.insert(contentsOf: inquiry.understandings, at: 0)
        let steps = try aim.purpose.map {
          NextStepsAnswer(try NextSteps(for: $0, after: comparison, graph: graph))
        }
        return (comparison, steps)
      }
    }
    switch format {
    case .text:
      let sources = Citations()
      let lines =
        ComparisonText(comparison: comparison).lines(citing: sources)
        + (steps?.lines(citing: sources) ?? [])
      Console.print((lines + sources.lines).joined(separator: "\n"))
    case .json:
      var answer = ComparisonAnswer(comparison)
      answer.nextSteps = steps
      Console.print(try JSONText.encode(answer))
    }
  }
}
