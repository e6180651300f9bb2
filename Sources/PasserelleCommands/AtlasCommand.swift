internal import ArgumentParser
internal import PasserelleAnswers

struct AtlasCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "atlas", _superCommandName: "passerelle",
    abstract: "Show which frameworks are linked to which, how, and on what evidence.",
    discussion: """
      Without names: all national frameworks with levels that are in force on the day. A link makes \
      nothing equivalent; 'compare' answers for single levels.
      """)

  /// How an atlas is written.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, csv, xlsx, html, svg
  }

  @Argument(
    help: ArgumentHelp(
      "Frameworks or countries (default: all national frameworks).",
      valueName: "framework or country"), completion: .places)
  var names: [String] = []

  @Option(help: "How to write the atlas: text, json, csv, xlsx, html or svg (to print on A3).")
  var format = Format.text

  @OptionGroup var ask: AskOptions

  func run() throws {
    let language = try ask.language()
    let answer = try ask.desk { try $0.atlas(of: names) }
    switch format {
    case .text: try Console.print(answer, as: TableFormat.text, in: language)
    case .json: try Console.print(answer, as: TableFormat.json, in: language)
    case .csv: try Console.print(answer, as: TableFormat.csv, in: language)
    case .xlsx:
      try Console.print(answer, as: TableFormat.xlsx, in: language, from: ask)
    case .html: Console.print(whole: AtlasPicture(answer, in: language).html)
    case .svg: Console.print(whole: AtlasPicture(answer, in: language).svg)
    }
  }
}
