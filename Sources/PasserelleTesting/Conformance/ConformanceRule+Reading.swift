import PasserelleKit
internal import Synchronization

extension ConformanceRule {
  /// It reads its sample without an error, and says something.
  public static let readsItsSample = ConformanceRule("reads its sample") { trial in
    let errors = trial.reading.diagnostics.filter { $0.severity == .error }.map(\.description)
    return trial.reading.statements.isEmpty ? errors + ["it says nothing"] : errors
  }

  /// The same source makes the same statements, places and diagnostics, in the same order.
  public static let saysTheSameTwice = ConformanceRule("says the same twice") { trial in
    difference(trial.reading, Reading(of: trial.sample.source, with: trial.adapter))
  }

  /// A host may hand out fewer bytes than were asked for; what is read is the same.
  public static let readsInPieces = ConformanceRule("reads in pieces") { trial in
    difference(
      trial.reading, Reading(of: ReadWatch.pieces(of: trial.sample, bytes: 7), with: trial.adapter))
  }

  /// It goes no further than the limits of the source: a file that does not end ends the read.
  public static let keepsTheLimits = ConformanceRule("keeps the limits") { trial in
    let longest = trial.sample.files.map(\.bytes.count).max() ?? 0
    let limit = longest + (64 << 10)
    let slack = 1 << 20
    let watch = ReadWatch()
    _ = Reading(
      of: watch.endless(trial.sample, limit: limit, cut: limit + 4 * slack), with: trial.adapter)
    return watch.end > limit + slack
      ? ["with a limit of \(limit) bytes it reads \(watch.end) of a file that does not end"] : []
  }

  /// Once the host has asked it to end, it says nothing more.
  public static let stopsWhenTold = ConformanceRule("stops when told") { trial in
    let count = trial.reading.statements.count
    return (1...16).filter { $0 <= count }.compactMap { last in
      let said = Mutex(0)
      let writer = GraphWriter(
        emit: { _, _ in
          said.withLock {
            $0 += 1
            return $0 < last
          }
        }, report: { _ in })
      try? trial.adapter.read(trial.sample.source, into: writer)
      let more = said.withLock { $0 } - last
      return more > 0 ? "told to end after \(last) statements, it makes \(more) more" : nil
    }
  }

  private static func difference(_ one: Reading, _ other: Reading) -> [String] {
    func lines(_ reading: Reading) -> [String] {
      reading.statements.map { "\($0.position): \($0.statement)" }
        + reading.diagnostics.map(\.description)
    }
    let (first, second) = (lines(one), lines(other))
    if first == second { return [] }
    let index = zip(first, second).prefix { $0 == $1 }.count
    func line(_ lines: [String]) -> String {
      index < lines.count ? "\(lines[index].prefix(240))" : "nothing more"
    }
    return ["first: \(line(first)); then: \(line(second))"]
  }
}
