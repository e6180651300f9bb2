internal import PasserelleModel

/// What a spreadsheet has made of a code that it took for something else.
enum SpreadsheetTrace: Hashable {
  /// `02-Jan`, of `2-1` or `1-2`.
  case namedDay
  /// `2001-02-01`, which may be the form of all codes.
  case date
  /// `1.10E+03`, of `1100` or `11E2`.
  case exponent
  /// `111.0`, of `111`.
  case decimal

  /// Finds what was made of a code; `nil` if it looks like a code.
  init?(in code: String) {
    // Most codes are told by a look at their bytes.
    guard (3...24).contains(code.utf8.count) else { return nil }
    let separators = code.utf8.count { Self.separators.contains($0) }
    guard separators > 0 else { return nil }
    if code.utf8.allSatisfy({ $0.isDigit || Self.separators.contains($0) }) {
      if Self.isDecimal(code) {
        self = .decimal
      } else if separators > 1, Self.isDate(code) {
        self = .date
      } else {
        return nil
      }
    } else if Self.parts(of: code).isNamedDay {
      self = .namedDay
    } else if Self.isExponent(code) {
      self = .exponent
    } else {
      return nil
    }
  }

  private static let separators = Array("-./ ,:+".utf8)

  private static func parts(of code: String) -> [String] {
    code.utf8.split { separators.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// A day and the year, in figures: `2001-02-01`, also with a time, `1/2/2001`, `01.02.2001`.
  private static func isDate(_ code: String) -> Bool {
    let parts = parts(of: code)
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3 else { return false }
    let isYearFirst = parts[0].utf8.count == 4
    guard isYearFirst || parts[2].utf8.count == 4, parts.count == 3 || code.contains(":") else {
      return false
    }
    let (year, one, other) =
      isYearFirst ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[0], numbers[1])
    return (1900...2099).contains(year) && (1...31).contains(one) && (1...31).contains(other)
      && min(one, other) <= 12 && parts[1].utf8.count <= 2
  }

  /// `1.1E+03`: nobody writes the sign in a code.
  private static func isExponent(_ code: String) -> Bool {
    let parts = code.uppercased().split(separator: "E", omittingEmptySubsequences: false)
    guard parts.count == 2, let sign = parts[1].first, "+-".contains(sign) else { return false }
    let figures = parts[0].filter { $0 != "." && $0 != "," }
    return !figures.isEmpty && figures.utf8.allSatisfy(\.isDigit) && parts[1].count > 1
      && parts[1].dropFirst().utf8.allSatisfy(\.isDigit)
  }

  /// `111.0`.
  private static func isDecimal(_ code: String) -> Bool {
    code.hasSuffix(".0") && code.utf8.dropLast(2).allSatisfy(\.isDigit) && code.utf8.count > 2
  }
}

extension [String] {
  /// Whether they are a day of a month, or a month of a year, with the month's name: `02-Jan`.
  fileprivate var isNamedDay: Bool {
    let others = filter { !$0.isMonth }
    return (2...3).contains(count) && others.count == count - 1
      && others.allSatisfy { (1...4).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit) }
  }
}

extension String {
  /// Whether it is what spreadsheets write for a month, in the languages that most of them speak.
  fileprivate var isMonth: Bool {
    guard (3...5).contains(count) else { return false }
    return Self.months.contains(lowercased())
  }

  private static let months: Set<String> = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "mrz", "mär", "mai", "okt", "dez", "janv", "févr", "mars", "avr", "juin", "juil", "août",
    "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "fev", "out",
    "mrt", "mei", "maj", "avg",
  ]
}
