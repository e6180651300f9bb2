internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "passerelle",
    abstract: "Read files or folders into the store.",
    discussion: """
      One import is one transaction: if a file has an error, the store stays as it was. Anything \
      imported before under the same name is replaced.
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: "How to write the report: text or json.")
  var format = OutputFormat.text

  @OptionGroup var progress: ProgressOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let (library, display) = (try options.library(for: .keeping), progress.display())
    let report = try display.showing {
      try library.importing(
        source.files(with: options.locations), adapter: source.reader.adapter,
        progress: display.report)
    }
    if format == .json {
      let text = try ReportAnswer(report).json(in: .none)
      if report.hasErrors { Console.print(text) } else { Console.print(done: text) }
    } else {
      Console.diagnostics(report.diagnostics)
    }
    for failure in report.failures { Console.error("\(failure)") }
    if format == .text, let words = report.leftOutWords { Console.error(words) }
    if report.hasErrors {
      Console.error("nothing was imported: \(report.summary)")
      throw ExitStatus.failure(report, otherwise: ExitStatus.badInput)
    }
    guard format == .text else { return }
    let readers = report.readers.map { reader in
      "\(reader.path.printable): read by \(reader.adapter)"
        + (reader.map.map { "; map: \($0) (bundled)" } ?? "")
    }
    Console.print(
      done: (readers + ["imported \(report.statements) statements"]).joined(
        separator: "\n"))
  }
}
