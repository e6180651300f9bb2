internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct TrustAdapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Let a module run as an adapter, as it is now.",
    discussion: """
      Trust applies to the content of the file, by its SHA-256: a changed module is not run. An adapter \
      of the same name that was trusted before no longer is. The module is run once, in a process of \
      its own, to identify itself.
      """)

  @Argument(help: ArgumentHelp("The module: lib<Name>.so.", valueName: "file"), completion: .file())
  var file: String

  @Flag(name: .customLong("in-process"), help: .inProcess)
  var isInProcess = false

  func run() throws {
    var locations = Locations.standard()
    if isInProcess { locations.isolation = .inProcess }
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
    let lines = facts.map { name, value in
      "  " + name + String(repeating: " ", count: 13 - name.count) + value.printable
    }
    Console.print(
      (["trusted \(manifest.id) \(manifest.version.printable)"] + lines).joined(separator: "\n"))
    if !loader.candidates().contains(where: { $0.path == adapter.path }) {
      Console.error(
        "its folder is not searched: copy it to '\(locations.data.printable)/adapters', "
          + "or name its folder in PASSERELLE_ADAPTER_PATH")
    }
  }
}
