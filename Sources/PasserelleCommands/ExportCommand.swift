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

      Of concepts, what is written is what an answer rests on: of several, the comparison and every \
      chain between them; of one with '--in', what corresponds to it there. What the answer concludes \
      is not in it: no source states that.

      'markdown' and 'html' make a page of levels, links, sources and their state of verification; \
      'svg' a wall chart of all frameworks against the levels of a reference framework.
      """)

  @Argument(
    help: ArgumentHelp(
      "Frameworks, countries, sets of mappings or agreements, all where none is given; or concepts.",
      valueName: "name"))
  var names: [String] = []

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp(
      "Write what corresponds to the concept there.", valueName: "country or framework"))
  var place: String?

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

  func validate() throws {
    if place != nil, names.count != 1 {
      throw ValidationError("with '--in' name one concept: what corresponds to it there is written")
    }
    if isAnswer, !target.isData {
      throw ValidationError(
        "a page or a picture is made of frameworks; 'explain --format svg' draws the chains of two "
          + "concepts")
    }
  }

  func run() throws {
    let day = try date.day()
    try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      switch target {
      case .data(let format) where isAnswer:
        let excerpt = try excerpt(from: inquiry)
        try destination.write(
          excerpt.publications, within: excerpt, of: graph, as: format, on: day)
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

  // MARK: - Answers

  /// Whether concepts are named, and not what was published.
  private var isAnswer: Bool { place != nil || names.contains { $0.contains(":") } }

  private func excerpt(from inquiry: Inquiry) throws -> Excerpt {
    let concepts = try names.map(inquiry.concept)
    if let place {
      return Excerpt(
        of: try CorrespondentFinder(inquiry.vantage)
          .find(concepts[0], in: inquiry.frameworks(place)))
    }
    guard concepts.count > 1 else {
      return Excerpt(
        of: try Comparer(inquiry.vantage).compare(concepts))
    }
    let explainer = try Explainer(inquiry.vantage)
    return Excerpt(
      of: try concepts.indices.flatMap { first in
        try concepts[(first + 1)...].filter { $0.id != concepts[first].id }
          .map { try explainer.explain(concepts[first], $0) }
      })
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

  private func chart(of inquiry: Inquiry, on day: Day) throws -> String {
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

  /// Whether it is data, and neither a page nor a picture.
  var isData: Bool {
    if case .data = self { true } else { false }
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
