/// A case that has words: the same case in every language, one text in each.
///
/// The engine says which case holds and what it names; the words stand in `Languages/`.
package protocol Message: CaseIterable, Sendable {
  /// The key under which every language has the words: `caveat.best-fit`.
  var key: String { get }
}

extension Message where Self: RawRepresentable<String> {
  package var key: String { rawValue }
}

extension Message {
  /// The message with what it names.
  package func callAsFunction(
    _ values: [String: String] = [:], parts: [String: [Phrase]] = [:]
  ) -> Phrase {
    Phrase(key, values, parts: parts)
  }
}
