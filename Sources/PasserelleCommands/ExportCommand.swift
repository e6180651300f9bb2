internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the graph, or one framework, as a page or a picture.",
    discussion: """
      'markdown' and 'html' make a page of levels, links, sources and their state of verification. \
      'svg' makes a wall chart of all frameworks against the levels of a reference framework.
      """)

  /// What can be written.
  enum Target: String, ExpressibleByArgument, CaseIterable, Sendable {
    case markdown, html, svg
  }

  @Argument(
    help: ArgumentHelp(
      "The framework or country to write; all frameworks where none is given.",
      valueName: "framework"))
  var framework: String?

  @Option(
    name: .customLong("to"), help: ArgumentHelp("markdown, html or svg.", valueName: "format"))
  var target: Target

  @Option(
    help: ArgumentHelp(
      "The reference framework whose levels are the columns of the chart.", valueName: "framework"))
  var reference = "eqf"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Where to write; the standard output where it is not given.", valueName: "file"))
  var output: String?

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let text = try options.library().store.read { graph in
      let inquiry = try Inquiry(graph, day: day)
      let chosen = try framework.map(inquiry.frameworks) ?? graph.frameworks()
      switch target {
      case .markdown: return MarkdownPage(try sheets(of: chosen, in: graph)).text
      case .html: return HTMLPage(try sheets(of: chosen, in: graph)).text
      case .svg:
        let columns = try inquiry.frameworks(reference)[0]
        guard columns.kind == .metaFramework else {
          throw ValidationError("'\(columns.name)' is no reference framework; 'eqf' is one")
        }
        return try WallChart(against: columns, of: chosen, on: day, in: graph).svg
      }
    }
    try write(text)
  }

  /// The frameworks of levels: the long classifications are listed by 'list'.
  private func sheets(of frameworks: [Framework], in graph: StoredGraph) throws -> [FrameworkSheet]
  {
    let isAll = framework == nil
    return try frameworks.filter { !isAll || $0.kind.hasLevels }
      .map { try FrameworkSheet(of: $0, in: graph) }
  }

  private func write(_ text: String) throws {
    guard let output else {
      Console.print(text.hasSuffix("\n") ? String(text.dropLast()) : text)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(filePath: output), options: .atomic)
    } catch {
      throw ValidationError("'\(output.printable)' cannot be written; choose another place")
    }
  }
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
