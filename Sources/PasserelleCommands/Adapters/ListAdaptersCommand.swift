internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct ListAdaptersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the adapters, what they read, and where they are.",
    discussion:
      "The exit code is 3 where a module cannot be used; the others are listed all the same.")

  @Flag(
    name: .shortAndLong,
    help: "Also say where was searched, what protects from the modules, and which was passed over.")
  var verbose = false

  @Flag(help: "List the adapters that are trusted, by the SHA-256 of their modules, instead.")
  var trusted = false

  @Option(help: "How to write the list: text, json or csv.")
  var format = TableFormat.text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let loader = AdapterLoader(options.locations)
    if trusted { return try listTrusted(by: loader) }
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
    if verbose { tell(of: adapters, by: loader) }
    for failure in failures { Console.error("passed over \("\(failure)".printableLines)") }
    if !failures.isEmpty { throw ExitStatus.badInput }
  }

  private func listTrusted(by loader: AdapterLoader) throws {
    let entries = try TrustList(at: options.locations.trustList).entries
    guard !entries.isEmpty || format != .text else {
      return Console.error("no adapter is trusted but those that came with the program")
    }
    var table = OutputTable(columns: ["adapter", "version", "sha-256", "module"])
    table.rows = entries.map { [$0.name, $0.version, $0.hash, loader.whereabouts(of: $0)] }
    Console.print(try table.rendered(as: format))
  }

  private func tell(of adapters: [HostedAdapter], by loader: AdapterLoader) {
    for folder in loader.folders {
      let state = loader.isPinned(folder) ? ", whose modules are pinned" : ""
      Console.error("searched \(folder.printable)\(state)")
    }
    for candidate in loader.candidates() {
      guard let other = candidate.isOvershadowedBy else { continue }
      Console.error("found \(candidate.path.printable) after \(other.printable)")
    }
    for words in Set(adapters.map(Self.protection)).sorted() { Console.error(words) }
  }

  private static func protection(from adapter: HostedAdapter) -> String {
    guard let confinement = adapter.confinement else {
      return "adapters run in this process: nothing protects from them"
    }
    return "adapters run in processes of their own: \(confinement.words)"
  }
}
