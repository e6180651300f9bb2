internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "passerelle",
    abstract: "Check files or folders without importing them.",
    discussion: """
      The exit code is 1 if there is an error; warnings leave it 0. With --watch it is that of the last \
      check when Ctrl-C ends it.

      'sarif' is the format that code review tools read (SARIF 2.1.0). Documentation/Authorities.md \
      explains each finding and what to do about it.
      """)

  @OptionGroup var source: SourceOptions

  @Option(help: "How to write the report: text, json or sarif.")
  var format = CheckFormat.text

  @Flag(help: "Check again whenever a file is saved, until Ctrl-C.")
  var watch = false

  @OptionGroup var date: DateOptions
  @OptionGroup var options: LibraryOptions

  func validate() throws {
    if watch, format != .text { throw ValidationError("--watch goes with --format text only") }
  }

  func run() throws {
    let library = try options.library()
    guard watch else {
      let report = try check(source.files(with: options.locations), in: library)
      guard report.hasErrors else { return }
      throw ExitStatus.failure(report, otherwise: ExitStatus.findings)
    }
    var watch = FileWatch { (try? source.files(with: options.locations)) ?? [] }
    var hasErrors = false
    repeat {
      Console.error("checking at \(Self.timeOfDay())")
      do {
        hasErrors = try check(source.files(with: options.locations), in: library).hasErrors
      } catch let error as SourceFileError {
        // An editor may be about to put the file back.
        Console.error("\(error)")
        hasErrors = true
      }
      Console.error("checked; waiting for the next change, Ctrl-C ends")
    } while watch.waitForChange()
    if hasErrors { throw ExitStatus.findings }
  }

  /// The time on the clock here, to the second, as `14:05:09`.
  private static func timeOfDay() -> String {
    Date().formatted(
      Date.ISO8601FormatStyle(timeZone: .current).time(includingFractionalSeconds: false))
  }

  /// Checks files, and prints the report.
  private func check(_ files: [SourceFile], in library: Library) throws -> Importer.Report {
    let report = try library.checking(files, adapter: source.reader.adapter, on: date.day())
    for failure in report.failures { Console.error("\(failure)") }
    switch format {
    case .json: Console.print(try ReportAnswer(report).json(in: .none))
    case .sarif: Console.print(try JSONText.encode(SARIFLog(report)))
    case .text: printText(report)
    }
    return report
  }

  private func printText(_ report: Importer.Report) {
    var text = ProblemText(Console.ink)
    for problem in report.diagnostics { Console.print(text.text(of: problem)) }
    for words in report.mapWords { Console.print(words) }
    let count = report.readers.count
    let files = "\(count) \(count == 1 ? "file" : "files")"
    Console.print(
      report.diagnostics.isEmpty ? "\(files), nothing to report" : "\(files), \(report.summary)")
    if let words = report.leftOutWords { Console.print(words) }
  }
}

/// How the report of a check is written.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people: with the lines and a caret.
  case text
  /// For programs: one JSON value.
  case json
  /// For code review tools: SARIF 2.1.0.
  case sarif
}
