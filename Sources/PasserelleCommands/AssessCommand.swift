internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct AssessCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assess",
    abstract: "Make a statement of comparability of what a person brings.",
    discussion: """
      The profile names certificates, work, competences and languages, and no person. It is read and \
      forgotten. The statement says what the sources carry, and decides nothing.
      """)

  /// How a statement is written.
  enum Form: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  @Argument(help: ArgumentHelp("The profile, in YAML or JSON.", valueName: "profile"))
  var profile: String

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("The country where it is to count.", valueName: "country"))
  var destination: String

  @Option(help: "What for: study, regulated or work.")
  var purpose: PurposeOptions.Choice

  @Option(help: ArgumentHelp("The language of the statement.", valueName: "language"))
  var language = "en"

  @Option(help: "How to write the statement: text or html.")
  var format = Form.text

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let library = try options.library()
    let say = try MessageCatalogue(language: language, in: library.locations.languages)
    let file = SourceFile(name: profile, path: profile)
    let (record, problems) = try library.profile(in: file)
    if !problems.isEmpty { Console.diagnostics(problems) }
    guard let record, !problems.contains(where: { $0.severity == .error }) else {
      throw ExitStatus.badInput
    }
    let sheet = try library.store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      let destinations = try inquiry.frameworks(destination).filter { !$0.countries.isEmpty }
      guard let country = destinations.first?.countries.first else {
        throw ValidationError("'\(destination.printable)' is no country")
      }
      let question = Assessment.Question(
        profile: record, destinations: destinations, country: country, purpose: purpose.purpose,
        day: day)
      let assessment = try Assessor(graph, question: question).assess()
      return StatementWriter(assessment, in: say).sheet(
        number: "\(record.profile.reference)/\(day)",
        contentHash: try graph.statistics().contentHash)
    }
    switch format {
    case .text: Console.print(StatementText(sheet: sheet).lines.joined(separator: "\n"))
    case .html: Console.print(StatementPage(sheet).text.trimmed)
    }
  }
}
