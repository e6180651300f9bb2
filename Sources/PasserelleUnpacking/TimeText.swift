/// A day and a time as a cell shows them.
struct TimeText {
  private let year: Int
  private let month: Int
  private let day: Int
  /// The seconds of the day, and of the days before it for a duration.
  private let seconds: Int
  private let allSeconds: Int

  /// Reads the number that a spreadsheet keeps of a day: how many there were since 1900 or 1904.
  ///
  /// Nothing if it is no day that it can show.
  init?(_ number: Double, from1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    var days = Int(number)
    var rest = Int(((number - Double(days)) * 86_400).rounded())
    if rest == 86_400 { (days, rest) = (days + 1, 0) }
    (seconds, allSeconds) = (rest, days * 86_400 + rest)
    // Excel has a 29 February 1900; the days before it are one day off.
    let sinceEpoch = from1904 ? days - 24_107 : days - 25_569 + (days < 60 ? 1 : 0)
    (year, month, day) = Self.civil(sinceEpoch)
  }

  /// The day of so many days since 1970.
  private static func civil(_ days: Int) -> (Int, Int, Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      ofYear - (153 * shiftedMonth + 2) / 5 + 1
    )
  }

  /// The text that a format makes of it.
  func text(_ tokens: [NumberFormat.Token]) -> String {
    let parts = Self.withMinutes(tokens)
    let kinds = Set(
      parts.compactMap { token in if case .time(let part) = token { part.first } else { nil } })
    guard !kinds.isSuperset(of: ["y", "m", "d"]) else {
      let isWhole = seconds == 0 || kinds.isDisjoint(with: ["h", "s", "n"])
      return "\(year.padded(4))-\(month.padded(2))-\(day.padded(2))"
        + (isWhole ? "" : "T\(hour.padded(2)):\(minute.padded(2)):\((seconds % 60).padded(2))")
    }
    let isHalf = parts.contains(.time("AM/PM"))
    return parts.map { token in
      switch token {
      case .time(let part): text(of: part, isHalf: isHalf)
      case .literal(let text): text
      case .point: "."
      case .thousands: ","
      default: ""
      }
    }.joined().trimmingSpaces
  }

  private var hour: Int { seconds / 3_600 }
  private var minute: Int { seconds / 60 % 60 }

  /// An `m` behind hours or before seconds is minutes, which are `n` here.
  private static func withMinutes(_ tokens: [NumberFormat.Token]) -> [NumberFormat.Token] {
    var tokens = tokens
    let times = tokens.indices.filter { if case .time = tokens[$0] { true } else { false } }
    for (at, index) in times.enumerated() {
      guard case .time(let part) = tokens[index], part.hasPrefix("m"), part.count <= 2 else {
        continue
      }
      func isNear(_ other: Int, _ kinds: [String]) -> Bool {
        guard times.indices.contains(other), case .time(let near) = tokens[times[other]] else {
          return false
        }
        return kinds.contains { near.hasPrefix($0) }
      }
      if isNear(at - 1, ["h", "[h"]) || isNear(at + 1, ["s"]) {
        tokens[index] = .time(String(repeating: "n", count: part.count))
      }
    }
    return tokens
  }

  private func text(of part: String, isHalf: Bool) -> String {
    switch part {
    case "yy": (year % 100).padded(2)
    case "y", "yyy", "yyyy": year.padded(4)
    case "m": "\(month)"
    case "mm": month.padded(2)
    case "mmm": String(Self.months[month - 1].prefix(3))
    case "mmmm": Self.months[month - 1]
    case "mmmmm": String(Self.months[month - 1].prefix(1))
    case "d": "\(day)"
    case "dd": day.padded(2)
    case "h": "\(isHalf ? (hour + 11) % 12 + 1 : hour)"
    case "hh": (isHalf ? (hour + 11) % 12 + 1 : hour).padded(2)
    case "n": "\(minute)"
    case "nn": minute.padded(2)
    case "s": "\(seconds % 60)"
    case "ss": (seconds % 60).padded(2)
    case "AM/PM": hour < 12 ? "AM" : "PM"
    case "[h]": "\(allSeconds / 3_600)"
    case "[m]": "\(allSeconds / 60)"
    case "[s]": "\(allSeconds)"
    default: ""
    }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October",
    "November", "December",
  ]
}

extension Int {
  fileprivate func padded(_ count: Int) -> String {
    let digits = "\(self)"
    return String(repeating: "0", count: Swift.max(0, count - digits.count)) + digits
  }
}
