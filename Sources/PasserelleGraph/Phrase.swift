/// Something that is said, and can be said in any language: a message, and what it names.
///
/// What the engine itself says has its English as key, with names in braces: `{id} spans {levels}`.
/// Where a catalogue has other words for that key, the same values go into them.
package struct Phrase: Hashable, Sendable {
  package var key: String
  package var values: [String: String]

  package init(_ key: String, _ values: [String: String] = [:]) {
    self.key = key
    self.values = values
  }

  /// The phrase in the words of a template: each `{name}` gives way to its value.
  ///
  /// Braces around anything else stay as they are, and values are not looked into.
  package func filling(_ template: String) -> String {
    let parts = template.split(separator: "{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(String(parts.first ?? "")) { text, part in
      guard let end = part.firstIndex(of: "}"), let value = values[String(part[..<end])] else {
        return "\(text){\(part)"
      }
      return text + value + part[part.index(after: end)...]
    }
  }
}

extension Phrase: CustomStringConvertible {
  /// The phrase in the words of its key.
  package var description: String { filling(key) }
}
