public import PasserelleModel

extension CalendarDate {
  /// Makes a date of what registers write: a date of ISO 8601, with a time behind it or none, or the
  /// day before the month with slashes, `31/12/2030`.
  public init?(register text: String) {
    let date = text.prefix { $0 != "T" && $0 != " " }
    let parts = date.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3 else {
      self.init(String(date))
      return
    }
    self.init("\(parts[2])-\(parts[1])-\(parts[0])")
  }
}
