/// Something that is said, apart from its words: which case it is, and what it names.
///
/// `caveat.spans` with `id` and `levels` is a fact; a language makes a sentence of it.
public struct Phrase: Hashable, Sendable {
  /// The key of the case: `caveat.best-fit`.
  public let key: String
  /// What the sentence names, by parameter.
  public let values: [String: String]

  package init(_ key: String, _ values: [String: String] = [:]) {
    self.key = key
    self.values = values
  }

  /// The phrase in the words of a template: each `{name}` gives way to its value.
  ///
  /// Braces around anything else stay as they are, and values are not looked into.
  package func filling(_ template: String) -> String {
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
