internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
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
    help: ArgumentHelp(
      "What is offered: a qualification, an occupation, or the file of a profile.", valueName: "id")
  )
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
    let library = try options.library()
    let profile = try profile(by: library.loader)
    let gap = try library.store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        let (finder, target) = (
          try GapFinder(inquiry.vantage), try inquiry.concept(to)
        )
        guard let profile else { return try finder.find(from: inquiry.concept(from), to: target) }
        let interpreter = try ProfileInterpreter(
          profile, in: graph, on: inquiry.vantage.day)
        return try finder.find(of: interpreter.competences(), for: target)
      }
    }
    switch format {
    case .text: Console.print(GapText(gap: gap).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(GapAnswer(gap)))
    }
  }

  /// The profile, where a file and no concept is named.
  private func profile(by loader: AdapterLoader) throws -> ProfileRecord? {
    guard [".yaml", ".yml", ".json"].contains(where: from.lowercased().hasSuffix) else {
      return nil
    }
    return try ProfileSource(loader).wholeProfile(at: from)
  }
}
