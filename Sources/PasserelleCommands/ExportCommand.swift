internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "passerelle",
    abstract: "Write the graph, or parts of it, in a format of the field, as a page or a picture.",
    discussion: """
      Formats of data: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")). 'csv' makes a \
      folder of tables with the script that loads them into PostgreSQL. Anything a format cannot carry is \
      counted on standard error.

      For concepts, writes what an answer is based on: for several, the comparison and every chain \
      between them; for one with '--in', what corresponds to it there. The conclusion of the answer is \
      left out: no source states it.

      'markdown' and 'html' make a page of levels, links, sources and their state of verification; \
      'svg' a wall chart of all frameworks against the levels of a reference framework.
      """)

  @Argument(
    help: ArgumentHelp(
      "Frameworks, countries, sets of mappings or agreements (default: all); or concepts.",
      valueName: "name"), completion: .concepts)
  var names: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Write what corresponds to the concept there.", valueName: "country or framework"),
    completion: .places)
  var place: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("A format of data, or markdown, html, svg.", valueName: "format"))
  var target: ExportTarget

  @Option(
    help: ArgumentHelp(
      "The reference framework whose levels are the columns of the chart.", valueName: "framework"),
    completion: .frameworks)
  var reference = "eqf"

  @OptionGroup var destination: ExportOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var speech: LanguageOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if place != nil, names.count != 1 {
      throw ValidationError("with '--in' name one concept: what corresponds to it there is written")
    }
    if target.isData, speech.language != nil {
      throw ValidationError(
        "'--language' is for pages and pictures; a format of data has the words of the sources")
    }
    if isAnswer, !target.isData {
      throw ValidationError(
        "a page or a picture is made of frameworks; 'explain --format svg' draws the chains of two "
          + "concepts")
    }
  }

  func run() throws {
    let day = try date.day()
    let store = try options.library().store
    try store.read { graph in
      let desk = try Desk(graph, day: day, today: .today())
      switch target {
      case .data(let format):
        let display = progress.display(besideResult: destination.output == nil)
        let order = destination.order(
          format, reading: [store.path], telling: display)
        let outcome = try display.showing {
          try isAnswer
            ? desk.export(answerOn: names, in: place, order) : desk.export(names, order)
        }
        destination.report(outcome, of: format)
      case .markdown:
        try write(desk.page(of: names, as: .markdown, in: language()), sparing: store)
      case .html: try write(desk.page(of: names, as: .html, in: language()), sparing: store)
      case .svg:
        try write(desk.chart(of: names, against: reference, in: language()), sparing: store)
      }
    }
  }

  /// Whether concepts are named, and not publications.
  private var isAnswer: Bool { place != nil || names.contains { $0.contains(":") } }

  private func language() throws -> Language { try speech.language(in: options.locations) }

  private func write(_ text: String, sparing store: CompetenceStore) throws {
    let file = try ExportFile(destination.output, sparing: [store.path])
    try file.write(text)
    try file.close()
  }
}

/// What can be exported to.
enum ExportTarget: ExpressibleByArgument {
  case data(ExportFormat)
  case markdown, html, svg

  init?(argument: String) {
    switch argument {
    case "markdown": self = .markdown
    case "html": self = .html
    case "svg": self = .svg
    default:
      guard let format = ExportFormat(rawValue: argument) else { return nil }
      self = .data(format)
    }
  }

  /// Whether it is data, and neither a page nor a picture.
  var isData: Bool {
    if case .data = self { true } else { false }
  }

  static let allValueStrings = ExportFormat.allCases.map(\.rawValue) + ["markdown", "html", "svg"]
}
