import PasserelleKit
import PasserelleTesting
import Testing

/// What starts at a place, in each of the formats.
struct PlaceTests {
  /// States the code `b` at a place of a text.
  private struct Pointer: Adapter {
    static let manifest = Specimen.manifest
    let line: Int
    let column: Int

    func identify(_ source: Source) -> Int { 0 }

    func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
      guard let code = Code("b") else { return }
      let id = Identifier(FrameworkName(series: "x"), code)
      let place = SourcePosition(file: source.main.name, line: line, column: column)
      try graph.add(.concept(Concept(id: id, kind: .level, title: .english("T"))), at: place)
    }
  }

  @Test(arguments: [
    ("1️⃣<l c=\"b\"/>\n2️⃣<l c=\"a\"/>\n", true, false),
    ("1️⃣<l><c>b</c></l>\n<r>2️⃣<l><l>a</l></l> b</r>\n", true, false),
    ("[1️⃣{\"l\": [\"}\", \"b\"]},\n2️⃣{\"l\": \"a\"}, \"b\"]\n", true, false),
    ("- 1️⃣code: a\n  title: b\n- 2️⃣code: a\n- b\n", true, false),
    ("1️⃣a,\"\nb\"\n2️⃣a,c\nb,c\n", true, false),
  ])
  func thePlaceMustLeadToTheText(marked: String, first: Bool, second: Bool) throws {
    let text = MarkedText(marked)
    for (marker, isRight) in [("1️⃣", first), ("2️⃣", second)] as [(Character, Bool)] {
      let place = try #require(text.places[marker])
      let violations = ConformanceRule.pointsAtWhatItSays.violations(
        by: Pointer(line: place.line, column: place.column), on: Sample(text.text, named: "x"))
      #expect(violations.isEmpty == isRight, "\(marker)")
    }
  }

  @Test func aRoughPlaceMayBeSomeLinesOff() {
    let sample = Sample("a\nb\nc\n", named: "x")
    let adapter = Pointer(line: 3, column: 1)

    #expect(ConformanceRule.pointsAtWhatItSays.violations(by: adapter, on: sample) != [])
    #expect(ConformanceRule.pointsAtWhatItSays(within: 1).violations(by: adapter, on: sample) == [])
  }

  @Test func aMarkerTakesNoColumn() {
    let marked = MarkedText("é1️⃣x\n\n2️⃣y")

    #expect(marked.text == "éx\n\ny")
    #expect(marked.places["1️⃣"] == MarkedText("é1️⃣").places["1️⃣"])
    #expect(marked.places["2️⃣"].map { [$0.line, $0.column] } == [3, 1])
  }
}
