/// A country (ISO 3166-1 alpha-2) or a part of one (ISO 3166-2): `IE`, `GB-SCT`.
public struct CountryCode: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badCountry
  /// What fits.
  public static let expectation = "a country code"
  /// What to write instead.
  public static let hint =
    "write ISO 3166-1 alpha-2, such as 'IE', or ISO 3166-2, such as 'GB-SCT'"

  /// The code in capitals.
  public let description: String

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let code = String(parts[0])
    // Parts of a country that does not exist have no codes.
    let isTrial = parts.count == 1 && Self.trial.contains(code)
    guard code.utf8.count == 2, isTrial || Self.assigned.contains(code) else { return nil }
    if parts.count == 2 {
      let isSubdivision =
        (1...3).contains(parts[1].utf8.count)
        && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
      guard isSubdivision else { return nil }
    }
    description = text
  }

  /// Whether this is the other country, or a part of it.
  public func isWithin(_ other: CountryCode) -> Bool {
    self == other || description.hasPrefix(other.description + "-")
  }

  /// The officially assigned codes of ISO 3166-1, and XK, which the European Union uses for Kosovo.
  package static let assigned = Set(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS
    BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE
    EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM
    HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC
    LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA
    NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW
    SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO
    TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
