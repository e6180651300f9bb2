import Testing

@testable import PasserelleAnswers

/// How long lines of an answer are shown on a narrow terminal.
struct FoldedLineTests {
  @Test(arguments: [
    ("one two", 80, "one two"),
    ("one two three", 9, "one two\n  three"),
    ("  - one two three", 11, "  - one two\n    three"),
    ("  one two three", 10, "  one two\n      three"),
    ("https://example.org/a/long/address", 10, "https://example.org/a/long/address"),
    ("\u{1B}[1mone two\u{1B}[0m three", 13, "\u{1B}[1mone two\u{1B}[0m three"),
    ("one  two", 5, "one\n  two"),
  ])
  func aLineIsPartedBetweenWordsAndNeverWithinOne(line: String, width: Int, folded: String) {
    #expect(FoldedLine(line, to: width).text == folded)
  }
}
