package import PasserelleModel

/// Something that is said, apart from its words: which case it is, and what it names.
///
/// `caveat.spans` with `id` and `levels` is a fact; a language makes a sentence of it.
public struct Phrase: Hashable, Sendable {
  /// What data says in several languages, and no file of messages: a title.
  package let text: LocalizedText?
  /// The key of the case: `caveat.best-fit`.
  public let key: String
  /// What the sentence names, by parameter.
  public let values: [String: String]
  /// What the sentence names that has words itself, by parameter: listed with commas.
  public let parts: [String: [Phrase]]

  package init(
    _ key: String, _ values: [String: String] = [:], parts: [String: [Phrase]] = [:]
  ) {
    (self.key, self.values, self.parts) = (key, values, parts)
    text = nil
  }

  /// A title that data gives by language.
  package init(_ text: LocalizedText) {
    (key, values, parts) = (text.preferred ?? "", [:], [:])
    self.text = text
  }

  /// A name or a number, which is the same in every language.
  package static func verbatim(_ text: String) -> Phrase { Phrase(text) }

  /// The phrase in the words of a template: each `{name}` gives way to its value.
  ///
  /// Braces around anything else stay as they are, and values are not looked into.
  package func filling(_ template: String) -> String { Self.fill(template, with: values) }

  /// The phrase in the words of a template, its parts said first.
  package func filling(_ template: String, say: (Phrase) -> String) -> String {
    guard !parts.isEmpty else { return filling(template) }
    let said = parts.mapValues { $0.map(say).joined(separator: ", ") }
    return Self.fill(template, with: values.merging(said) { _, part in part })
  }

  private static func fill(_ template: String, with values: [String: String]) -> String {
    guard !values.isEmpty else { return template }
    let parts = template.split(separator: "{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
        return "\(text){\(part)"
      }
      return text + value + part[part.index(after: end)...]
    }
  }
}
