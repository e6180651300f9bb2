import PasserelleKit
import Synchronization
import Testing

struct TallyTests {
  @Test func tellsEachKindOnceWithItsNumberAndItsFirstPlace() {
    var tally = Tally()
    for line in 1...3 { tally.count("a partner", at: place(line)) }
    tally.count("a rubric", at: place(9))
    tally.count("a level", at: place(4))
    tally.count("a level", at: place(5))

    #expect(
      reported(by: tally).map { "\($0.position.line) \($0.severity.rawValue) \($0.summary)" } == [
        "1 warning skipped 3 times: a partner", "9 warning skipped once: a rubric",
        "4 warning skipped twice: a level",
      ])
  }

  @Test func namesAnotherDeed() {
    var tally = Tally(of: "corrected", as: .mended)
    tally.count("a code", at: place(1))
    #expect(
      reported(by: tally).map { "\($0.id): \($0.summary)" } == ["mended: corrected once: a code"])
    #expect(reported(by: Tally()) == [])
  }

  @Test func kindsWithoutEndAreCountedAsOne() {
    var tally = Tally()
    for number in 1...1_000 { tally.count("kind \(number)", at: place(number)) }
    let reports = reported(by: tally)
    #expect(reports.count == 51)
    #expect(reports.last?.summary == "skipped 950 times: something else")
  }

  private func place(_ line: Int) -> SourcePosition {
    SourcePosition(file: "x", line: line, column: 1)
  }

  private func reported(by tally: Tally) -> [Diagnostic] {
    let found = Mutex<[Diagnostic]>([])
    tally.report(
      to: GraphWriter(
        emit: { _, _ in true }, report: { diagnostic in found.withLock { $0.append(diagnostic) } }))
    return found.withLock { $0 }
  }
}
