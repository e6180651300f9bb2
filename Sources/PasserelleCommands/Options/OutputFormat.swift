internal import ArgumentParser

/// How an answer is written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs: one JSON value.
  case json
}

/// How a list is written.
enum TableFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  /// For people.
  case text
  /// For programs: a JSON array of objects.
  case json
  /// For programs and statistics: RFC 4180.
  case csv
  /// For spreadsheets: a workbook whose codes stay as they are.
  case xlsx
}
