internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct AdaptersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapters",
    abstract: "List the adapters, what they read, and where they are.",
    discussion:
      "The exit code is 3 where a module cannot be used; the others are listed all the same.")

  @Flag(
    name: .shortAndLong,
    help: "Also say where was searched, and which module was passed over and why.")
  var verbose = false

  @Option(help: "How to write the list: text, json or csv.")
  var format = TableFormat.text

  func run() throws {
    let loader = AdapterLoader(folders: Locations.standard().adapters)
    let (adapters, failures) = loader.all()
    var table = OutputTable(columns: ["adapter", "version", "abi", "dialects", "summary", "path"])
    for adapter in adapters {
      table.rows.append([
        adapter.manifest.id, adapter.manifest.version, "ABI \(adapter.abi)",
        adapter.manifest.dialects.map(\.name).joined(separator: " "), adapter.manifest.summary,
        adapter.path,
      ])
    }
    Console.print(try table.rendered(as: format))
    if verbose {
      for folder in loader.folders { Console.error("searched \(folder.printable)") }
      for candidate in loader.candidates() {
        guard let other = candidate.isOvershadowedBy else { continue }
        Console.error("passed over \(candidate.path.printable): \(other.printable) comes first")
      }
    }
    for failure in failures { Console.error("passed over \("\(failure)".printableLines)") }
    if !failures.isEmpty { throw ExitStatus.badInput }
  }
}
