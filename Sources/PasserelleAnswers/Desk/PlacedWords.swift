internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// Words of which some name a country or a framework, wherever they stand among the others.
struct PlacedWords {
  /// The country in the reader's language, or the framework as it was typed.
  let name: Phrase
  /// The frameworks of the country, or those that have the name; none if the library has none.
  let frameworks: [Framework]
  /// The other words.
  let rest: String

  /// Looks for the longest name; `nil` if no words are one.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - isAny: Whether countries are looked for by their names in languages other than those of the
  ///     answers, which takes its time.
  ///   - desk: Knows the frameworks.
  /// - Throws: Errors of the store.
  init?(_ text: String, inAnyLanguage isAny: Bool, at desk: Desk) throws {
    let words = text.split { $0.isWhitespace || $0 == "," }.map(String.init).prefix(12)
    let spans = stride(from: min(4, words.count), to: 0, by: -1).flatMap { count in
      (0...(words.count - count)).map { $0..<($0 + count) }
    }
    func typed(_ span: Range<Int>) -> String { words[span].joined(separator: " ") }
    // Names come before codes: in "welder in Germany", the short word is not India.
    let codes = isAny ? [] : spans.filter { typed($0).count == 2 }
    for span in spans.filter({ typed($0).count > 2 }) + codes {
      let isAtEnd = span.lowerBound == 0 || span.upperBound == words.count
      guard
        let place = try Self.place(typed(span), isAtEnd: isAtEnd, inAnyLanguage: isAny, at: desk)
      else { continue }
      (name, frameworks) = place
      rest = (words[..<span.lowerBound] + words[span.upperBound...]).joined(separator: " ")
      return
    }
    return nil
  }

  private static func place(
    _ text: String, isAtEnd: Bool, inAnyLanguage isAnyLanguage: Bool, at desk: Desk
  ) throws -> (Phrase, [Framework])? {
    // Two letters are a word of some language more often than a country, unless they are capitals.
    if text.count == 2, !isAtEnd, text != text.uppercased() { return nil }
    if !isAnyLanguage {
      let named = try desk.graph.frameworks(called: text)
      if !named.isEmpty { return (.verbatim(text), named) }
    }
    let code =
      CountryCode(text.uppercased())?.description
      ?? CountryNames.code(among: text, inAnyLanguage: isAnyLanguage)
    guard let country = code.flatMap({ CountryCode($0) }) else { return nil }
    let frameworks = try desk.graph.frameworks().filter { framework in
      framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
    }
    return (Phrase("country.\(country)"), frameworks)
  }
}
