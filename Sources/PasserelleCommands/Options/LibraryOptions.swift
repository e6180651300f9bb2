internal import ArgumentParser
internal import Passerelle

/// Opens the library for a command.
struct LibraryOptions: ParsableArguments {
  // Any command may be the one that builds the library, so that all have it; few need to hear of it.
  @Flag(
    name: .customLong("in-process"),
    help: ArgumentHelp(
      "Run adapters in this process, without protection: to debug one.", visibility: .hidden))
  var isInProcess = false

  func library() throws -> Library {
    try Library(at: locations) { Console.note($0) }
  }

  var locations: Locations {
    var locations = Locations.standard()
    if isInProcess { locations.isolation = .inProcess }
    return locations
  }
}
