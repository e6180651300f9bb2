public import PasserelleModel

/// Days as literals: a test that names none is a mistake in the test.
extension Day: ExpressibleByStringLiteral {
  /// Makes a day of a literal such as `"2024-05-31"`.
  public init(stringLiteral text: String) {
    guard let day = CalendarDate(text)?.firstDay, "\(day)" == text else {
      preconditionFailure("'\(text)' is not a day")
    }
    self = day
  }
}
