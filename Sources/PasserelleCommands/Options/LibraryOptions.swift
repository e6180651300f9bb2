internal import ArgumentParser
internal import Passerelle

/// Opens the library for a command.
struct LibraryOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The store to ask, as it is, such as a snapshot (default: yours).", valueName: "file"),
    completion: .file())
  var store: String?

  // Any command may be the one that builds the library, so that all have it; few need to hear of it.
  @Flag(name: .customLong("in-process"), help: .inProcess)
  var isInProcess = false

  func library(for use: Library.Use = .asking) throws -> Library {
    try Library(
      at: locations, for: use, progress: { Console.note($0) }, remark: { Console.error("\($0)") })
  }

  var locations: Locations {
    var locations = Locations.standard()
    if isInProcess { locations.isolation = .inProcess }
    if let store { locations.namedStore = store }
    return locations
  }
}

extension ArgumentHelp {
  /// What keeps adapters in this process does.
  static let inProcess = ArgumentHelp(
    "Run adapters in this process, without protection: to debug one.", visibility: .hidden)
}
