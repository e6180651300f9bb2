internal import ArgumentParser
internal import Foundation
internal import PasserelleModel

/// The day that decides which versions of frameworks a question means.
struct DateOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp(
      "Answer as of this date (2016, 2016-05 or 2016-05-31; default: today).",
      valueName: "date"))
  var asOf: String?

  /// The day; of a year or a month, the last.
  func day() throws -> Day {
    guard let asOf else { return Self.today() }
    guard let date = CalendarDate(asOf) else {
      throw ValidationError(
        "'\(asOf.printable)' is not \(CalendarDate.expectation); \(CalendarDate.hint)")
    }
    return date.lastDay
  }

  /// Today in Coordinated Universal Time.
  ///
  /// The C library is asked because a calendar of Foundation takes longer to make than most
  /// answers.
  private static func today() -> Day {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    return Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
