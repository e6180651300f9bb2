import TestSupport
import Testing

/// What is read of the sheets of a workbook.
struct WorkbookTests {
  @Test func aSheetIsATableWhoseLinesAreItsRows() {
    let rows = """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
      <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="str"><f>A1</f><v>x</v></c></row>
      """
    let book = Unpacked(.excel(["Codes": rows], texts: ["code", "a \"title\"", "0110\n0111"]))
    #expect(book.names == ["Codes.csv"])
    #expect(book.text == "code,,\"a \"\"title\"\"\"\n\n\n\"0110 0111\",TRUE,x\n")
    #expect(book.told == [])
  }

  @Test func textsInPiecesAreOne() {
    var archive = TestArchive.excel([
      "S": "<row><c t=\"inlineStr\"><is><r><t>1</t></r><r><t>-2</t></r></is></c></row>"
    ])
    #expect(Unpacked(archive).text == "1-2\n")
    archive = .excel(["S": "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x</t></is></c></row>"])
    #expect(Unpacked(archive).text == "\"a b_x\"\n")
  }

  @Test func rowsAreAsWideAsTheWidest() {
    let rows = TestArchive.rows([["a"], ["b", "c", "d"], ["e"]])
    #expect(Unpacked(.excel(["S": rows])).text == "a,,\nb,c,d\ne,,\n")
  }

  @Test func mergedCellsHaveTheValueOfTheFirst() {
    let rows = TestArchive.rows([["group", "code"], ["A", "1"], ["", "2"], ["B", "3"]])
    let merged = rows + "|<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"
    #expect(Unpacked(.excel(["S": merged])).text == "group,code\nA,1\nA,2\nB,3\n")
    let prefixed = merged.replacing("mergeCell", with: "x:mergeCell")
      .replacing("<x:mergeCells", with: "<x:mergeCells xmlns:x=\"x\"")
    #expect(Unpacked(.excel(["S": prefixed])).text == "group,code\nA,1\nA,2\nB,3\n")
  }

  @Test func commentsAboveTheHeaderStayAMap() {
    let rows = TestArchive.rows([["# framework: {id: xx, title: {en: \"X\"}}"], ["code", "#"]])
    #expect(
      Unpacked(.excel(["S": rows])).text
        == "# framework: {id: xx, title: {en: \"X\"}}\ncode,\"#\"\n")
  }

  @Test func hiddenSheetsAreToldAndReadIfNamed() {
    let rows = TestArchive.rows([["a"]])
    let archive = TestArchive.excel(["Codes": rows, "!Old": rows, "Notes": ""])
    let book = Unpacked(archive)
    #expect(book.names == ["Codes.csv"])
    #expect(book.told == ["x.xlsx hidden-cells"])
    #expect(Unpacked(archive, sheets: ["old"]).names == ["Old.csv"])
    #expect(Unpacked(archive, sheets: ["New"]).failure?.id == "no-such-sheet")
  }

  @Test func aMapSaysWhichSheetItIsOf() {
    let rows = TestArchive.rows([["a"]])
    let archive = TestArchive.excel(["Empty": "", "One": rows, "Two": rows])
    #expect(Unpacked(archive, map: "sheet: Two").names == ["Two.csv"])
    #expect(Unpacked(archive, map: "sheet: [One, Two]").names == ["One.csv", "Two.csv"])
    let first = Unpacked(archive, map: "columns: {code: a}")
    #expect(first.names == ["One.csv"])
    #expect(first.told == ["x.xlsx unread-sheet"])
    #expect(Unpacked(archive, map: "passerelle: 1").names == ["One.csv", "Two.csv"])
  }

  @Test func whatAReaderMustKnowIsTold() {
    let rows = """
      <row r="1"><c r="A1" t="inlineStr"><is><t>0110</t></is></c></row>
      <row r="2" hidden="1"><c r="A2"><v>110</v></c><c r="B2"><f>A1</f></c></row>
      <row r="3"><c r="A3"><v>120</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
      """
    let book = Unpacked(.excel(["S": rows]))
    #expect(
      book.told == [
        "x.xlsx:S!A2 hidden-cells", "x.xlsx:S!B2 uncomputed-formula", "x.xlsx:S!B3 failed-formula",
        "x.xlsx:S!A2 lost-zeros",
      ])
  }

  @Test func numbersWithZerosInTheirFormatLoseNone() {
    let rows = """
      <row r="1"><c r="A1" s="1"><v>110</v></c></row><row r="2"><c r="A2" s="1"><v>1</v></c></row>
      """
    let book = Unpacked(.excel(["S": rows], formats: ["0000"]))
    #expect(book.text == "0110\n0001\n")
    #expect(book.told == [])
  }

  @Test func anOpenDocumentIsReadAsItShows() {
    let tables = """
      <table:table table:name="Codes"><table:table-column/>
      <table:table-row><table:table-cell office:value-type="string"><text:p>code</text:p></table:table-cell>
      <table:table-cell office:value-type="string"><office:annotation><text:p>no</text:p></office:annotation>\
      <text:p>a<text:s/>title</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/>\
      </table:table-row>
      <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
      <table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="110">\
      <text:p>0110</text:p></table:table-cell><table:table-cell office:value-type="date" \
      office:date-value="2025-11-29"><text:p>29.11.25</text:p></table:table-cell></table:table-row>
      <table:table-row><table:table-cell office:value-type="date" office:date-value="2025-01-02">\
      <text:p>02-Jan</text:p></table:table-cell></table:table-row>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell/></table:table-row></table:table>
      """
    let book = Unpacked(.openDocument(tables))
    #expect(book.text == "code,\"a title\"\n\n\n0110,2025-11-29\n02-Jan,\n")
    #expect(book.told == ["x.xlsx:Codes!A4 hidden-cells"])
  }

  @Test func mergedCellsOfAnOpenDocumentAreFilled() {
    let tables = """
      <table:table table:name="S"><table:table-row><table:table-cell office:value-type="string" \
      table:number-rows-spanned="2" table:number-columns-spanned="1"><text:p>A</text:p></table:table-cell>\
      <table:table-cell office:value-type="string"><text:p>1</text:p></table:table-cell></table:table-row>\
      <table:table-row><table:covered-table-cell/><table:table-cell office:value-type="string"><text:p>2</text:p>\
      </table:table-cell></table:table-row></table:table>
      """
    #expect(Unpacked(.openDocument(tables)).text == "A,1\nA,2\n")
  }
}
