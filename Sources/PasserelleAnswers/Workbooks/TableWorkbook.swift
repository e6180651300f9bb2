internal import CXLSX
package import Passerelle
package import PasserelleGraph
package import PasserelleModel

/// Writes a table as a workbook: all cells as text, so that no spreadsheet takes `0110` for a number or `1-2`
/// for a day, and a second sheet with what a reader must know.
package final class TableWorkbook {
  private let file: WorkbookFile
  private let say: Language
  private var widths: [Int]
  private var row = 0
  private var links = 0
  private var shortened = 0

  private static let widest = 60

  /// Begins a workbook with the head of its table.
  ///
  /// - Parameters:
  ///   - name: The name of the sheet.
  ///   - columns: The names of the columns.
  ///   - language: The language of the second sheet.
  /// - Throws: `WorkbookError` if none can be written.
  package init(_ name: String, columns: [String], in language: Language) throws {
    say = language.writing(.data)
    file = try WorkbookFile()
    widths = columns.map { min($0.columns, Self.widest) }
    file.begin(name, isRightToLeft: language.isRightToLeft)
    for (column, text) in columns.enumerated() {
      try file.write(text, row: 0, column: column, as: CXLSX_HEAD)
    }
  }

  /// Adds a row.
  ///
  /// - Throws: `WorkbookError` if there is no room for it.
  package func add(_ cells: [String]) throws {
    row += 1
    guard row < Int(CXLSX_MOST_ROWS) else { throw WorkbookError.tooManyRows }
    for (column, text) in cells.enumerated() where !text.isEmpty {
      if widths.indices.contains(column), widths[column] < Self.widest {
        widths[column] = max(widths[column], min(text.columns, Self.widest))
      }
      let isLink = links < Int(CXLSX_MOST_LINKS) && text.isAddress
      if isLink { links += 1 }
      try file.write(fitting(text), row: row, column: column, as: isLink ? CXLSX_LINK : CXLSX_TEXT)
    }
  }

  /// Ends the workbook with the sheet of notes, and hands over its bytes.
  ///
  /// - Parameters:
  ///   - notes: What a reader must know.
  ///   - take: Takes the bytes, piece by piece.
  /// - Throws: `WorkbookError` if it cannot be written; what `take` throws.
  package func finish(_ notes: WorkbookNotes, _ take: ([UInt8]) throws -> Void) throws {
    for (column, width) in widths.enumerated() { file.widen(column, to: width + 3) }
    file.freeze(rows: row, columns: widths.count)
    file.begin(say(WorkbookKey.about), isRightToLeft: say.isRightToLeft)
    file.widen(0, to: 90)
    file.widen(1, to: 60)
    for (row, line) in notes.lines(shortened: shortened, in: say).enumerated() {
      let style = line.isHeading ? CXLSX_HEAD : CXLSX_PROSE
      for (column, text) in line.cells.enumerated() {
        try file.write(fitting(text), row: row, column: column, as: style)
      }
    }
    try file.finish(take)
  }

  /// The text, cut to what a cell may have.
  private func fitting(_ text: String) -> String {
    guard text.utf16.count > Int(CXLSX_MOST_CHARACTERS) else { return text }
    shortened += 1
    var (cut, count) = (text.unicodeScalars[...], text.utf16.count + 1)
    while count > Int(CXLSX_MOST_CHARACTERS), let last = cut.popLast() {
      count -= UTF16.width(last)
    }
    return String(cut) + "…"
  }
}

/// What the reader of a workbook must know of its table.
package struct WorkbookNotes: Sendable {
  private let day: Day?
  private let caveats: [Phrase]
  private let licences: [LicenceReport.Terms]?

  /// Collects notes.
  ///
  /// - Parameters:
  ///   - day: The day as of which the table holds.
  ///   - caveats: What a reader must be told of the answer.
  ///   - licences: The licences of what the table names; `nil` if it names nothing of the library.
  package init(
    day: Day? = nil, caveats: [Phrase] = [], licences: [LicenceReport.Terms]? = nil
  ) {
    (self.day, self.caveats, self.licences) = (day, caveats, licences)
  }

  struct Line {
    var cells: [String]
    var isHeading = false
  }

  func lines(shortened: Int, in say: Language) -> [Line] {
    var lines = [Line(cells: [say(WorkbookKey.about)], isHeading: true)]
    func add(_ text: String) { lines.append(Line(cells: [text])) }
    add("Passerelle \(Program.version)")
    if let day { add(say(ComparabilityKey.today, ["day": say.date(day)])) }
    add(say(WorkbookKey.asText))
    if shortened > 0 { add(say(WorkbookKey.shortened, ["count": "\(shortened)"])) }
    if !caveats.isEmpty {
      lines.append(Line(cells: [say(ComparabilityKey.toKnow)], isHeading: true))
      for caveat in caveats { add(say(caveat)) }
    }
    guard let licences else { return lines }
    lines.append(Line(cells: [say(WorkbookKey.licences)], isHeading: true))
    if licences.isEmpty { add(say(WorkbookKey.noLicence)) }
    for term in licences {
      lines.append(Line(cells: [term.licence, term.publications.joined(separator: ", ")]))
    }
    return lines
  }
}

extension String {
  /// Whether it is an address of the web, and nothing else.
  fileprivate var isAddress: Bool {
    (hasPrefix("https://") || hasPrefix("http://")) && utf8.count <= 2_000
      && utf8.allSatisfy { $0 > 0x20 }
  }
}
