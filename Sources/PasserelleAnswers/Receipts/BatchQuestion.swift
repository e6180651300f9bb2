internal import Passerelle
package import PasserelleModel

/// What a batch asks of each of its rows: the command, and the options that decide the answers.
package struct BatchQuestion: Sendable {
  /// The command: `compare`.
  package let command: String
  /// The day as of which it is answered.
  package let day: Day
  /// The language of the answers.
  package let language: Language
  /// The options by their names, without those that are not given.
  package let options: [String: String]

  /// Creates a question.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - day: The day as of which it is answered. A source without a date does not speak for days that are
  ///     over, so that the same day is another question on the next.
  ///   - today: The day on which it is asked.
  ///   - language: The language of the answers.
  ///   - options: The other options; those that are `nil` are not given.
  package init(
    _ command: String, asOf day: Day, today: Day = .today(), in language: Language,
    _ options: KeyValuePairs<String, String?> = [:]
  ) {
    (self.command, self.day, self.language) = (command, day, language)
    var given = ["as-of": day.description, "language": language.name]
    given["day-is-over"] = day < today ? "yes" : "no"
    for (name, value) in options { given[name] = value }
    self.options = given
  }
}
