/// A date as sources give it: a year, a month, or a day (ISO 8601, proleptic Gregorian).
public struct CalendarDate: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badDate
  /// What fits.
  public static let expectation = "a date"
  /// What to write instead.
  public static let hint =
    "write a year, a month or a day: 2024, 2024-05 or 2024-05-31"

  /// The date as written.
  public let description: String
  /// The year.
  package let year: Int
  /// The month, if the source gives it.
  package let month: Int?
  /// The day of the month, if the source gives it.
  package let day: Int?

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0])
    else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let day = parts.count > 2 ? Int(parts[2]) : nil
    guard (1...12).contains(month ?? 1),
      (1...Self.days(in: month ?? 1, of: year)).contains(day ?? 1)
    else { return nil }
    (description, self.year, self.month, self.day) = (text, year, month, day)
  }

  /// Makes the date of a day.
  package init(_ day: Day) {
    let parts = day.parts
    (description, year) = (day.description, parts.year)
    (month, self.day) = (parts.month, parts.day)
  }

  /// The first day that the date covers.
  public var firstDay: Day { Day(year: year, month: month ?? 1, day: day ?? 1) }

  /// The last day that the date covers.
  public var lastDay: Day {
    let month = month ?? 12
    return Day(year: year, month: month, day: day ?? Self.days(in: month, of: year))
  }

  /// How many days a month has.
  static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
