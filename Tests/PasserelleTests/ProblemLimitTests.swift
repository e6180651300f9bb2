import PasserelleModel
import Testing

@testable import Passerelle

/// How many problems of a file are listed, whoever finds them.
struct ProblemLimitTests {
  @Test func aThousandAreListedAsTheyAre() {
    let problems = warnings(1_000, of: "a")
    #expect(ProblemLimit.applied(to: problems) == problems)
  }

  @Test func ofMoreTheNumberIsTold() throws {
    let listed = ProblemLimit.applied(to: warnings(1_003, of: "a"))
    let last = try #require(listed.last)

    #expect(listed.count == 1_001)
    #expect(last.id == .tooManyProblems && last.severity == .warning)
    #expect(last.summary.contains("the other 3"))
  }

  @Test func eachFileHasItsOwnLimit() {
    let listed = ProblemLimit.applied(to: warnings(1_001, of: "a") + warnings(900, of: "b"))
    #expect(listed.filter { $0.position.file == "b" }.count == 900)
  }

  @Test func anErrorIsNotCrowdedOutByWarnings() {
    let error = Diagnostic.error("cycle", at: SourcePosition(file: "a", line: 9_999), "a circle")
    let listed = ProblemLimit.applied(to: warnings(2_000, of: "a") + [error])
    #expect(listed.contains(error))
  }

  private func warnings(_ count: Int, of file: String) -> [Diagnostic] {
    (1...count).map {
      .warning("unused-source", at: SourcePosition(file: file, line: $0), "source \($0)")
    }
  }
}
