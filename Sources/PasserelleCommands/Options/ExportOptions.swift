internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

/// Where data is written, and on which terms.
struct ExportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file or folder to write (default: standard output).", valueName: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Base IRI for concepts that have none of their own.", valueName: "iri"))
  var base: String?

  @Flag(help: "List each item that the format cannot carry.")
  var verbose = false

  @Flag(help: "Mix sources whose licences do not allow it, on your own responsibility.")
  var mixLicences = false

  /// How data is written.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - inputs: The files that are read for it.
  ///   - display: Where it is shown how far it has come.
  /// - Returns: What is asked for.
  func order(
    _ format: ExportFormat, reading inputs: [String], telling display: ProgressDisplay
  ) -> ExportOrder {
    var order = ExportOrder(format, to: output, base: base, mixesLicences: mixLicences)
    order.inputs = inputs
    order.progress = display.report
    return order
  }

  /// Reports what was lost, and on which terms the sources are.
  func report(_ outcome: ExportOutcome, of format: ExportFormat) {
    report(outcome.loss, of: format)
    guard !outcome.licences.lines.isEmpty else { return }
    Console.error("the sources name these licences:")
    Console.lines(outcome.licences.lines.map { "  \($0.printable)" })
  }

  private func report(_ loss: LossReport, of format: ExportFormat) {
    guard !loss.kinds.isEmpty else {
      Console.error("'\(format.rawValue)' carries all of it")
      return
    }
    Console.error("'\(format.rawValue)' cannot carry all of it; lost are")
    for (kind, entry) in loss.kinds {
      Console.lines(["  \(entry.count)  \(kind.printable)"])
      guard verbose else { continue }
      Console.lines(entry.examples.map { "      \($0.printable)" })
      let more = entry.count - entry.examples.count
      if more > 0 { Console.lines(["      … and \(more) more"]) }
    }
  }
}
