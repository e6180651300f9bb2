import Foundation
import Passerelle
import PasserelleAnswers
import TestSupport
import Testing

private let tools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]
private let office = ["/usr/bin/soffice", "/usr/local/bin/soffice"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// Workbooks, as the programs that people have read and write them.
///
/// `make interop` installs the tools and runs these; without them they are passed over.
@Suite(.enabled(if: tools != nil, "'make interop' installs the tools that these tests ask"))
struct WorkbookInteropTests {
  @Test(
    .enabled(if: office != nil, "LibreOffice is not installed"), arguments: ["xlsx", "ods"])
  func libreOfficeKeepsEveryText(form: String) throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let ours = try WrittenWorkbookTests.write(to: place)
    let folder = place.folder.appending(path: "saved")
    _ = try Self.run(
      try #require(office),
      [
        "--headless", "-env:UserInstallation=file://\(place.folder.path)/profile", "--convert-to",
        form, "--outdir", folder.path, ours.path,
      ])
    let saved = folder.appending(path: "list.\(form)")
    #expect(
      try WrittenWorkbookTests.rows(of: saved, sheet: "list", at: place)
        == [WrittenWorkbookTests.columns] + WrittenWorkbookTests.rows)
  }

  @Test func openpyxlReadsEveryText() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let ours = try WrittenWorkbookTests.write(to: place)
    let found = try Self.python(
      """
      import json, openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])["list"]
      assert sheet.freeze_panes == "A2" and sheet["B4"].hyperlink.target == sheet["B4"].value
      assert all(c.data_type == "s" and c.number_format == "@" for row in sheet for c in row if c.value)
      print(json.dumps([[c.value or "" for c in row] for row in sheet]))
      """, ours.path)
    let rows = try JSONDecoder().decode([[String]].self, from: Data(found.utf8))
    #expect(rows == [WrittenWorkbookTests.columns] + WrittenWorkbookTests.rows)
  }

  @Test func whatOpenpyxlWritesIsReadAsItShows() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let file = place.folder.appending(path: "theirs.xlsx")
    _ = try Self.python(
      """
      import datetime, openpyxl, sys
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "Codes"
      sheet.append(["group", "code", "day", "n"])
      for number, code in enumerate([110, 9, 1234]):
        sheet.append(["A" if number == 0 else None, code, datetime.date(2026, 1, 2 + number), 4.1 + number])
        sheet.cell(number + 2, 2).number_format = "0000"
        sheet.cell(number + 2, 4).number_format = "0.00"
      sheet.merge_cells("A2:A4")
      book.create_sheet("Old").sheet_state = "hidden"
      book.save(sys.argv[1])
      """, file.path)
    #expect(
      try WrittenWorkbookTests.rows(of: file, sheet: "Codes", at: place) == [
        ["group", "code", "day", "n"], ["A", "0110", "2026-01-02", "4.10"],
        ["A", "0009", "2026-01-03", "5.10"], ["A", "1234", "2026-01-04", "6.10"],
      ])
  }

  /// A workbook as its office has published it, beside the project: the Office for National Statistics, SOC 2020.
  private static let published = Place.root.appending(
    path:
      "../shared/data/uk-soc2020/soc2020volume1structureanddescriptionofunitgroupsexcel16102024.xlsx"
  )

  @Test(.enabled(if: FileManager.default.fileExists(atPath: published.path), "it is not here"))
  func openpyxlFindsTheSameCellsInAPublishedWorkbook() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let sheet = "SOC2020 descriptions"
    let found = try Self.python(
      """
      import json, openpyxl, sys
      sheet = openpyxl.load_workbook(sys.argv[1])[sys.argv[2]]
      print(json.dumps([[" ".join(str("" if c.value is None else c.value).split()) for c in row] for row in sheet]))
      """, Self.published.path, sheet)
    let rows = try JSONDecoder().decode([[String]].self, from: Data(found.utf8))
    let ours = try WrittenWorkbookTests.rows(of: Self.published, sheet: sheet, at: place)
    #expect(ours.count == 552)
    #expect(
      ours.map { $0.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }
        == rows)
  }

  private static func python(_ program: String, _ arguments: String...) throws -> String {
    try run("\(try #require(tools))/bin/python", ["-c", program] + arguments)
  }

  private static func run(_ path: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }
}
