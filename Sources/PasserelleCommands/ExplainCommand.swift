internal import ArgumentParser
internal import PasserelleAnswers

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", _superCommandName: "passerelle",
    abstract:
      "Show every chain of statements between two concepts, best first, and why there are no others.",
    discussion: """
      Chains are made by the rules of Documentation/Reasoning.md. They are ordered by their \
      conclusion, how firm their weakest link is, versions in force, stated confidence, derived steps, \
      length and age.
      """)

  /// How an explanation is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, svg, dot
  }

  @Argument(help: ArgumentHelp("Where the chains start.", valueName: "id"), completion: .concepts)
  var from: String

  @Argument(help: ArgumentHelp("Where they end.", valueName: "id"), completion: .concepts)
  var to: String

  @Option(help: ArgumentHelp("How many links a chain may have, from 1 to 8.", valueName: "number"))
  var maxSteps = 6

  @Option(help: "How to write the answer: text, json, svg or dot.")
  var format = Format.text

  @OptionGroup var ask: AskOptions

  func validate() throws {
    guard (1...8).contains(maxSteps) else {
      throw ValidationError("'--max-steps' takes a number from 1 to 8, not \(maxSteps)")
    }
  }

  func run() throws {
    let language = try ask.language()
    let reply = try ask.desk { try $0.explain(from, to, maxSteps: maxSteps) }
    let written: OutputFormat = format == .json ? .json : .text
    let answer = try Console.answer(of: reply, as: written, in: language)
    switch format {
    case .text, .json: try Console.print(answer, as: written, in: language)
    case .svg: Console.print(ChainPicture(answer, in: language).svg)
    case .dot: Console.print(ChainPicture(answer, in: language).dot)
    }
  }
}
