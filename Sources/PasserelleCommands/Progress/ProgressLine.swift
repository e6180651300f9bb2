internal import Passerelle
internal import PasserelleAnswers

/// How far a work has come, on a line: the share, the rate, and the time that is left.
struct ProgressLine {
  private let progress: WorkProgress
  private let seconds: Double

  init(_ progress: WorkProgress, after seconds: Double) {
    (self.progress, self.seconds) = (progress, max(0, seconds))
  }

  /// In words: `reading: 42 %, 31.2 MB/s, 1:20 left`.
  var words: String {
    let parts = [share, amount, rate, left].compactMap(\.self)
    return parts.isEmpty
      ? "\(progress.task), \(Self.clock(seconds))"
      : "\(progress.task): \(parts.joined(separator: ", "))"
  }

  /// With a bar, as far as there is room: `reading  [######........]  42 %  31.2 MB/s  1:20 left`.
  func bar(within width: Int) -> String {
    guard let share = progress.share else {
      return String("passerelle: \(words)".prefix(width - 1))
    }
    let head = "passerelle: \(progress.task)  "
    let tail = "  " + [self.share, rate, left].compactMap(\.self).joined(separator: "  ")
    let room = min(40, width - 1 - head.count - tail.count - 2)
    guard room >= 8 else { return String((head + tail.dropFirst(2)).prefix(width - 1)) }
    let full = Int(Double(room) * share)
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: room - full)
    return "\(head)[\(bar)]\(tail)"
  }

  private var share: String? {
    // What is not quite done is not called done.
    progress.share.map { "\($0 >= 1 ? 100 : min(99, Int($0 * 100))) %" }
  }

  /// What is done, where its share does not say it.
  private var amount: String? {
    progress.share == nil && progress.done > 0
      ? Self.quantity(Double(progress.done), progress.unit) : nil
  }

  private var rate: String? {
    guard progress.done > 0, seconds >= 1 else { return nil }
    return Self.quantity(Double(progress.done) / seconds, progress.unit) + "/s"
  }

  private var left: String? {
    guard let share = progress.share, share > 0, share < 1, seconds >= 1 else { return nil }
    return "\(Self.clock(seconds / share * (1 - share))) left"
  }

  private static func quantity(_ number: Double, _ unit: WorkProgress.Unit) -> String {
    switch unit {
    case .rows: "\(grouped(Int(number))) rows"
    case .bytes:
      number < 1e6 ? "\(Int(number / 1e3)) kB" : "\(decimal(number / 1e6)) MB"
    }
  }

  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// A number in groups of three digits.
  private static func grouped(_ number: Int) -> String {
    var groups: [Substring] = []
    var digits = Substring(String(number))
    while digits.count > 3 {
      groups.insert(digits.suffix(3), at: 0)
      digits = digits.dropLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }

  /// Seconds as minutes and seconds, or hours: `1:20`, `2:05:00`.
  private static func clock(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 359_999).rounded(.up))
    let (hours, minutes, rest) = (whole / 3_600, whole / 60 % 60, whole % 60)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
    return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(minutes):\(two(rest))"
  }
}
