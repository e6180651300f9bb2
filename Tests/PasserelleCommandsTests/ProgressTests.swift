import Passerelle
import Testing

@testable import PasserelleCommands

/// How long work shows how far it has come; the time is given, and nobody waits.
struct ProgressTests {
  /// What is shown of bytes that are read at an even rate, at some times.
  private func shown(
    in place: ProgressMeter.Place, at times: [Double], total: Int? = 100_000_000
  ) -> [String?] {
    var meter = ProgressMeter(place)
    meter.take(WorkProgress("reading", of: total, .bytes), at: 0)
    return times.map { time in
      meter.take(WorkProgress("reading", done: Int(time * 1e6), of: total, .bytes), at: time)
      return meter.text(at: time)
    }
  }

  @Test func aTerminalHasABarWithShareRateAndTimeLeft() {
    let text = shown(in: .terminal(width: 80), at: [25])

    #expect(
      text == [
        "\r\u{1B}[Kpasserelle: reading  [#######......................]  25 %  1.0 MB/s  1:15 left"
      ])
  }

  @Test func whatIsDoneAtOnceIsNotShown() {
    #expect(shown(in: .terminal(width: 80), at: [0.1, 0.4]) == [nil, nil])
  }

  @Test func aNarrowTerminalHasNoBarAndNoLineIsBroken() {
    for width in [10, 20, 40, 60] {
      let text = shown(in: .terminal(width: width), at: [25])[0]?.dropFirst(4)
      #expect(text.map { $0.count < width } == true)
    }
  }

  @Test func aLogHasALineAMinute() {
    let lines = shown(in: .log, at: [1, 59, 60, 61, 119, 121])

    #expect(lines.map { $0 != nil } == [false, false, true, false, false, true])
    #expect(lines[2] == "passerelle: reading: 60 %, 1.0 MB/s, 0:40 left\n")
  }

  @Test func aPipeHasNothing() {
    #expect(shown(in: .nowhere, at: [1, 60, 600]) == [nil, nil, nil])
  }

  @Test func itIsShownWhereSomebodyReadsIt() {
    func place(
      _ width: Int?, isFile: Bool = false, _ environment: [String: String] = [:],
      isQuiet: Bool = false
    ) -> ProgressMeter.Place {
      ProgressMeter.Place(terminal: width, isFile: isFile, environment, isQuiet: isQuiet)
    }

    #expect(place(80) == .terminal(width: 80))
    #expect(place(80, isQuiet: true) == .nowhere)
    #expect(place(80, ["NO_COLOR": "1"]) == .nowhere)
    #expect(place(80, ["NO_COLOR": ""]) == .terminal(width: 80))
    #expect(place(80, ["TERM": "dumb"]) == .nowhere)
    #expect(place(nil, isFile: true) == .log)
    #expect(place(nil, isFile: true, isQuiet: true) == .nowhere)
    #expect(place(nil) == .nowhere)
  }

  /// Without a total there is no share, and nothing is promised.
  @Test func whatHasNoKnownEndShowsWhatIsDone() {
    var meter = ProgressMeter(.terminal(width: 80))
    meter.take(WorkProgress("answering", done: 0), at: 0)
    meter.take(WorkProgress("answering", done: 1_234_567), at: 10)

    #expect(
      meter.text(at: 10)
        == "\r\u{1B}[Kpasserelle: answering: 1,234,567 rows, 123,456 rows/s")
  }

  @Test func workThatSaysNothingShowsThatTimeGoesOn() {
    var meter = ProgressMeter(.terminal(width: 80))
    meter.take(WorkProgress("comparing"), at: 5)

    #expect(meter.text(at: 68.5) == "\r\u{1B}[Kpasserelle: comparing, 1:04")
  }

  @Test func anotherTaskBeginsAnew() {
    var meter = ProgressMeter(.log)
    meter.take(WorkProgress("reading", done: 10, of: 10), at: 0)
    meter.take(WorkProgress("checking"), at: 59)

    #expect(meter.text(at: 61) == nil)
    #expect(meter.text(at: 119) == "passerelle: checking, 1:00\n")
  }

  @Test func aBarIsTakenAwayAndAnEmptyLineIsNot() {
    var meter = ProgressMeter(.terminal(width: 80))
    #expect(meter.clear() == nil)
    meter.take(WorkProgress("reading"), at: 0)
    _ = meter.text(at: 1)
    #expect(meter.clear() == "\r\u{1B}[K")
    #expect(meter.end() == nil)
    #expect(meter.text(at: 2) == nil)
  }

  @Test func moreThanAllIsAllAndAlmostAllIsNot() {
    #expect(WorkProgress("reading", done: 12, of: 10).share == 1)
    #expect(WorkProgress("reading", done: 0, of: 0).share == 1)
    var meter = ProgressMeter(.log)
    meter.take(WorkProgress("reading", done: 0, of: 1_000), at: 0)
    meter.take(WorkProgress("reading", done: 999, of: 1_000), at: 60)
    #expect(meter.text(at: 60)?.contains("99 %") == true)
  }
}
