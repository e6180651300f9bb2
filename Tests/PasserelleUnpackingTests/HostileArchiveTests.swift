import Foundation
import PasserelleUnpacking
import TestSupport
import Testing

/// What no honest archive is, is refused by name.
struct HostileArchiveTests {
  @Test func anArchiveIsAFolderOfFiles() {
    let archive = TestArchive([
      "ESCO/": "", "ESCO/a.csv": "a,b\n", "__MACOSX/._a.csv": "x", "ESCO/.DS_Store": "x",
      "b.csv": "c\n",
    ])
    let files = Unpacked(archive)
    #expect(files.names == ["ESCO/a.csv", "b.csv"])
    #expect(files.texts["ESCO/a.csv"] == "a,b\n")
  }

  @Test(arguments: [
    "../x.csv", "/etc/x.csv", "a/../../x.csv", "a\\x.csv", "C:/x.csv", "a//x.csv",
  ])
  func aPathThatLeadsElsewhereIsRefused(name: String) {
    #expect(Unpacked(TestArchive([name: "x"])).failure?.id == "archive-path")
  }

  @Test func aLinkAndASecondFileOfANameAreRefused() {
    var archive = TestArchive()
    archive.add("x.csv", Array("/etc/passwd".utf8), mode: 0o120777)
    #expect(Unpacked(archive).failure?.id == "archive-path")
    #expect(Unpacked(TestArchive(["x.csv": "a", "x.csv": "b"])).failure?.id == "archive-path")
  }

  @Test func aPasswordIsNamed() {
    var archive = TestArchive()
    archive.add("x.csv", Array("x".utf8), flags: 1)
    #expect(Unpacked(archive).failure?.id == "encrypted")
  }

  private static let zeros = """
    7cExAQAAAMKg9U9tDQ+gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAgFcD
    """

  @Test func aBombIsNamedByItsRatioItsSizeOrItsCount() throws {
    var archive = TestArchive()
    let zeros = Array(try #require(Data(base64Encoded: Self.zeros)))
    archive.add("x.csv", zeros, deflated: (100_000, 0xD411_957D))
    #expect(Unpacked(archive).failure == nil)
    var limits = UnpackingLimits()
    limits.freeBytes = 1_000
    #expect(Unpacked(archive, limits: limits).failure?.id == "archive-too-large")
    limits = UnpackingLimits()
    limits.bytes = 99_999
    #expect(Unpacked(archive, limits: limits).failure?.id == "archive-too-large")
    limits = UnpackingLimits()
    limits.entries = 1
    #expect(
      Unpacked(TestArchive(["a": "", "b": ""]), limits: limits).failure?.id == "archive-too-large")
  }

  @Test func tooManyRowsCellsOrColumnsAreNamed() {
    var limits = UnpackingLimits()
    (limits.rows, limits.cells, limits.columns) = (3, 3, 2)
    func failure(_ rows: [[String]]) -> String? {
      Unpacked(.excel(["S": TestArchive.rows(rows)]), limits: limits).failure.map {
        "\($0.position) \($0.id)"
      }
    }
    #expect(failure([["a"], [], [], ["b"]]) == "x.xlsx:S too-many-cells")
    #expect(failure([["a", "b"], ["c", "d"]]) == "x.xlsx:S too-many-cells")
    #expect(failure([["a", "", "c"]]) == "x.xlsx:S!C1 too-many-columns")
    let repeated = """
      <table:table table:name="S"><table:table-row table:number-rows-repeated="1000000000"><table:table-cell \
      table:number-columns-repeated="1000000000" office:value-type="string"><text:p>x</text:p></table:table-cell>\
      </table:table-row></table:table>
      """
    #expect(Unpacked(.openDocument(repeated)).failure?.id == "too-many-columns")
  }

  @Test(arguments: ["0", "2", "999999999999999999"])
  func spansAndRepeatsOfAnySizeAreRead(count: String) {
    let cell = """
      <table:table-cell office:value-type="string" table:number-columns-spanned="\(count)" \
      table:number-rows-spanned="\(count)"><text:p>x</text:p></table:table-cell>
      """
    let empty = "<table:table-cell table:number-columns-repeated=\"\(count)\"/>"
    let rows = "<table:table-row>\(cell)\(String(repeating: empty, count: 12))</table:table-row>"
    let last = "<table:table-row table:number-rows-repeated=\"\(count)\"/>"
    let book = Unpacked(
      .openDocument("<table:table table:name=\"S\">\(rows)\(last)\(rows)</table:table>"))
    #expect(book.failure?.id == (count.count > 9 ? "too-many-cells" : nil))
    #expect(count.count > 9 || book.text?.hasPrefix("x") == true)
  }

  @Test func damageIsToldAndNeverACrash() throws {
    let whole = TestArchive.excel(["S": TestArchive.rows([["a", "b"], ["1", "2"]])]).data
    for length in stride(from: 37, to: whole.count, by: 37) {
      #expect(Unpacked(Array(whole.prefix(length))).failure != nil)
    }
    for place in stride(from: 0, to: whole.count, by: 23) {
      var changed = whole
      changed[place] ^= 0x55
      _ = Unpacked(changed)
    }
    let gzip = Array(try #require(Data(base64Encoded: "H4sIAAAAAAAC/0vUSeIy1DHiAgB7B5cKCAAAAA==")))
    #expect(Unpacked(gzip).text == "a,b\n1,2\n")
    #expect(Unpacked(Array(gzip.dropLast(9))).failure?.id == "broken-archive")
  }

  @Test func aDocumentOfAnotherKindIsNamed() {
    let relations = """
      <Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>
      """
    let document = TestArchive([
      "[Content_Types].xml": "<Types/>", "_rels/.rels": relations,
      "word/document.xml": "<document/>",
    ])
    #expect(Unpacked(document).failure?.id == "unread-format")
  }

  @Test func entitiesAreRefused() {
    let archive = TestArchive([
      "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
      "content.xml": "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
    ])
    #expect(Unpacked(archive).failure?.id == "doctype")
  }
}
