import Foundation
import Testing

/// Batches in parts, and the receipts that tell whether all rows were answered once.
struct ReceiptTests {
  private static let pairs = [
    ("ie-nqf:8", "de-nqf:6"), ("fr-nqf:5", "pl-nqf:5"), ("xx:1", "de-nqf:1"),
  ]
  private static let day = "--as-of 2026-01-01"

  /// A table some of whose cells have line breaks and quotes.
  private static let table =
    "case,from,to\r\n"
    + (0..<40).map { "\"case \($0),\n\"\"x\"\"\",\(pairs[$0 % 3].0),\(pairs[$0 % 3].1)\r\n" }
    .joined()

  private static let lines = (0..<40).map {
    "{\"from\": \"\(pairs[$0 % 3].0)\", \"to\": \"\(pairs[$0 % 3].1)\", \"n\": \($0)}\n"
  }.joined()

  /// A place with the questions in `in.csv` and `in.jsonl`, answered in so many parts.
  private func place(cutInto parts: Int, _ name: String = "in.jsonl") throws -> Place {
    let place = try Place()
    try place.write(Self.table, to: "in.csv")
    try place.write(Self.lines, to: "in.jsonl")
    for part in 1...parts {
      _ = try place.run(
        "compare --batch \(name) --output out.\(part) --shard \(part)/\(parts) --receipt \(part).json "
          + Self.day)
    }
    return place
  }

  private func receipts(of parts: Int) -> String {
    (1...parts).map { "\($0).json" }.joined(separator: " ")
  }

  @Test(arguments: [("in.csv", 3), ("in.jsonl", 3), ("in.jsonl", 7)])
  func thePartsAddUpToTheWhole(name: String, parts: Int) throws {
    let place = try place(cutInto: parts, name)
    _ = try place.run("compare --batch \(name) --output out.all --receipt all.json \(Self.day)")
    let isTable = name.hasSuffix("csv")
    let whole = try place.read("out.all")
    let head = isTable ? String(whole.prefix { $0 != "\r\n" }) + "\r\n" : ""
    let answers = try (1...parts).map { part in
      let text = try place.read("out.\(part)")
      #expect(text.hasPrefix(head))
      return String(text.dropFirst(head.count))
    }

    #expect(head + answers.joined() == whole)
    let result = try place.run(
      "receipts \(receipts(of: parts)) --input \(name) --format json "
        + (1...parts).map { "--output out.\($0)" }.joined(separator: " "))
    #expect(result.status == 0, "\(result.output)")
    let sum = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let all = try #require(
      try JSONSerialization.jsonObject(with: place.bytes("all.json")) as? [String: Any])
    for key in ["input", "output"] {
      #expect(sum[key] as? [String: AnyHashable] == all[key] as? [String: AnyHashable])
    }
  }

  /// What anybody can compute with other tools.
  @Test func theDigestIsTheSumOfTheHashesOfLines() throws {
    let place = try Place()
    try place.write("{\"from\":\"a\",\"to\":\"b\"}\n", to: "in.jsonl")
    _ = try place.run("compare --batch in.jsonl --output out --receipt r.json --jobs 1")

    let digest = "806b48ee2b62d78e6a76aa27bcae967078480d3dc11adddb9da7081b6daca366"
    #expect(try place.read("r.json").contains(digest))
  }

  @Test func aRowThatIsLostOrDoubledOrChangedIsKnown() throws {
    let place = try place(cutInto: 2)
    let lines = Self.lines.split(separator: "\n").map { $0 + "\n" }
    try place.write(lines.dropLast().joined(), to: "lost")
    try place.write((lines.dropLast() + lines.prefix(1)).joined(), to: "doubled")
    try place.write(lines.shuffled().joined(), to: "shuffled")

    #expect(try place.run("receipts 1.json 2.json --input shuffled").status == 0)
    let lost = try place.run("receipts 1.json 2.json --input lost")
    #expect(lost.status == 1)
    #expect(lost.output.contains("questions in the file: 39; in the receipts: 40"))
    let doubled = try place.run("receipts 1.json 2.json --input doubled --format json")
    #expect(doubled.status == 1)
    #expect(doubled.output.contains("changed-input"))
    let answers = try place.run("receipts 1.json 2.json --output out.1 --format json")
    #expect(answers.output.contains("other-output"))
  }

  @Test func aPartThatIsMissingOrDoubledIsKnown() throws {
    let place = try place(cutInto: 3)

    let missing = try place.run("receipts 1.json 3.json")
    #expect(missing.status == 1)
    #expect(missing.output.contains("parts without a receipt: 2/3"))
    let doubled = try place.run("receipts 1.json 2.json 3.json 2.json")
    #expect(doubled.status == 1)
    #expect(doubled.output.contains("parts with more than one receipt: 2/3"))
  }

  @Test(arguments: [
    ("\"graph\" : \"", "\"graph\" : \"0", "other-graph"),
    ("\"program\" : \"", "\"program\" : \"9", "other-program"),
    ("\"language\" : \"en\"", "\"language\" : \"fr\"", "other-question"),
    ("\"of\" : 2", "\"of\" : 3", "other-cut"),
    ("\"finished\" : true", "\"finished\" : false", "not-finished"),
  ])
  func partsOfDifferentWorkAreNotAddedUp(part: String, other: String, kind: String) throws {
    let place = try place(cutInto: 2)
    let receipt = try place.read("2.json")
    #expect(receipt.contains(part))
    try place.write(receipt.replacing(part, with: other), to: "2.json")
    let result = try place.run("receipts 1.json 2.json --format json")

    #expect(result.status == 1)
    #expect(result.output.contains(kind))
  }

  @Test(arguments: ["", "{}", "{\"schema\":1,\"answer\":\"receipt\"}", "[1"])
  func whatIsNoReceiptIsRefusedAndNotWrittenOver(text: String) throws {
    let place = try Place()
    try place.write(text, to: "r.json")
    try place.write(Self.lines, to: "in.jsonl")

    #expect(try place.run("receipts r.json").status == 3)
    #expect(try place.run("compare --batch in.jsonl --receipt r.json").status == 3)
    #expect(try place.read("r.json") == text)
  }

  /// A receipt of the earlier run says which library has made the answers that are there.
  @Test func whatWasAnsweredByAnotherLibraryIsNotGoneOnWith() throws {
    let place = try place(cutInto: 1)
    let (whole, receipt) = (try place.read("out.1"), try place.read("1.json"))
    let call = "compare --batch in.jsonl --output out.1 --resume --receipt 1.json"
    try place.write(String(whole.prefix(whole.count / 2)), to: "out.1")

    #expect(try place.run("\(call) --language fr \(Self.day)").status == 3)
    _ = try place.run("\(call) \(Self.day)")
    #expect(try place.read("out.1") == whole)
    #expect(try place.read("1.json") == receipt)
  }

  @Test func aRowWithSeveralTargetsIsCountedOnceGoingInAndOftenComingOut() throws {
    let place = try Place()
    try place.write("case;isco\n1;2230\n2;7231\n3;no\n", to: "in.csv")
    let call = "recode in.csv --column isco --from isco-88 --to isco-08 \(Self.day)"
    let text = try place.run(call + " --jobs 1 --receipt 1.json --output out").errors
    let receipt = try place.read("1.json")
    let rows = try #require(text.firstMatch(of: /rows out: (\d+)/)).1

    #expect(receipt.contains("\"rows\" : 3"))
    #expect(receipt.contains("\"rows\" : \(rows)"))
    #expect(try place.run("receipts 1.json --input in.csv --output out").status == 0)
  }

  @Test func theNumberOfJobsChangesNothing() throws {
    let place = try place(cutInto: 1, "in.csv")
    for jobs in [1, 3] {
      _ = try place.run("compare --batch in.csv --output out.jobs --jobs \(jobs) \(Self.day)")
      #expect(try place.bytes("out.jobs") == place.bytes("out.1"))
    }
  }

  @Test func standardInputIsThePartAlready() throws {
    let place = try Place()
    try place.write(Self.lines, to: "in.jsonl")
    let call = try place.start(
      ["compare", "--batch", "-", "--shard", "2/3", "--receipt", "r.json", "--output", "out"],
      input: Self.lines)
    call.process.waitUntilExit()

    #expect(try place.read("r.json").contains("\"rows\" : 40"))
  }

  @Test func aPartThatWasCutElsewhereMayBeEmpty() throws {
    let place = try Place()
    let call = try place.start(
      ["compare", "--batch", "-", "--shard", "2/3", "--receipt", "r.json"], input: "")
    call.process.waitUntilExit()

    #expect(call.process.terminationStatus == 0)
    #expect(try place.read("r.json").contains("\"finished\" : true"))
  }

  @Test(arguments: ["0/2", "3/2", "2", "1/2/3", "a/b", "1/0", "-1/2"])
  func whatIsNoPartIsRefused(text: String) throws {
    #expect(try Place().run("compare --batch - --shard=\(text)").status == 2)
  }
}
