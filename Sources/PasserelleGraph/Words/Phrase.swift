package import PasserelleModel

/// Something that is said, apart from its words: which case it is, and what it names.
///
/// `caveat.spans` with `id` and `levels` is a fact; a language makes a sentence of it.
public struct Phrase: Hashable, Sendable {
  /// What is said; shared by all copies, of which a batch makes a dozen a row.
  private let content: Content

  private final class Content: Sendable {
    let key: String
    let values: [String: String]
    let parts: [String: [Phrase]]
    let text: LocalizedText?
    let date: CalendarDate?
    /// Made once: a phrase of a batch is looked up in every row.
    let hash: Int

    init(
      _ key: String, _ values: [String: String] = [:], _ parts: [String: [Phrase]] = [:],
      text: LocalizedText? = nil, date: CalendarDate? = nil
    ) {
      (self.key, self.values, self.parts) = (key, values, parts)
      (self.text, self.date) = (text, date)
      var hasher = Hasher()
      hasher.combine(key)
      hasher.combine(values)
      hasher.combine(parts)
      hasher.combine(text)
      hasher.combine(date)
      hash = hasher.finalize()
    }
  }

  /// What data says in several languages, and no file of messages: a title, a condition.
  package var text: LocalizedText? { content.text }
  /// A date, which each language writes in its own way.
  package var date: CalendarDate? { content.date }
  /// The key of the case: `caveat.best-fit`.
  public var key: String { content.key }
  /// What the sentence names, by parameter.
  public var values: [String: String] { content.values }
  /// What the sentence names that has words itself, by parameter: listed as the language does.
  public var parts: [String: [Phrase]] { content.parts }

  package init(
    _ key: String, _ values: [String: String] = [:], parts: [String: [Phrase]] = [:]
  ) {
    content = Content(key, values, parts)
  }

  /// What data says by language.
  package init(_ text: LocalizedText) {
    content = Content(text.preferred ?? "", text: text)
  }

  /// A date: a year, a month or a day.
  package init(_ date: CalendarDate) {
    content = Content(date.description, date: date)
  }

  /// Whether two say the same.
  public static func == (one: Phrase, other: Phrase) -> Bool {
    let (first, second) = (one.content, other.content)
    return first === second
      || (first.hash == second.hash && first.key == second.key && first.values == second.values
        && first.parts == second.parts && first.text == second.text && first.date == second.date)
  }

  /// Takes in what is said.
  public func hash(into hasher: inout Hasher) { hasher.combine(content.hash) }

  /// A reference framework, by the name that each language has for it: `EQF`.
  package init(_ reference: FrameworkName) {
    self.init(Self.reference + reference.series)
  }

  /// A level of a reference framework, as each language says it: `EQF 6`.
  package init(level: Identifier) {
    self.init(Self.level + level.framework.series, ["code": level.codeText])
  }

  /// What the key of a reference framework begins with.
  package static let reference = "reference."
  /// What the key of a level of a reference framework begins with.
  package static let level = "reference-level."

  /// A day.
  package init(_ day: Day) { self.init(CalendarDate(day)) }

  /// A name or a number, which is the same in every language.
  package static func verbatim(_ text: String) -> Phrase { Phrase(text) }

  /// The words of a template with what the phrase names: each `{name}` gives way to its value.
  ///
  /// Braces around anything else stay as they are, and values are not looked into.
  ///
  /// - Parameters:
  ///   - template: The words.
  ///   - values: What is named, by parameter; that of the phrase itself if its parts have been said.
  ///   - show: How a value is written.
  /// - Returns: The sentence.
  package static func fill(
    _ template: String, with values: [String: String], show: (String) -> String = { $0 }
  ) -> String {
    guard !values.isEmpty else { return template }
    var (text, rest) = ("", Substring(template))
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      text += rest[..<open]
      rest = rest[rest.utf8.index(after: open)...]
      if let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")),
        let value = values[String(rest[..<end])]
      {
        text += show(value)
        rest = rest[rest.utf8.index(after: end)...]
      } else {
        text += "{"
      }
    }
    return text + rest
  }

  /// What the phrase names, with each of its parts said, and those of one name listed.
  package func values(
    list: ([String]) -> String, _ say: (Phrase) -> String
  ) -> [String: String] {
    guard !parts.isEmpty else { return values }
    return values.merging(parts.mapValues { list($0.map(say)) }) { _, part in part }
  }
}
