internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleStore

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show every chain of statements between two concepts, best first, and why not more.",
    discussion: """
      Chains are made by the rules of Documentation/Reasoning.md. They are ordered by what they come \
      to, how firm their weakest link is, versions in force, stated confidence, derived steps, length, \
      age.
      """)

  /// How an explanation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, svg, dot
  }

  @Argument(help: ArgumentHelp("Where the chains start.", valueName: "id"))
  var from: String

  @Argument(help: ArgumentHelp("Where they end.", valueName: "id"))
  var to: String

  @Option(help: ArgumentHelp("How many links a chain may have, from 1 to 8.", valueName: "number"))
  var maxSteps = 6

  @Option(help: "How to write the answer: text, json, svg or dot.")
  var format = Format.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    guard (1...8).contains(maxSteps) else {
      throw ValidationError("'--max-steps' takes a number from 1 to 8, not \(maxSteps)")
    }
  }

  func run() throws {
    let day = try date.day()
    let explanation = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      return try inquiry.answering(asJSON: format == .json) {
        let (from, to) = (try inquiry.concept(from), try inquiry.concept(to))
        guard from.id != to.id else {
          throw ValidationError("'\(from.id)' is both; name two concepts")
        }
        var explanation = try Explainer(inquiry.vantage, maxSteps: maxSteps)
          .explain(from, to)
        explanation.comparison.caveats.insert(contentsOf: inquiry.understandings, at: 0)
        return explanation
      }
    }
    switch format {
    case .text:
      Console.print(ExplanationText(explanation: explanation).lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(ExplanationAnswer(explanation)))
    case .svg: Console.print(ChainPicture(explanation).svg)
    case .dot: Console.print(ChainPicture(explanation).dot)
    }
  }
}
