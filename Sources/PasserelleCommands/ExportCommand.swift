internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or parts of it, in a format of the field, as a page or a picture.",
    discussion: """
      Formats of data: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")). 'csv' makes a \
      folder of tables with the script that loads them into PostgreSQL. What a format cannot carry is \
      counted on the standard error.

      'markdown' and 'html' make a page of levels, links, sources and their state of verification; \
      'svg' a wall chart of all frameworks against the levels of a reference framework.
      """)

  @Argument(
    help: ArgumentHelp(
      "Frameworks, countries, sets of mappings or agreements; all where none is given.",
      valueName: "name"))
  var names: [String] = []

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp("A format of data, or markdown, html, svg.", valueName: "format"))
  var target: ExportTarget

  @Option(
    help: ArgumentHelp(
      "The reference framework whose levels are the columns of the chart.", valueName: "framework"))
  var reference = "eqf"

  @OptionGroup var destination: ExportOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      switch target {
      case .data(let format):
        let chosen = try names.flatMap(inquiry.publications)
        try destination.write(
          names.isEmpty ? graph.publications() : chosen, of: graph, as: format, on: day)
      case .markdown: try page(of: inquiry) { MarkdownPage($0).text }
      case .html: try page(of: inquiry) { HTMLPage($0).text }
      case .svg: try writePage(chart(of: inquiry, on: day))
      }
    }
  }

  // MARK: - Pages

  /// The frameworks of levels: the long classifications are listed by 'list'.
  private func page(of inquiry: Inquiry, _ text: ([FrameworkSheet]) -> String) throws {
    let frameworks = try frameworks(of: inquiry)
    try writePage(
      text(
        frameworks.filter { !names.isEmpty || $0.kind.hasLevels }
          .map { try FrameworkSheet(of: $0, in: inquiry.graph) }))
  }

  private func chart(of inquiry: Inquiry, on day: String) throws -> String {
    let columns = try inquiry.frameworks(reference)[0]
    guard columns.kind == .metaFramework else {
      throw ValidationError("'\(columns.name)' is no reference framework; 'eqf' is one")
    }
    return try WallChart(
      against: columns, of: frameworks(of: inquiry), on: day, in: inquiry.graph
    ).svg
  }

  private func frameworks(of inquiry: Inquiry) throws -> [Framework] {
    try names.isEmpty ? inquiry.graph.frameworks() : names.flatMap(inquiry.frameworks)
  }

  private func writePage(_ text: String) throws {
    let file = try ExportFile(destination.output)
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

  static let allValueStrings = ExportFormat.allCases.map(\.rawValue) + ["markdown", "html", "svg"]
}

extension FrameworkKind {
  /// Whether it is a scale of levels, and no list of hundreds.
  fileprivate var hasLevels: Bool {
    switch self {
    case .metaFramework, .qualificationsFramework, .educationLevels, .skillLevels: true
    case .occupations, .educationFields, .competences, .register: false
    }
  }
}
