internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with files or folders, and import nothing.",
    discussion: "The exit code is 1 where there is an error; warnings leave it 0.")

  @OptionGroup var source: SourceOptions

  @Option(help: "How to write the report: text or json.")
  var format = OutputFormat.text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let report = try options.library().checking(source.files(), adapter: source.adapter)
    for failure in report.failures { Console.error("\(failure)") }
    switch format {
    case .json: Console.print(try JSONText.encode(ReportAnswer(report)))
    case .text: Console.diagnostics(report.diagnostics, to: .standardOutput)
    }
    if report.hasErrors { throw ExitStatus.findings }
    if format == .text, report.diagnostics.isEmpty {
      let count = report.readers.count
      Console.print("\(count) \(count == 1 ? "file" : "files"), nothing to report")
    }
  }
}
