internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", _superCommandName: "passerelle",
    abstract: "Write the schemas of descriptors, for editors that complete and check.",
    discussion: """
      A descriptor that Passerelle writes looks for its schema beside it: \
      'passerelle schema --output FOLDER' puts it there, in the place of an older one. Without --output \
      one schema is printed.
      """)

  @Option(help: "Which one is printed: json (for YAML) or xsd (for XML).")
  var format = SchemaFormat.json

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write all of them into.", valueName: "folder"),
    completion: .directory)
  var output: String?

  func run() throws {
    guard let output else {
      Console.print(
        format == .json ? DescriptorJSONSchema.text.trimmed : DescriptorXMLSchema.text.trimmed)
      return
    }
    for path in try DescriptorSchema.write(into: output) {
      Console.print("wrote \(path.printable)")
    }
  }
}

/// Which schema is meant.
enum SchemaFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case json, xsd
}
