internal import ArgumentParser
internal import Passerelle
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
    guard let asOf else { return .today() }
    guard let date = CalendarDate(asOf) else {
      throw ValidationError(
        "'\(asOf.printable)' is not \(CalendarDate.expectation); \(CalendarDate.hint)")
    }
    return date.lastDay
  }
}
