internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", _superCommandName: "passerelle",
    abstract: "Count what the store holds, and print the hash of its content.")

  @Option(help: "How to write the counts: text or json.")
  var format = OutputFormat.text

  @Flag(help: "Read all of the store, and say whether it is what was written.")
  var verify = false

  @OptionGroup var speech: LanguageOptions
  @OptionGroup var options: LibraryOptions

  func run() throws {
    let language = try speech.language(in: options.locations)
    let store = try options.library().store
    let check = verify ? try store.verify() : nil
    if let check, !check.isWhole {
      for problem in check.problems { Console.error(problem.printable) }
      throw StoreError.damaged(store.path)
    }
    // It takes as long to find the hash as to read everything; asked again, it is known.
    store.rememberContentHash()
    let answer = try store.read { try StatisticsAnswer(of: $0) }
    try Console.print(answer, as: format, in: language)
    if let check {
      Console.error(
        "the store is what was written (pages: \(check.pages), "
          + (check.hasChecksums
            ? "each with its checksum)" : "without checksums: it was made by an earlier version)"))
    }
  }
}
