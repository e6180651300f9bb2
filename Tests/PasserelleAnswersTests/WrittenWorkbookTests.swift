import Foundation
import Passerelle
import PasserelleAnswers
import PasserelleModel
import TestSupport
import Testing

/// A table that is written as a workbook reads back as it was: no code is lost in it.
struct WrittenWorkbookTests {
  static let rows = [
    ["0110", "4.10", "1-2", "03E5", "4+"],
    ["=1+1", "-9", "'0110", "02/01", "Grüße, „Код“ \"q\" <&>"],
    ["", "https://example.org/a?b=c&d", "", "TRUE", "https://example.org/two words"],
    ["00", "1e5", "@x", "2026-11-29", "المستوى 4"],
  ]
  static let columns = ["code", "level", "part", "title", "remark"]

  @Test func everyTextIsReadBack() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let book = try Self.write(to: place)
    #expect(try Self.rows(of: book, sheet: "list", at: place) == [Self.columns] + Self.rows)
  }

  @Test func theSecondSheetSaysWhatAReaderMustKnow() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let book = try Self.write(to: place)
    let notes = try Self.rows(of: book, sheet: "About this table", at: place).map { $0[0] }
    #expect(notes.first == "About this table")
    #expect(notes.contains("As of 29 November 2026"))
    #expect(notes.suffix(2) == ["Licences named by the sources", "The sources name no licence."])
  }

  @Test func aTextThatIsTooLongIsCutAndCounted() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let book = try Self.write([[String(repeating: "é", count: 40_000)]], to: place)
    let cell = try #require(try Self.rows(of: book, sheet: "list", at: place).last?.first)
    #expect(cell.count == 32_767 && cell.hasSuffix("…"))
    let notes = try Self.rows(of: book, sheet: "About this table", at: place).map { $0[0] }
    #expect(notes.contains { $0.hasSuffix("may have: 1") })
  }

  @Test func theWordsAreThoseOfTheLanguageAndItsDirection() throws {
    let place = try Place(bundling: [:])
    defer { place.remove() }
    let book = try Self.write(to: place, in: "ar")
    #expect(try !Self.rows(of: book, sheet: "حول هذا الجدول", at: place).isEmpty)
  }

  static func write(
    _ rows: [[String]] = rows, to place: Place, in language: String = "en"
  ) throws -> URL {
    let say = try Language(language, in: Place.root.appending(path: "Languages").path)
    let book = try TableWorkbook("list", columns: columns, in: say)
    for row in rows { try book.add(row) }
    var bytes: [UInt8] = []
    let day: Day = "2026-11-29"
    try book.finish(WorkbookNotes(day: day, licences: [])) { bytes += $0 }
    let file = place.folder.appending(path: "list.xlsx")
    try Data(bytes).write(to: file)
    return file
  }

  /// The rows of a sheet, as a batch reads them.
  static func rows(of file: URL, sheet: String, at place: Place) throws -> [[String]] {
    let table = try TableFile(file.path, sheet: sheet, at: place.locations)
    var reader = try BatchReader(table, needing: [])
    var rows = [reader.header]
    while let row = reader.next() { rows.append(row.fields) }
    return rows
  }
}
