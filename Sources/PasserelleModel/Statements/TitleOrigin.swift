/// Which countries' titles a procedure or a law covers, as its source says: `all`, `KE`, `eu-eea-ch`,
/// `not eu-eea-ch`.
///
/// A name is that of an agreement or a group of countries, and stands for its parties: who belongs to
/// the group is data, with a source.
public struct TitleOrigin: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// Where the titles were awarded.
  public enum Place: Hashable, Sendable {
    /// Anywhere.
    case anywhere
    /// In a country.
    case country(CountryCode)
    /// In the countries of an agreement or a group.
    case parties(of: FrameworkName)
  }

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badOrigin
  /// What fits.
  public static let expectation = "an origin of titles"
  /// What to write instead.
  public static let hint =
    "write 'all', a country such as 'KE', or the name of an agreement or a group of countries, such as "
    + "'eu-eea-ch'; with 'not' before it, all other countries"

  /// Where the titles were awarded.
  public let place: Place
  /// Whether these are the titles that are not covered.
  public let isExcluded: Bool

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let exclusion = "not "
    isExcluded = text.hasPrefix(exclusion)
    let name = isExcluded ? String(text.dropFirst(exclusion.count)) : text
    if name == "all", !isExcluded {
      place = .anywhere
    } else if let country = CountryCode(name) {
      place = .country(country)
    } else if name != "all", let group = FrameworkName(name) {
      place = .parties(of: group)
    } else {
      return nil
    }
  }

  /// The text that the value was made of.
  public var description: String {
    let name =
      switch place {
      case .anywhere: "all"
      case .country(let country): country.description
      case .parties(let group): group.description
      }
    return isExcluded ? "not \(name)" : name
  }
}
