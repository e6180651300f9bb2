internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", _superCommandName: "passerelle",
    abstract: "Convert files from one format to another without importing them.",
    discussion: """
      Formats: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")). Anything the format cannot \
      carry is counted on standard error.
      """)

  @OptionGroup var source: SourceOptions

  @Option(name: .customLong("to"), help: "The format to write.")
  var format: ExportFormat

  @OptionGroup var destination: ExportOptions
  @OptionGroup var date: DateOptions
  @OptionGroup var progress: ProgressOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let day = try date.day()
    let files = try source.files(with: options.locations)
    let inputs = files.flatMap { [$0.path] + ($0.headPath.map { [$0] } ?? []) }
    let library = try options.library()
    let display = progress.display(besideResult: destination.output == nil)
    let outcome = try display.showing {
      try library.rehearsing(
        files, adapter: source.reader.adapter, progress: display.report
      ) { report, graph in
        display.interrupting {
          for failure in report.failures { Console.error("\(failure)") }
          Console.diagnostics(report.diagnostics)
          for words in report.mapWords { Console.error(words) }
          if let words = report.leftOutWords { Console.error(words) }
        }
        if report.hasErrors {
          throw ExitStatus.failure(report, otherwise: ExitStatus.badInput)
        }
        let publications = report.publications.compactMap { FrameworkName($0) }
        let order = destination.order(format, reading: inputs, telling: display)
        return try GraphExport(graph, order, on: day).write(publications)
      }
    }
    destination.report(outcome, of: format)
  }
}

extension ExportFormat: ExpressibleByArgument {}
