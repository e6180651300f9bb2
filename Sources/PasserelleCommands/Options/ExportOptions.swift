internal import ArgumentParser
internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Where data is written, and on which terms.
struct ExportOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The file or folder to write; the standard output where it is not given.", valueName: "path"))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What addresses of concepts start with where the field has given none.", valueName: "iri"))
  var base: String?

  @Flag(help: "List what the format cannot carry, one by one.")
  var verbose = false

  @Flag(help: "Mix sources whose licences do not allow it, on your own responsibility.")
  var mixLicences = false

  /// Writes publications, and tells what was lost and on which terms the sources are.
  func write(
    _ publications: [FrameworkName], within excerpt: Excerpt? = nil, of graph: StoredGraph,
    as format: ExportFormat, on day: Day
  ) throws {
    let terms = try LicenceReport(of: publications, in: graph)
    if !mixLicences, let conflict = terms.conflict { throw LicenceConflict(terms: conflict) }
    let export = GraphExport(graph, within: excerpt, as: format, base: base, on: day)
    let loss = try export.write(publications, to: output)
    report(loss, of: format)
    guard !terms.lines.isEmpty else { return }
    Console.error("the sources name these licences:")
    Console.lines(terms.lines.map { "  \($0.printable)" })
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
