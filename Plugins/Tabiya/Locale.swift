import PasserelleKit

/// What a taxonomy calls its locale: a country, a language, or both: `KE-en`, `ZA`, `fr`.
///
/// A country comes first and is in capitals; a tag as browsers have it (`en-ZA`) is read as well.
struct Locale {
  private(set) var country: CountryCode?
  /// The language of the labels, where the locale names one.
  private(set) var language: LanguageTag?

  /// Makes the locale of its text; nothing where it names neither a country nor a language.
  init?(_ text: String) {
    let parts = text.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let first = parts.first else { return nil }
    if parts.count == 1 {
      if first == first.uppercased() { country = CountryCode(first) }
      if country == nil { language = LanguageTag(first.lowercased()) }
    } else if parts[1].utf8.count < 4,
      first != first.lowercased() || CountryCode(parts[1].uppercased()) == nil,
      let country = CountryCode(first.uppercased())
    {
      self.country = country
      language = LanguageTag(
        parts[1].lowercased() + parts.dropFirst(2).map { "-" + $0 }.joined())
    } else {
      country = parts.dropFirst().lazy.compactMap { CountryCode($0.uppercased()) }.first
      language = LanguageTag(first.lowercased() + parts.dropFirst().map { "-" + $0 }.joined())
    }
    if country == nil, language == nil { return nil }
  }
}
