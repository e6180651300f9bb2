internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// How a question is asked: of which library, as of which day, and in which language.
struct AskOptions: ParsableArguments {
  @OptionGroup var date: DateOptions
  @OptionGroup var speech: LanguageOptions
  @OptionGroup var options: LibraryOptions

  /// Asks the desk of the library as it is now.
  func desk<Value>(_ question: (Desk) throws -> Value) throws -> Value {
    let day = try date.day()
    return try options.library().store.read { try question(Desk($0, day: day, today: .today())) }
  }

  func language() throws -> Language { try speech.language(in: options.locations) }
}

/// The language in which answers are given.
struct LanguageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language of the answer, such as en, es or fr (default: en).", valueName: "language"),
    completion: .languages)
  var language: String?

  func language(in locations: Locations) throws -> Language {
    try Language(language ?? "en", in: locations.languages)
  }
}
