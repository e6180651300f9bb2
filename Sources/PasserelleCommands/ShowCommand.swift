internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one concept or framework with everything known of it.")

  @Argument(help: ArgumentHelp("What to show.", valueName: "id"))
  var id: String

  @Option(help: "How to write the answer: text or json.")
  var format = OutputFormat.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let answer = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      let frameworks = id.contains(":") ? [] : try inquiry.resolver.frameworks(id)
      if frameworks.count == 1 { return try ConceptAnswer(frameworks[0], in: graph) }
      if frameworks.count > 1 {
        throw IdentifierError(
          text: id, candidates: [], near: frameworks.map(\.name.description), isFramework: true)
      }
      return try inquiry.answering(asJSON: format == .json) {
        let record = try inquiry.concept(id)
        let framework = try graph.framework(record.id.framework)
        return try ConceptAnswer(record, of: framework, in: graph)
      }
    }
    switch format {
    case .text: Console.print(answer.lines.joined(separator: "\n"))
    case .json: Console.print(try JSONText.encode(answer))
    }
  }
}
