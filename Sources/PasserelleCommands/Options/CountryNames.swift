internal import Foundation

/// The names of countries, as the Unicode consortium publishes them and the system library has them.
enum CountryNames {
  /// Returns the code of a country that is called by its name in English, or in the person's own
  /// language.
  static func code(of name: String) -> String? {
    let wanted = name.trimmingCharacters(in: .whitespaces)
    let locales = [Locale(identifier: "en"), Locale.current]
    return Locale.Region.isoRegions.map(\.identifier).first { code in
      locales.contains { locale in
        locale.localizedString(forRegionCode: code)?
          .compare(wanted, options: [.caseInsensitive, .diacriticInsensitive]) == .orderedSame
      }
    }
  }
}
