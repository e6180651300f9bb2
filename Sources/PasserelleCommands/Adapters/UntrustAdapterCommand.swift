internal import ArgumentParser
internal import Passerelle
internal import PasserelleModel

struct UntrustAdapterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "untrust",
    abstract: "Stop trusting an adapter.")

  @Argument(
    help: ArgumentHelp("The adapter, or the file of its module.", valueName: "name"),
    completion: .adapters)
  var name: String

  func run() throws {
    var list = try TrustList(at: Locations.standard().trustList)
    let gone = list.untrust { $0.isMeant(by: name) }
    guard !gone.isEmpty else {
      let names = list.entries.map { "'\($0.name)'" }.joined(separator: ", ")
      throw ValidationError(
        "no trusted adapter is named '\(name.printable)'; "
          + (names.isEmpty ? "none is trusted" : "trusted are \(names)"))
    }
    try list.save()
    for entry in gone {
      Console.print("no longer trusted: \(entry.name) \(entry.version.printable)")
    }
  }
}

extension TrustList.Entry {
  /// Whether a person means this adapter: by its name, or by a file that is named after it.
  fileprivate func isMeant(by text: String) -> Bool {
    let file = text.split(separator: "/").last.map(String.init) ?? text
    return name.lowercased() == text.lowercased() || file == "lib\(name).so"
  }
}
