/// A day of the calendar (ISO 8601, proleptic Gregorian), as questions are asked: `2024-05-31`.
public struct Day: TextValue, Hashable, Sendable, CustomStringConvertible {
  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID = CalendarDate.diagnosticID
  /// What fits.
  public static let expectation = "a day"
  /// What to write instead.
  public static let hint = "write year, month and day: 2024-05-31"

  /// The day as a number that sorts: 20240531.
  private let number: Int32

  /// Makes a day of its parts, which the caller has checked.
  package init(year: Int, month: Int, day: Int) {
    number = Int32(year * 10_000 + month * 100 + day)
  }

  /// Makes the value of text, where it fits.
  public init?(_ text: String) {
    guard let date = CalendarDate(text), date.firstDay == date.lastDay else { return nil }
    self = date.firstDay
  }

  /// The year, the month and the day of the month.
  var parts: (year: Int, month: Int, day: Int) {
    (Int(number) / 10_000, Int(number) / 100 % 100, Int(number) % 100)
  }

  /// The day as ISO 8601 writes it.
  public var description: String {
    func padded(_ number: Int32, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
    return
      "\(padded(number / 10_000, 4))-\(padded(number / 100 % 100, 2))-\(padded(number % 100, 2))"
  }

  /// The same day some years earlier; the last of February where that year has no 29th.
  ///
  /// - Parameter count: How many years.
  /// - Returns: The day; one of the year 0 where there are not so many.
  public func years(before count: Int) -> Day {
    let (year, month) = (max(0, Int(number) / 10_000 - count), Int(number) / 100 % 100)
    return Day(
      year: year, month: month,
      day: min(Int(number) % 100, CalendarDate.days(in: month, of: year)))
  }
}

extension Day: Comparable {
  /// Whether the first day comes before the second.
  public static func < (one: Day, other: Day) -> Bool { one.number < other.number }
}
