internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
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
      do {
        let records = try ids.map(inquiry.concept)
        return try Comparer(graph, resolver: inquiry.resolver).compare(records)
      } catch let error as IdentifierError where format == .json && !error.candidates.isEmpty {
        Console.print(try JSONText.encode(AmbiguityAnswer(error, day: day)))
        throw ExitStatus.usage
      }
    }
    switch format {
    case .text: Console.print(ComparisonText(comparison: comparison).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(ComparisonAnswer(comparison)))
    }
  }
}

/// The answer to a question that has several meanings.
struct AmbiguityAnswer: Encodable {
  struct Candidate: Encodable {
    var id: String
    var title: String
  }

  var finding = Finding.ambiguous.rawValue
  var asOf: String
  var question: String
  var candidates: [Candidate]

  init(_ error: IdentifierError, day: String) {
    asOf = day
    question = error.text
    candidates = error.candidates.map {
      Candidate(id: $0.id.description, title: $0.concept.title.preferred ?? "")
    }
  }
}
