internal import ArgumentParser
internal import Passerelle

struct NewAdapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adapter",
    abstract: "Begin an adapter in a folder of its own: it builds, and reads a sample dialect.",
    discussion: """
      In Swift it is a package that depends on this one, with tests by the conformance kit; in C, one \
      file and the header of the contract.
      """)

  @Argument(
    help: ArgumentHelp(
      "The adapter's name: a capital letter, then letters, digits and '_'.", valueName: "name"))
  var name: String

  @Option(help: "What it is written in: swift or c.")
  var language = AdapterTemplate.Language.swift

  @Option(
    help: ArgumentHelp(
      "The folder to write; otherwise one of the adapter's name, here.", valueName: "path"),
    completion: .directory)
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What the package depends on: a checkout of Passerelle, or an address that git clones; "
        + "otherwise the checkout that this program stands in.", valueName: "path or address"),
    completion: .directory)
  var passerelle: String?

  func run() throws {
    let locations = Locations.standard()
    let template = try AdapterTemplate(in: language, of: locations.templates)
    let here = AdapterLoader(locations, onlyBundled: true).candidates().map(\.name)
    let name = try AdapterName(name, taken: template.takenNames.union(here))
    let package =
      language == .c ? nil : try PackageReference(passerelle, checkout: locations.checkout)
    let folder = output ?? name.description
    for file in try template.write(name, to: folder, dependingOn: package) {
      Console.print("\(folder)/\(file)")
    }
    let build = language == .c ? "make && make test" : "swift build && swift test"
    Console.lines(["", "next: cd \(folder) && \(build); its README.md says more"])
  }
}

extension AdapterTemplate.Language: ExpressibleByArgument {}
