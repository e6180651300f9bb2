import Foundation
import Testing

/// Files of questions: rows in, the same rows with answers out.
struct BatchTests {
  private static let rows = [
    "ie-nqf:8,de-nqf:6", "fr-nqf:5,pl-nqf:5", "xx:1,de-nqf:1", "\"a\nb\",x",
  ]

  /// A batch of so many rows, in turn good and bad.
  private func batch(_ count: Int) -> String {
    "case,from,to\r\n"
      + (0..<count).map { "\"case \($0), x\",\(Self.rows[$0 % Self.rows.count])\r\n" }.joined()
  }

  @Test func rowsComeOutInTheirOrderWithTheirOwnFields() throws {
    let place = try Place()
    try place.write(batch(3_000), to: "in.csv")
    let result = try place.run("compare --batch in.csv --output out.csv --as-of 2026-01-01")

    #expect(result.status == 1)
    let cases = try place.read("out.csv").split(separator: "\r\n").dropFirst()
      .filter { $0.hasPrefix("\"case ") }.map { $0.prefix { $0 != "," } }
    #expect(cases == (0..<3_000).map { "\"case \($0)" })
  }

  @Test func badRowsAreReportedByLineAndEndNothing() throws {
    let place = try Place()
    try place.write(batch(5), to: "in.csv")
    let result = try place.run("compare --batch in.csv --output out.csv --as-of 2026-01-01")

    #expect(result.status == 1)
    #expect(result.errors.contains("in.csv:4:1: error: no framework"))
    #expect(result.errors.contains("in.csv:5:1: error: no concept"))
    #expect(result.errors.contains("5 rows answered, 2 of them with a problem"))
  }

  @Test(arguments: [0, 1, 40, 5_000, 9_999])
  func aRunThatWasEndedGoesOnToTheSameBytes(kept: Int) throws {
    let place = try Place()
    try place.write(batch(200), to: "in.csv")
    _ = try place.run("compare --batch in.csv --output whole.csv --as-of 2026-01-01")
    let whole = try place.bytes("whole.csv")
    try whole.prefix(kept).write(to: place.folder.appending(path: "part.csv"))
    _ = try place.run("compare --batch in.csv --output part.csv --resume --as-of 2026-01-01")

    #expect(try place.bytes("part.csv") == whole)
  }

  /// More than what is read ahead at once.
  @Test func aLongFileIsGoneOnWithWhereItEnded() throws {
    let place = try Place()
    let long = String(repeating: "x", count: 4_000)
    try place.write(
      "case,from,to\r\n"
        + (0..<200).map { "\($0)\(long),\(Self.rows[$0 % 2])\r\n" }.joined(), to: "in.csv")
    _ = try place.run("compare --batch in.csv --output whole.csv --as-of 2026-01-01")
    let whole = try place.bytes("whole.csv")
    try whole.prefix(whole.count * 3 / 4).write(to: place.folder.appending(path: "part.csv"))
    _ = try place.run("compare --batch in.csv --output part.csv --resume --as-of 2026-01-01")

    #expect(try place.bytes("part.csv") == whole)
  }

  @Test func theAnswersOfAnotherBatchAreNotAddedTo() throws {
    let place = try Place()
    try place.write(batch(2), to: "in.csv")
    try place.write("something,else\r\n1,2\r\n", to: "out.csv")
    let result = try place.run("compare --batch in.csv --output out.csv --resume")

    #expect(result.status == 3)
    #expect(try place.read("out.csv") == "something,else\r\n1,2\r\n")
  }

  @Test(arguments: ["--as-of 1990", "--as-of 2026-01-01 --purpose study"])
  func anotherQuestionIsNotAnsweredIntoTheSameFile(options: String) throws {
    let place = try Place()
    try place.write("from,to\nin-nsqf:5,ie-nqf:5\nfr-nqf:5,ie-nqf:6\n", to: "in.csv")
    _ = try place.run("compare --batch in.csv --output out.csv --as-of 2026-01-01")
    let before = try place.bytes("out.csv")
    let result = try place.run("compare --batch in.csv --output out.csv --resume \(options)")

    #expect((result.status == 3) == (options == "--as-of 1990"))
    #expect(try place.bytes("out.csv") == before)
  }

  @Test func otherRowsAreNotAddedToTheAnswersOfSome() throws {
    let place = try Place()
    try place.write(batch(4), to: "in.csv")
    _ = try place.run("compare --batch in.csv --output out.csv")
    let before = try place.bytes("out.csv")
    try place.write("case,from,to\r\nother,ie-nqf:8,de-nqf:6\r\n", to: "in.csv")
    let result = try place.run("compare --batch in.csv --output out.csv --resume")

    #expect(result.status == 3)
    #expect(try place.bytes("out.csv") == before)
  }

  @Test func aBatchIsNotWrittenOverItself() throws {
    let place = try Place()
    try place.write(batch(4), to: "in.csv")
    let result = try place.run("compare --batch in.csv --output in.csv")

    #expect(result.status == 3)
    #expect(try place.read("in.csv") == batch(4))
  }

  @Test(arguments: [
    ("from,to\rie-nqf:8,de-nqf:6\r", "carriage returns"), ("from,to,from\n1,2,3\n", "twice"),
  ])
  func aTableThatWouldLoseRowsIsRefused(text: String, words: String) throws {
    let place = try Place()
    try place.write(text, to: "in.csv")
    let result = try place.run("compare --batch in.csv")

    #expect(result.status == 3)
    #expect(result.errors.contains(words))
  }

  @Test func aLineThatIsTooLongIsOneProblem() throws {
    let place = try Place()
    let long = "{\"from\":\"" + String(repeating: "x", count: 5_000_000) + "\"}"
    try place.write("\(long)\n{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\"}\n", to: "in.jsonl")
    let result = try place.run("compare --batch in.jsonl --as-of 2026-01-01")

    #expect(result.output.split(separator: "\n").count == 2)
    #expect(result.errors.contains("2 rows answered, 1 of them with a problem"))
  }

  @Test func jsonLinesKeepTheirInputWordForWord() throws {
    let place = try Place()
    try place.write(
      "{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\",\"id\":[1, 2]}\nno \"JSON\"\n", to: "in.jsonl")
    let result = try place.run("compare --batch in.jsonl --as-of 2026-01-01")
    let lines = result.output.split(separator: "\n")

    #expect(lines.count == 2)
    #expect(
      lines[0].hasPrefix("{\"row\":{\"from\":\"ie-nqf:8\",\"to\":\"de-nqf:6\",\"id\":[1, 2]},"))
    #expect(lines[1].hasPrefix("{\"row\":\"no \\\"JSON\\\"\",\"finding\":\"error\""))
    for line in lines {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    }
  }

  @Test(arguments: [
    ("", "is empty"), ("a,b\n1,2\n", "needs the columns 'from' and 'to'"),
  ])
  func whatIsNoBatchIsRefused(text: String, words: String) throws {
    let place = try Place()
    try place.write(text, to: "in.csv")
    let result = try place.run("compare --batch in.csv")

    #expect(result.status == 3)
    #expect(result.errors.contains(words))
  }
}
