import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Why a file is not read: "no adapter reads this file" is said only of what is sound and unknown.
struct UnreadFileTests {
  private let place: Place
  private let library: Library

  init() throws {
    place = try Place(bundling: SmallLibrary.descriptors)
    library = try place.library()
  }

  private static let reasons: [(name: String, text: String, expected: String)] = [
    // A syntax error, by the ending of the name.
    ("x.json", "{\"a\": 1\n \"b\": 2}\n", "2:2 json"), ("x.jsonld", "{\"a\" 1}", "1:6 json"),
    ("x.json", "{\"a\": [1, 2", "1:12 json"), ("x.yaml", "a: [1\nb: 2\n", "2:2 yaml"),
    ("x.xml", "<a>\n<b></a>", "2:8 xml"), ("x.rdf", "<RDF>\n<b></RDF>", "2:10 xml"),
    ("x.ttl", "@prefix a: <urn:a> .\n<a> b ;;\n", "2:1 not-rdf"),
    ("x.csv", "a,\"b\n1,2\n", "1:3 unclosed-quote"), ("x.json", "", "0:0 empty"),
    // A broken head; the columns or the keys say whose it is.
    ("x.sssom.tsv", "#license: a: b\nsubject_id\tpredicate_id\tobject_id\n", "1:12 yaml"),
    ("x.sssom.tsv", "#curie_map: {a: b\n#c: d\nx\ty\n", "2:3 yaml"),
    ("x.csv", "# from: [isco-88\n# to: isco-08\nISCO-88 code,ISCO 08 Code\n", "2:5 yaml"),
    (
      "x.csv", "# framework: {id: xx, title: {en: T}\n# columns: {code: Code}\nCode,Title\n1,A\n",
      "2:3 yaml"
    ),
    ("x.csv", "# framework: \"isced-2011\n# x: y\ncode,title\n1,A\n", "3:1 yaml"),
    // A column twice, in a table that is known by the others.
    ("x.csv", "from,to,outcome,to\n", "1:1 missing-head"),
    // Nothing is known of the table, or of the document.
    ("x.csv", "bolt,price\nM6,1\n", "1:1 missing-head"), ("x.json", "{\"a\": 1}", "0:0 no-adapter"),
    ("x.xml", "<Bolts/>", "1:1 not-a-descriptor"), ("x.geojson", "{\"a\": 1}", "0:0 no-adapter"),
  ]

  @Test(arguments: reasons)
  func theReasonIsGivenWithItsPlace(name: String, text: String, expected: String) throws {
    #expect(try problems(name, Array(text.utf8)) == [expected])
  }

  private static let zip = "PK\u{3}\u{4}"
  private static let formats: [(name: String, start: String, words: String)] = [
    // An archive is opened, whatever its name says.
    ("x.xlsx", zip, "ZIP archive is damaged"), ("x.csv", zip, "ZIP archive is damaged"),
    ("x.dta", "<stata_dta>", "a data file of Stata"),
    ("x.dta", "r\u{2}\u{1}\0", "a data file of Stata"), ("x.sav", "$FL2@(#)", "of SPSS"),
    ("x.parquet", "PAR1\u{15}", "a data file (Parquet)"),
    ("x.feather", "ARROW1\0\0", "a data file (Arrow)"),
    ("x.mdb", "\0\u{1}\0\0Standard Jet DB\0", "a database (Access)"),
    ("x.pdf", "%PDF-1.7", "a PDF document"), ("x.bin", "\u{1}\0\u{2}", "not a text file"),
    ("x.csv", "<!DOCTYPE html>\n<html>", "a web page (HTML)"),
    ("x.json", "\n<HTML>", "a web page (HTML)"),
    ("x.xml", "\u{FEFF}<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"x\">", "a web page (HTML)"),
    ("x.ttl", "version https://git-lfs.github.com/spec/v1\n", "a pointer of Git LFS"),
  ]

  @Test(arguments: formats)
  func aFormatThatIsNotReadIsNamed(name: String, start: String, words: String) throws {
    try expect(words, of: name, Array(start.utf8))
  }

  /// Words of a format in a header are no such format.
  @Test(arguments: [
    "The Standard code,Title\n1,A\n", String(repeating: "a", count: 256) + ",ustar\n1,2\n",
  ])
  func aTableThatHasTheWordsOfAFormatIsATable(text: String) throws {
    #expect(try problems("x.csv", Array(text.utf8)) == ["1:1 missing-head"])
  }

  /// Commands that read a table by themselves say it as 'import' does, and the hint says what to type.
  @Test(arguments: [("x.parquet", "PAR1\u{15}"), ("x.feather", "ARROW1\0\0")])
  func aTableOfACommandIsNamedWithTheWayToReadIt(name: String, start: String) throws {
    let path = try write(name, Array(start.utf8)).path
    let error = #expect(throws: TableFileError.self) {
      try TableFile(path, sheet: nil, at: place.locations)
    }
    let words = try #require(error).description
    #expect(words.contains("which Passerelle does not read"))
    #expect(words.contains("'Parquet' in Documentation/Exporting.md"))
  }

  @Test(arguments: ["x.csv.xz", "x.json", "x.ttl", "x.xml"])
  func aCompressedFileIsNamed(name: String) throws {
    try expect("compressed (xz)", of: name, [0xFD, 0x37, 0x7A])
  }

  @Test func anOlderSpreadsheetIsNamed() throws {
    try expect(
      "a spreadsheet (Excel, old or encrypted)", of: "x.xls",
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
  }

  @Test func aChosenAdapterSaysTheSameOfABinaryFile() throws {
    let file = try write("x.pdf", Array("%PDF-1.7".utf8))
    let report = try library.checking([file], adapter: "Classifications")
    #expect(report.diagnostics.map(\.id) == ["unread-format"])
  }

  @Test func theHintNamesOnlyTheAdaptersForSuchFiles() throws {
    let hint = try check("x.json", Array("{\"a\": 1}".utf8)).diagnostics.first?.hint
    #expect(
      hint?.hasPrefix(
        "'CASE', 'CTDL', 'Europass', 'Ofqual', 'OpenBadges', 'Profiles', 'SDMX', 'SKOS' read files")
        == true)
  }

  @Test func ofALargeFileThatIsSomethingElseTheSizeIsNotTheReason() throws {
    let elements = String(repeating: "<bolt/>\n", count: 600_000)
    #expect(
      try problems("x.xml", Array("<Bolts>\(elements)</Bolts>".utf8)) == ["0:0 not-a-descriptor"])
  }

  @Test func aBrokenFileBesideATableIsShownInItsOwnPlace() throws {
    _ = try place.write("x.sssom.yml", "curie_map: {a: b\nlicense: c\n")
    let columns = "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
    let report = try check("x.sssom.tsv", Array(columns.utf8))
    #expect(report.diagnostics.map { "\($0.position)" } == ["\(place.folder.path)/x.sssom.yml:2:8"])
    #expect(report.diagnostics.first?.hint == "the '{' or '[' at 1:12 is not closed")
  }

  @Test func aProfileThatIsBrokenIsToldWhere() {
    let profiles = ProfileSource(library.loader)
    let (_, problems) = profiles.profile(inJSON: Array("{\"profile\" 1}".utf8), named: "x")
    #expect(problems.map { "\($0.position.line):\($0.position.column) \($0.id)" } == ["1:12 json"])
    let (_, others) = profiles.profile(in: Array("a: b\n".utf8), named: "x.yaml")
    #expect(others.map(\.id) == ["not-a-profile"])
  }

  private func expect(_ words: String, of name: String, _ bytes: [UInt8]) throws {
    let report = try check(name, bytes)
    let problem = try #require(report.diagnostics.first)
    #expect(problem.summary.contains(words))
    #expect(problem.hint != nil)
    #expect(report.diagnostics.count == 1 && report.hasErrors)
  }

  private func problems(_ name: String, _ bytes: [UInt8]) throws -> [String] {
    try check(name, bytes).diagnostics.map {
      "\($0.position.line):\($0.position.column) \($0.id)"
    }
  }

  private func check(_ name: String, _ bytes: [UInt8]) throws -> Importer.Report {
    defer { place.remove() }
    return try library.checking(SourceFile.files(at: write(name, bytes).path))
  }

  private func write(_ name: String, _ bytes: [UInt8]) throws -> SourceFile {
    let path = place.folder.appending(path: name)
    try Data(bytes).write(to: path)
    return SourceFile(name: name, path: path.path)
  }
}
