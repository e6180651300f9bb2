import PasserelleKit
import PasserelleTesting
import Testing

/// Which lines are the header, and which rows are read, as the head says.
struct RowChoiceTests {
  @Test func titlesAboveTheHeaderArePassedOver() throws {
    let text = "Table 1; \"open\n\nCode;Title\n1;A\n"
    #expect(try rows(text, "header: 3") == [["Code", "Title"], ["1", "A"]])
  }

  @Test func namesOnSeveralLinesAreOne() throws {
    let text = "ISCO-88,,ISCO-08,\ncode,title,code,title\n1,A,2,B\n"
    #expect(
      try rows(text, "header: [1, 2]")[0]
        == ["ISCO-88 code", "ISCO-88 title", "ISCO-08 code", "ISCO-08 title"])
    #expect(try rows(text, "header: 1-2")[1] == ["1", "A", "2", "B"])
  }

  @Test func aRowBetweenTwoLinesOfTheHeaderIsNoPartOfIt() throws {
    #expect(
      try rows("A,B\n(1),(2)\nx,y\n1,2\n", "header: [1, 3]") == [["A x", "B y"], ["1", "2"]])
  }

  @Test func linesArePassedOver() throws {
    let text = "a,b\nx,y\n1,2\n3,4\n5,6\nend\nend\n"
    #expect(try rows(text, "skip: [2, 4, 6-]") == [["a", "b"], ["1", "2"], ["5", "6"]])
    #expect(try rows(text, "skip: [2-5, 6-7]") == [["a", "b"]])
  }

  @Test func rowsAreChosenByWhatAColumnSays() throws {
    let text = "a,scale\n1,IM\n2,LV\n3, IM \n4,\n"
    #expect(try rows(text, "only: {scale: IM}").dropFirst().map(\.first) == ["1", "3"])
    #expect(try rows(text, "only: {Scale: [IM, LV]}").count == 4)
    #expect(try rows(text, "except: {scale: [IM, \"\"]}").dropFirst().map(\.first) == ["2"])
    #expect(try rows(text, "only: {scale: IM}\nexcept: {a: 1}").dropFirst().map(\.first) == ["3"])
  }

  @Test func aStarStandsForAnyText() throws {
    let text = "a,b\n1,x\nSource: an office\nNote 1,\n2,y\n"
    #expect(
      try rows(text, "except: {a: [\"Source*\", \"Note*\"]}").dropFirst().map(\.first) == [
        "1", "2",
      ])
    #expect(try rows("a,b\n1,\n2,x\n", "only: {b: \"*\"}").dropFirst().map(\.first) == ["2"])
  }

  @Test func whatTheTableWritesForNothingIsNothing() throws {
    let text = "a,b\n1,NA\n2,x\n"
    #expect(
      try rows(text, "except: {b: \"\"}\nempty: [NA]").dropFirst().map(\.first) == ["2"])
  }

  @Test(arguments: [
    ("header: 9", "1:9 missing-header"), ("header: [1, 9]", "1:9 missing-header"),
    ("header: two", "1:9 missing-header"), ("header: 0", "1:9 bad-number"),
    ("header: 1-99", "1:9 bad-number"), ("header: 1-", "1:9 bad-number"),
    ("skip: [1, x]", "1:11 bad-number"), ("skip: 5-3", "1:7 bad-number"),
    ("only: IM", "1:7 wrong-type"), ("only: {c: 1}", "1:8 missing-column"),
    ("except: {a: 1, d: 2}", "1:16 missing-column"),
  ])
  func saysWhatIsWrongWithAChoice(head: String, expected: String) {
    let error = #expect(throws: Diagnostic.self) { try rows("a,b\n1,2\n", head) }
    #expect(error.map { "\($0.position.line):\($0.position.column) \($0.id)" } == expected)
  }

  @Test func saysWhichValueNoRowHas() throws {
    let found = diagnostics("a,scale\n1,IM\n", "only: {scale: [IM, im]}")
    #expect(found.map(\.id) == ["no-such-row"])
    #expect(found.first?.summary == "no row has 'im' in the column 'scale'")
    #expect(found.first?.position.file == "t.yaml")
  }

  private func table(_ text: String, _ head: String) throws(Diagnostic) -> Table {
    try Source(parts: [
      SourcePart(name: "t.csv", text: text), SourcePart(name: "t.yaml", text: head),
    ]).table()
  }

  /// The header and the rows that are read.
  private func rows(_ text: String, _ head: String) throws(Diagnostic) -> [[String]] {
    let table = try table(text, head)
    var rows = [table.header]
    try table.forEachRow { row throws(Diagnostic) in
      rows.append(table.columns.map { row[$0.column].trimmed })
    }
    return rows
  }

  private func diagnostics(_ text: String, _ head: String) -> [Diagnostic] {
    var found: [Diagnostic] = []
    let told = Told()
    let graph = GraphWriter(emit: { _, _ in true }, report: { told.add($0) })
    do throws(Diagnostic) {
      try table(text, head).forEachRow(reportingTo: graph) { _ in }
    } catch { found.append(error) }
    return found + told.all
  }
}
