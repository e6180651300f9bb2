internal import ArgumentParser
internal import PasserelleModel

/// A first word that is not a command, with what may have been meant.
///
/// The parser takes it for an argument too many, and says so without a suggestion.
struct UnknownCommand: Error, CustomStringConvertible {
  let description: String

  /// Looks at the first word; `nil` if it is a command, or an option that the parser knows.
  init?(_ arguments: [String], among commands: [any ParsableCommand.Type]) {
    guard let word = arguments.first else { return nil }
    let names = commands.map { $0.configuration.commandName ?? "" } + ["help"]
    guard !names.contains(word) else { return nil }
    if ["-v", "-V", "version"].contains(word) {
      description = "'\(word)' is not a command; the version is shown by 'passerelle --version'"
      return
    }
    guard !word.hasPrefix("-") else { return nil }
    let near = nearNames(to: word, in: names).map { "'\($0)'" }.joined(separator: ", ")
    description =
      "no command is named '\(word.prefix(60).printable)'; "
      + (near.isEmpty ? "'passerelle --help' lists the commands" : "did you mean \(near)?")
  }
}
