internal import Foundation
internal import PasserelleModel
internal import Synchronization

/// The names of countries, as the Unicode consortium publishes them and the system library has them,
/// and those that people use beside them.
package enum CountryNames {
  /// Returns the code of a country, or of a part of one, that is called by its name: in English, in
  /// the person's own language, in a language that is spoken there, or by a name in common use.
  package static func code(of name: String) -> String? {
    let wanted = folded(name)
    guard !wanted.isEmpty else { return nil }
    if let code = common[wanted] ?? usual[wanted] { return code }
    return spoken.lazy.compactMap { names(in: $0)[wanted] }.first
  }

  /// The English name of a country.
  package static func name(of code: String) -> String? {
    CountryCode(code)?.isTrial == true
      ? "a trial country" : Locale(identifier: "en").localizedString(forRegionCode: code)
  }

  /// A code if it is one of a country in use.
  static func known(_ code: String) -> String? { regions.contains(code) ? code : nil }

  /// Names that are near a text: what someone may have meant.
  package static func near(_ text: String) -> [String] {
    nearNames(to: text, in: regions.compactMap(name))
  }

  /// Returns the code of a country by one of many words that may be its name.
  ///
  /// - Parameters:
  ///   - word: The word.
  ///   - isAny: Whether to look in all languages, which takes ten times as long as in those of the
  ///     answers and the person's own.
  /// - Returns: The code; `nil` if no country is called so.
  static func code(among word: String, inAnyLanguage isAny: Bool) -> String? {
    let wanted = folded(word)
    return isAny ? others[wanted] : common[wanted] ?? usual[wanted]
  }

  /// The names in the languages of the answers, and in the person's own.
  private static let usual = names(in: ["en", "fr", "es", Locale.current.identifier])
  /// The names in the other languages that are spoken somewhere.
  private static let others = names(in: spoken)

  /// The names in one language, made when they are first asked for.
  private static func names(in language: String) -> [String: String] {
    made.withLock { made in
      if let names = made[language] { return names }
      let names = names(in: [language])
      made[language] = names
      return names
    }
  }

  private static let made = Mutex<[String: [String: String]]>([:])

  private static func names(in languages: [String]) -> [String: String] {
    let names = languages.map(Locale.init(identifier:)).flatMap { locale in
      regions.compactMap { code in
        locale.localizedString(forRegionCode: code).map { (folded($0), code) }
      }
    }
    return Dictionary(names, uniquingKeysWith: { first, _ in first })
  }

  private static let regions = Locale.Region.isoRegions.map(\.identifier)
    .filter { CountryCode($0)?.isTrial == false }

  /// What is left of a name when case, accents, articles and the ways to write "and" are taken away.
  private static func folded(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
      .replacing("&", with: " and ").replacing("’", with: "'").replacing(".", with: "")
      .split(whereSeparator: \.isWhitespace).filter { $0 != "the" }.joined(separator: " ")
  }

  /// Languages in which people may name a country.
  private static let spoken = """
    de fr es it pt nl pl cs sk sl hr sr bs mk bg ro hu el tr uk ru et lv lt fi sv da nb is ga mt sq ka \
    hy az ar fa ur hi bn ne si ta th vi id ms fil my km zh ja ko sw am
    """.split(separator: " ").map(String.init)

  /// Former and common names, initials, and parts of countries that have frameworks of their own.
  private static let common: [String: String] = [
    "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB-ENG", "scotland": "GB-SCT",
    "wales": "GB-WLS", "northern ireland": "GB-NIR", "el": "GR", "usa": "US", "america": "US",
    "uae": "AE", "emirates": "AE", "ksa": "SA", "turkey": "TR", "czech republic": "CZ",
    "slovak republic": "SK", "holland": "NL", "bosnia": "BA", "bosnia-herzegovina": "BA",
    "macedonia": "MK", "fyrom": "MK", "kosovo*": "XK", "burma": "MM", "myanmar": "MM",
    "viet nam": "VN", "cabo verde": "CV", "swaziland": "SZ", "ivory coast": "CI",
    "republic of korea": "KR", "korea": "KR", "china": "CN", "russian federation": "RU",
    "republic of moldova": "MD", "syrian arab republic": "SY", "timor leste": "TL",
    "east timor": "TL", "hong kong": "HK", "macau": "MO", "macao": "MO", "palestine": "PS",
    "flanders": "BE-VLG", "wallonia": "BE-WAL",
  ]
}
