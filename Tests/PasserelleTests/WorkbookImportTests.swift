import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Workbooks, archives and compressed files are imported as the tables that they hold.
struct WorkbookImportTests {
  private let place: Place

  init() throws { place = try Place(bundling: SmallLibrary.descriptors) }

  private static let head =
    "# framework: {id: xx-k, kind: classification-of-occupations, title: {en: K}}"
  private static let map = """
    framework: {id: xx-k, kind: classification-of-occupations, title: {en: K}}
    sources: {o: {title: T, publisher: O}}
    columns: {code: Code, title: {en: Title}}

    """
  private static let codes = TestArchive.rows([
    ["Code", "Title"], ["01", "One"], ["02", "Two"],
  ])

  @Test func aWorkbookIsReadByTheMapBesideIt() throws {
    let report = try check(
      .excel(["Codes": Self.codes, "Notes": TestArchive.rows([["by the office"]])]), map: Self.map)
    #expect(report.readers.map(\.adapter) == ["Classifications"])
    #expect(report.readers.map(\.path) == ["x.xlsx:Codes"])
    #expect(report.statements > 0 && !report.hasErrors)
    #expect(report.diagnostics.map(\.id).contains("unread-sheet"))
  }

  @Test func aSheetMayHoldItsOwnMap() throws {
    let rows = TestArchive.rows([
      [Self.head], ["# sources: {o: {title: T, publisher: O}}"],
      ["# columns: {code: Code, title: {en: Title}}"], ["Code", "Title"],
      ["01", "One"],
    ])
    let report = try check(.excel(["About": TestArchive.rows([["text"]]), "Codes": rows]))
    #expect(report.readers.map(\.path) == ["x.xlsx:Codes"])
    #expect(report.diagnostics.map { "\($0.position) \($0.id)" } == ["x.xlsx unread-sheet"])
  }

  @Test func aProblemNamesTheCell() throws {
    let rows = TestArchive.rows([["Title", "Code"], ["One, the first", "1"], ["Two", "1"]])
    let report = try check(.excel(["Codes": rows]), map: Self.map)
    let problem = try #require(report.diagnostics.first { $0.id == "duplicate-code" })
    #expect("\(problem.position)" == "x.xlsx:Codes!B3")
  }

  @Test func aSheetIsChosenByItsName() throws {
    let archive = TestArchive.excel(["A": TestArchive.rows([["x"]]), "Codes": Self.codes])
    let report = try check(archive, map: Self.map, sheets: ["Codes"])
    #expect(report.readers.map(\.path) == ["x.xlsx:Codes"])
  }

  @Test func aSheetThatIsNotThereIsNamed() throws {
    let report = try check(.excel(["Codes": Self.codes]), map: Self.map, sheets: ["B"])
    #expect(report.diagnostics.map { "\($0.position) \($0.id)" } == ["x.xlsx no-such-sheet"])
  }

  @Test func anArchiveIsImportedAsAFolder() throws {
    var archive = TestArchive([
      "r/k.csv": "\(Self.head)\n# columns: {code: Code, title: {en: Title}}\nCode,Title\n1,One\n",
      "r/README.md": "x",
    ])
    archive.add("r/s.xlsx", TestArchive.excel(["Codes": Self.codes]).data)
    archive.add("r/s.yaml", Array(Self.map.replacing("xx-k", with: "xx-s").utf8))
    let report = try check(archive, named: "x.zip")
    #expect(report.readers.map(\.path) == ["x.zip/r/k.csv", "x.zip/r/s.xlsx:Codes"])
    #expect(report.leftOut == ["x.zip/r/README.md"])
    #expect(report.diagnostics.filter { $0.severity == .error } == [])
  }

  @Test func aProblemInAnArchiveNamesTheFileInIt() throws {
    let archive = TestArchive([
      "k.csv": "\(Self.head)\n# columns: {code: Code, title: {en: T}}\nCode,T\n1,A\n1,B\n"
    ])
    let report = try check(archive, named: "x.zip")
    #expect(report.diagnostics.contains { "\($0.position)".hasPrefix("x.zip/k.csv:5:1") })
  }

  @Test func aCompressedTableIsReadByItsName() throws {
    let gzip = try #require(Data(base64Encoded: "H4sIAAAAAAAC/0vUSeIy1DHiAgB7B5cKCAAAAA=="))
    try Data(gzip).write(to: place.folder.appending(path: "t.csv.gz"))
    _ = try place.write(
      "t.yaml", Self.map.replacing("Code, title: {en: Title}", with: "a, title: {en: b}"))
    let report = try check("t.csv.gz")
    #expect(report.readers.map(\.path) == ["t.csv.gz"])
    #expect(!report.hasErrors)
  }

  @Test func aTableFileIsOneSheet() throws {
    defer { place.remove() }
    let path = place.folder.appending(path: "x.xlsx")
    try TestArchive.excel(["A": Self.codes, "B": Self.codes]).write(to: path)
    let locations = place.locations
    #expect(throws: TableFileError.self) {
      try TableFile(path.path, sheet: nil, at: locations)
    }
    let table = try TableFile(path.path, sheet: "B", at: locations)
    let text = try String(contentsOfFile: table.readablePath, encoding: .utf8)
    #expect(text == "Code,Title\n01,One\n02,Two\n")
    #expect("\(table.position(line: 3, column: 1))" == "\(path.path):B!A3")
  }

  private func check(
    _ archive: TestArchive, map: String? = nil, named name: String = "x.xlsx", sheets: [String] = []
  ) throws -> Importer.Report {
    try archive.write(to: place.folder.appending(path: name))
    if let map { _ = try place.write("x.yaml", map) }
    return try check(name, sheets: sheets)
  }

  /// The report, with paths below the folder.
  private func check(_ name: String, sheets: [String] = []) throws -> Importer.Report {
    defer { place.remove() }
    let files = try SourceFile.files(at: place.folder.appending(path: name).path).map { file in
      var file = file
      file.sheets = sheets
      return file
    }
    var report = try place.library().checking(files)
    func short(_ path: String) -> String { path.replacing("\(place.folder.path)/", with: "") }
    for index in report.readers.indices {
      report.readers[index].path = short(report.readers[index].path)
    }
    report.leftOut = report.leftOut.map(short)
    report.diagnostics = report.diagnostics.map { problem in
      var problem = problem
      problem.position.file = short(problem.position.file)
      return problem
    }
    return report
  }
}
