internal import PasserelleGraph
package import PasserelleModel

/// How a language writes what has no words: direction, lists, numbers.
enum FormKey: String, Message {
  /// Where a line begins: `ltr` or `rtl`.
  case direction
  /// The language and the country whose names of countries and languages are used: `pt-PT`.
  case locale
  /// What stands between the things of a list.
  case separator = "list.separator"
  /// What stands between the things of a list that have such marks themselves.
  case clauses = "list.clauses"
  /// What stands between a whole number and its decimals.
  case decimal = "number.decimal"
  /// What stands between groups of three digits.
  case group = "number.group"
}

/// How a language writes dates: a message for each month, as grammar may ask for another form of its
/// name beside a day.
enum DateKey: Message {
  /// What the first day of a month is called: `1er`.
  case firstDay
  /// A month of a year.
  case month(Int)
  /// A day of a month of a year.
  case day(Int)

  static var allCases: [DateKey] { [.firstDay] + (1...12).flatMap { [.month($0), .day($0)] } }

  var key: String {
    switch self {
    case .firstDay: "date.first-day"
    case .month(let month): "date.month.\(month)"
    case .day(let month): "date.day.\(month)"
    }
  }
}

extension Language {
  /// A date in the reader's form: `29 November 2026`, `April 2016`, `2016`.
  func date(_ date: CalendarDate) -> String {
    guard let month = date.month else { return date.description }
    var values = ["year": String(date.description.prefix(4))]
    let key: DateKey = date.day == nil ? .month(month) : .day(month)
    // A language without words for it leaves the date as ISO 8601 has it.
    guard let words = message(key.key) else { return date.description }
    if let day = date.day {
      values["day"] = day == 1 ? message(DateKey.firstDay.key) ?? "1" : "\(day)"
    }
    return Phrase.fill(words, with: values)
  }

  package func date(_ day: Day) -> String { date(CalendarDate(day)) }

  /// A date that an answer holds as ISO 8601 has it.
  func date(_ text: String) -> String { CalendarDate(text).map { date($0) } ?? text }

  /// A whole number; five digits or more stand in groups of three.
  func number(_ number: Int) -> String {
    let digits = "\(number.magnitude)"
    guard digits.utf8.count > 4, let mark = message(FormKey.group.rawValue) else {
      return "\(number)"
    }
    let grouped = digits.enumerated().map { index, digit in
      let isStart = index > 0 && (digits.utf8.count - index) % 3 == 0
      return (isStart ? mark : "") + String(digit)
    }
    return (number < 0 ? "−" : "") + grouped.joined()
  }

  /// A number with decimals, which are written with a full stop.
  func decimal(_ number: String) -> String {
    message(FormKey.decimal.rawValue).map { number.replacing(".", with: $0) } ?? number
  }

  /// What stands between the things of a list.
  var separator: String { message(FormKey.separator.rawValue) ?? ", " }

  /// What stands between clauses.
  var clauses: String { message(FormKey.clauses.rawValue) ?? "; " }

  /// Things in one line; between those that have commas themselves there are semicolons.
  func list(_ texts: [String]) -> String {
    guard texts.count > 1 else { return texts.first ?? "" }
    let mark = separator.trimmed
    return texts.joined(separator: texts.contains { $0.contains(mark) } ? clauses : separator)
  }
}
