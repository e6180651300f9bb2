package import PasserelleModel

/// Something that is said, apart from its words: which case it is, and what it names.
///
/// `caveat.spans` with `id` and `levels` is a fact; a language makes a sentence of it.
public struct Phrase: Hashable, Sendable {
  /// What data says in several languages, and no file of messages: a title, a condition.
  package let text: LocalizedText?
  /// A date, which each language writes in its own way.
  package let date: CalendarDate?
  /// The key of the case: `caveat.best-fit`.
  public let key: String
  /// What the sentence names, by parameter.
  public let values: [String: String]
  /// What the sentence names that has words itself, by parameter: listed as the language does.
  public let parts: [String: [Phrase]]

  package init(
    _ key: String, _ values: [String: String] = [:], parts: [String: [Phrase]] = [:]
  ) {
    (self.key, self.values, self.parts) = (key, values, parts)
    (text, date) = (nil, nil)
  }

  /// What data says by language.
  package init(_ text: LocalizedText) {
    (key, values, parts) = (text.preferred ?? "", [:], [:])
    (self.text, date) = (text, nil)
  }

  /// A date: a year, a month or a day.
  package init(_ date: CalendarDate) {
    (key, values, parts) = (date.description, [:], [:])
    (text, self.date) = (nil, date)
  }

  /// A day.
  package init(_ day: Day) { self.init(CalendarDate(day)) }

  /// A name or a number, which is the same in every language.
  package static func verbatim(_ text: String) -> Phrase { Phrase(text) }

  /// The phrase in the words of a template: each `{name}` gives way to its value.
  ///
  /// Braces around anything else stay as they are, and values are not looked into.
  ///
  /// - Parameters:
  ///   - template: The words.
  ///   - show: How a value is written.
  /// - Returns: The sentence.
  package func filling(
    _ template: String, show: (String) -> String = { $0 }
  ) -> String {
    guard !values.isEmpty else { return template }
    let parts = template.split(separator: "{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
        return "\(text){\(part)"
      }
      return text + show(value) + part[part.index(after: end)...]
    }
  }

  /// The phrase with each of its parts said, and those of one name listed.
  package func saying(
    list: ([String]) -> String, _ say: (Phrase) -> String
  ) -> Phrase {
    guard !parts.isEmpty else { return self }
    let said = parts.mapValues { list($0.map(say)) }
    return Phrase(key, values.merging(said) { _, part in part })
  }
}
