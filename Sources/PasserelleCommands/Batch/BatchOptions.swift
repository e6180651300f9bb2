internal import ArgumentParser
internal import Foundation
internal import PasserelleModel
internal import PasserelleStore

/// A file of questions instead of one.
struct BatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Answer a file of questions: CSV with the columns 'from' and 'to', or JSON Lines with these keys; \
      '-' is the standard input. The answers come in the same form and order.
      """, valueName: "file"))
  var batch: String?

  @Option(
    help: ArgumentHelp(
      "Where the answers of a batch go; the standard output without.", valueName: "file"))
  var output: String?

  @Flag(help: "Go on where an earlier run of the same batch into the same output was ended.")
  var resume = false

  func validate() throws {
    if batch == nil, output != nil || resume {
      throw ValidationError("'--output' and '--resume' belong to '--batch'")
    }
    if resume, output == nil { throw ValidationError("'--resume' needs '--output'") }
  }

  /// Answers the batch, and tells on the standard error what became of it.
  func run(_ path: String, by inquiry: Inquiry, for purpose: Purpose?) throws {
    var reader = try BatchReader(path: path)
    let output = try BatchOutput(
      path: output, isResumed: resume, header: reader.header + BatchAnswer.columns,
      form: reader.form)
    for _ in 0..<output.done where reader.next() == nil { break }
    var run = BatchRun(inquiry: inquiry, purpose: purpose)
    run.report = { line, problem in
      Console.diagnostics([
        .error("bad-row", at: SourcePosition(file: path, line: line, column: 1), problem)
      ])
    }
    run.progress = { Console.progress("\(output.done + $0) rows") }
    let (rows, problems) = try run.run(&reader, into: output.file)
    Console.progress(nil)
    if problems > 0 || output.done > 0 {
      let before = output.done > 0 ? ", \(output.done) were there" : ""
      Console.error("\(rows) rows answered\(before), \(problems) of them with a problem")
    }
  }
}
