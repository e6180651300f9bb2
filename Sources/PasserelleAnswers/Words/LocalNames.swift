internal import Foundation
internal import PasserelleModel

/// The names of countries and languages in the language of a statement.
///
/// Those of countries and languages are the Unicode consortium's, from the system library; those of
/// parts of countries that have frameworks of their own are in the catalogue.
struct LocalNames {
  private let say: Language
  private let locale: Locale

  init(_ say: Language) {
    self.say = say
    locale = Locale(identifier: say.locale)
  }

  /// A country's name with its code: `Philippines (PH)`.
  func country(_ code: CountryCode) -> String {
    let key = "country.\(code)"
    let name =
      say.message(key) ?? (code.isTrial ? say(.trialCountry) : nil)
      ?? locale.localizedString(forRegionCode: String(code.description.prefix(2)))
    return name.map { "\($0) (\(code))" } ?? code.description
  }

  /// Things by their names, in the order of the language.
  func sorted<Thing>(_ things: [(Thing, String)]) -> [(Thing, String)] {
    things.sorted {
      $0.1.compare($1.1, options: [.caseInsensitive], locale: locale) == .orderedAscending
    }
  }

  /// A language's name.
  func name(of tag: LanguageTag) -> String? {
    locale.localizedString(forIdentifier: tag.description)
  }

  /// A language's name with its tag: `German (de)`.
  func language(_ tag: LanguageTag) -> String {
    locale.localizedString(forIdentifier: tag.description).map { "\($0) (\(tag))" }
      ?? tag.description
  }
}
