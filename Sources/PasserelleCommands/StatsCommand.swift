internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleStore

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: "passerelle",
    abstract: "Count what the store holds, and print the hash of its content.")

  @Option(help: "How to write the counts: text or json.")
  var format = OutputFormat.text

  @OptionGroup var speech: LanguageOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let language = try speech.language(in: options.locations)
    let store = try options.library().store
    // It takes as long to find the hash as to read everything; asked again, it is known.
    store.rememberContentHash()
    let answer = try store.read { try StatisticsAnswer(of: $0) }
    try Console.print(answer, as: format, in: language)
  }
}
