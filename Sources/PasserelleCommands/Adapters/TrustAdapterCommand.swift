internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct TrustAdapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Let a module run as an adapter, as it is now.",
    discussion: """
      What is trusted is the content of the file, by its SHA-256: one that has changed is not run. An \
      adapter of the same name that was trusted before no longer is. To say who it is, the module is \
      run once, in a process of its own.
      """)

  @Argument(help: ArgumentHelp("The module: lib<Name>.so.", valueName: "file"))
  var file: String

  func run() throws {
    let locations = Locations.standard()
    let loader = AdapterLoader(locations)
    var list = try TrustList(at: locations.trustList)
    let (adapter, hash) = try loader.examine(file)
    let manifest = adapter.manifest
    list.trust(TrustList.Entry(hash: hash, name: manifest.id, version: manifest.version))
    try list.save()
    let facts = [
      ("module", adapter.path), ("sha-256", hash),
      ("entry point", "passerelle_adapter_\(manifest.id)"), ("summary", manifest.summary),
      ("reads", manifest.dialects.map(\.name).joined(separator: ", ")),
      ("author", manifest.author), ("licence", manifest.licence),
    ]
    let lines = facts.map { "  " + $0.padded(to: 13) + $1.printable }
    Console.print(
      (["trusted \(manifest.id) \(manifest.version.printable)"] + lines).joined(separator: "\n"))
    if !loader.candidates().contains(where: { $0.path == adapter.path }) {
      Console.error(
        "it is in no folder that is searched: copy it to '\(locations.data.printable)/adapters', "
          + "or name its folder in PASSERELLE_ADAPTER_PATH")
    }
  }
}
