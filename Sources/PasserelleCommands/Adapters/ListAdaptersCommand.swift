internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel

struct ListAdaptersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the adapters, what they read, and where they are.",
    discussion:
      "The exit code is 3 if a module cannot be used; the others are listed all the same.")

  @Flag(
    name: .shortAndLong,
    help: "Also show the folders searched, the sandboxing in force, and modules that were skipped.")
  var verbose = false

  @Flag(help: "List the trusted adapters instead, by the SHA-256 of their modules.")
  var trusted = false

  @Option(help: "How to write the list: text, json, csv or xlsx (a workbook).")
  var format = TableFormat.text

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let loader = AdapterLoader(options.locations)
    if trusted { return try listTrusted(by: loader) }
    let (adapters, failures) = loader.all()
    let maps = BundledMaps(options.locations)
    try Console.print(AdapterListAnswer(adapters, maps.maps), as: format, in: language())
    if verbose { tell(of: adapters, by: loader) }
    for failure in failures { Console.error("skipped \("\(failure)".printableLines)") }
    if !failures.isEmpty { throw ExitStatus.badInput }
  }

  private func listTrusted(by loader: AdapterLoader) throws {
    let entries = try TrustList(at: options.locations.trustList).entries
    guard !entries.isEmpty || format != .text else {
      return Console.error("no adapter is trusted except those that came with the program")
    }
    let answer = TrustedAdapterListAnswer(entries, foundBy: loader)
    try Console.print(answer, as: format, in: language())
  }

  /// The list has no sentences; the second sheet of a workbook has some.
  private func language() throws -> Language {
    format == .xlsx ? try Language("en", in: options.locations.languages) : .none
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
      return "adapters run in this process, without a sandbox"
    }
    return "adapters run in processes of their own: \(confinement.words)"
  }
}
