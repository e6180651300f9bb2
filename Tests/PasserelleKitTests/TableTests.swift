import PasserelleKit
import Testing

struct TableTests {
  @Test func readsQuotesDelimitersAndLineBreaksInFields() throws {
    #expect(
      try rows("a,b\r\n\"x, \"\"y\"\"\",\"two\nlines\"\r\n1,\n")
        == [["x, \"y\"", "two\nlines"], ["1", ""]])
  }

  @Test func findsTheDelimiterBehindBlankLines() throws {
    #expect(try rows("\r\n\na;b\n1;2\n") == [["1", "2"]])
    let table = try SourcePart(name: "t.csv", text: "# a: b\n\nx;y\n").table()
    #expect(table.headerPosition.lineAndColumn == [3, 1])
  }

  @Test func limitsTheNamesOfColumns() {
    let marks = String(repeating: "\u{301}\u{323}", count: 100_000)
    #expect(failure(Array("a,b\(marks)\n".utf8)) == "1:3 name-too-long")
  }

  @Test(arguments: ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "\u{FEFF}a,b\n1,2", "a,b\r1,2\r"])
  func findsTheDelimiterAndTheLineEnd(text: String) throws {
    #expect(try rows(text) == [["1", "2"]])
  }

  @Test func keepsCodesAsText() throws {
    #expect(try rows("code,x\n0110,1E5\n=1+1, 4.10 \n") == [["0110", "1E5"], ["=1+1", " 4.10 "]])
  }

  @Test func aQuoteInsideABareFieldIsItsOwn() throws {
    #expect(try rows("a,b\n5°26'18\"N,2\n") == [["5°26'18\"N", "2"]])
  }

  @Test func tellsNothingFromAnEmptyText() throws {
    let table = try SourcePart(name: "t.csv", text: "a,b,c\n\"\",\"\",\n,\"x\", \n").table()
    let columns = try ["a", "b", "c"].map { name throws(Diagnostic) in try table.column(name) }
    var fields: [[String?]] = []
    try table.forEachRow { row throws(Diagnostic) in fields.append(columns.map(row.given)) }

    #expect(fields == [["", "", nil], [nil, "x", " "]])
  }

  @Test func passesOverBlankLines() throws {
    #expect(try rows("a,b\n\n1,2\n\r\n\n3,4\n\n") == [["1", "2"], ["3", "4"]])
  }

  @Test func knowsWhereFieldsStand() throws {
    var places: [[Int]] = []
    let table = try SourcePart(name: "t.csv", text: "a,b\n\"é\nü\",x\n1,\"2\"\n").table()
    let (a, b) = (try table.column("a"), try table.column("b"))
    try table.forEachRow { row throws(Diagnostic) in
      places += [row.position(a).lineAndColumn, row.position(b).lineAndColumn]
    }

    #expect(places == [[2, 1], [3, 4], [4, 1], [4, 3]])
  }

  @Test func readsTheYAMLInTheCommentsBeforeTheHeader() throws {
    let text = "# source: ilo\n#  # a comment\n# list: [é, x]\na,b\n1,2\n"
    let table = try SourcePart(name: "t.csv", text: text).table()

    #expect(table.preamble?.child("source")?.text == "ilo")
    #expect(table.preamble?.child("list")?.children.last?.position.lineAndColumn == [3, 13])
    #expect(table.headerPosition.lineAndColumn == [4, 1])
  }

  @Test func findsColumnsByAnyOfTheirNames() throws {
    let table = try SourcePart(name: "t.csv", text: "Title EN, Code \nx,1\n").table()

    #expect(try table.column("isco_code", "code").index == 1)
    #expect(table.optionalColumn("title") == nil)
  }

  @Test func hasColumnsOnlyWhereItHasAllOfThem() throws {
    let table = try SourcePart(name: "t.csv", text: "a,b\n1,2\n").table()

    #expect(table.hasColumns(["b", "A"]))
    #expect(!table.hasColumns(["a", "c"]))
  }

  @Test(arguments: ["a", "é", "\u{9}", "\u{1}€", "\u{7F}", "\u{10FFFF}"])
  func findsTheEndOfFieldsOfAnyLength(filler: String) throws {
    for length in 0...40 {
      let text = String(repeating: filler, count: length)
      let fields = [text, "1", text + "2"]
      let bare = fields.joined(separator: ",")
      let quoted = fields.map { "\"\($0)\"" }.joined(separator: ",")
      let read = try rows("x,y,z\n\(bare)\r\n\(quoted)\n\(quoted)\r\(bare)")

      #expect(read == [fields, fields, fields, fields], "\(length) times")
    }
  }

  @Test func readsRowsThatAreLongerThanAChunkOfTheFile() throws {
    let long = String(repeating: "é,", count: 100_000)
    #expect(try rows("a,b\n\"\(long)\",2\n3,4\n") == [[long, "2"], ["3", "4"]])
  }

  @Test(arguments: [
    ("", "0:0 empty"), ("a,b\n1\n", "2:1 row-length"),
    ("a,b\n1,2\n1,2,3\n", "3:1 row-length"), ("a,b\n1,\"2\n3,4\n", "2:3 unclosed-quote"),
    ("a,b\n\"1\"x,2\n", "2:4 text-after-quote"),
    ("a,b\n1,\u{0}2\n", "2:3 control-character"),
  ])
  func refusesByNameAndPlace(text: String, expected: String) {
    #expect(failure(Array(text.utf8)) == expected)
  }

  @Test func refusesBrokenUTF8WhereItStands() {
    #expect(failure(Array("a,b\n1,2\n3,".utf8) + [0xE9, 0x0A]) == "3:3 encoding")
  }

  @Test(arguments: [
    (1_024, nil as String?), (1_025, "too-many-columns"), (50_000, "too-many-columns"),
  ])
  func limitsColumns(count: Int, expected: String?) {
    let header = (0..<count).map { "c\($0)" }.joined(separator: ",")
    let found = failure(Array((header + "\n").utf8))
    #expect(found.map { String($0.split(separator: " ")[1]) } == expected)
  }

  @Test(arguments: [(0, nil as String?), (1, "2:1 row-too-long")])
  func limitsRows(excess: Int, expected: String?) {
    let fields = Array(repeating: String(repeating: "x", count: (1 << 20) - 1), count: 4)
    let row = fields.joined(separator: ",") + String(repeating: "x", count: excess)
    #expect(failure(Array("a,b,c,d\n\(row)\n".utf8)) == expected)
  }

  @Test func aTableHasOneHead() {
    let parts = [
      SourcePart(name: "t.csv", text: "# a: b\nx,y\n"), SourcePart(name: "t.yaml", text: "a: b\n"),
    ]
    let error = #expect(throws: Diagnostic.self) { try Source(parts: parts).table() }
    #expect(error?.id == "two-heads")
    #expect(error?.position.file == "t.yaml")
  }

  @Test func aQuoteThatIsNeverClosedDoesNotSwallowTheFile() {
    let text = "a,b\n1,\"" + String(repeating: "x,y\n", count: 2_000_000)
    #expect(failure(Array(text.utf8)) == "2:1 row-too-long")
  }
}

private func rows(_ text: String) throws(Diagnostic) -> [[String]] {
  let table = try SourcePart(name: "test.csv", text: text).table()
  let columns = try table.header.map { name throws(Diagnostic) in try table.column(name) }
  var rows: [[String]] = []
  try table.forEachRow { row throws(Diagnostic) in rows.append(columns.map { row[$0] }) }
  return rows
}

private func failure(_ bytes: [UInt8]) -> String? {
  do throws(Diagnostic) {
    try SourcePart(name: "test.csv", bytes: bytes).table().forEachRow { _ in }
    return nil
  } catch {
    return "\(error.position.line):\(error.position.column) \(error.id)"
  }
}
