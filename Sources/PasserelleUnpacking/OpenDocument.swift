internal import PasserelleModel

/// A spreadsheet in OpenDocument (ODF), which stores what each cell shows.
struct OpenDocument {
  private let archive: Archive
  private let content: Archive.Entry

  /// Opens a spreadsheet; nothing if the archive is none.
  ///
  /// - Throws: A diagnostic if it is damaged, or a document of another kind.
  init?(_ archive: Archive) throws(Diagnostic) {
    guard let type = archive.entry("mimetype"), let content = archive.entry("content.xml") else {
      return nil
    }
    var kind: [UInt8] = []
    try archive.read(type) { piece throws(Diagnostic) in
      kind = piece
      return false
    }
    let text = String(decoding: kind.prefix(100), as: UTF8.self)
    guard text.hasPrefix("application/vnd.oasis.opendocument") else { return nil }
    guard text.contains("spreadsheet") else {
      throw FileFormat("an Office document", .findData).problem(at: archive.part.position)
    }
    (self.archive, self.content) = (archive, content)
  }

  /// Hands over the sheets.
  func unpack(_ wanted: SheetChoice, into receiver: any UnpackedReceiver) throws(Diagnostic) {
    let list = OpenDocumentList()
    try archive.readXML(content, by: list)
    let sheets = list.sheets.map {
      SheetList.Sheet(name: $0.name, isHidden: $0.isHidden, target: "")
    }
    try SheetList(sheets, of: archive.part).forEach(wanted, reportingTo: receiver) {
      sheet throws(Diagnostic) in
      let width = list.sheets.first { $0.name == sheet.name }?.width ?? 0
      var reading = OpenDocumentSheet(sheet.name, width: width, in: archive, into: receiver)
      try archive.readXML(content, by: reading)
      try reading.writer.finish()
      if reading.writer.widest != width, !reading.writer.isEmpty {
        reading = OpenDocumentSheet(
          sheet.name, width: reading.writer.widest, in: archive, into: receiver)
        try archive.readXML(content, by: reading)
        try reading.writer.finish()
      }
      reading.tally.report(reading.writer, to: receiver)
      return !reading.writer.isEmpty
    }
  }
}

/// Reads the names of the sheets, and how wide they are.
private final class OpenDocumentList: XMLHandler {
  private(set) var sheets: [(name: String, isHidden: Bool, width: Int)] = []
  private var hiddenStyles: Set<String> = []
  private var style = ""
  private var column = 0

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "style": style = attributes["name"] ?? ""
    case "table-properties":
      if attributes["display"] == "false" { hiddenStyles.insert(style) }
    case "table" where open.dropLast().last == "spreadsheet":
      sheets.append(
        (attributes["name"] ?? "", hiddenStyles.contains(attributes["style-name"] ?? ""), 0))
    case "table-row": column = 0
    case "table-cell", "covered-table-cell":
      column += attributes.count("number-columns-repeated")
      guard attributes.bytes("value-type") != nil, let last = sheets.indices.last else { return }
      sheets[last].width = max(sheets[last].width, min(column, 1 << 20))
    default: break
    }
  }
}

/// Reads the cells of a sheet, row by row.
private final class OpenDocumentSheet: XMLHandler {
  var writer: SheetWriter
  private(set) var tally = SheetTally()
  private let name: String
  private let mostColumns: Int
  private let mostRows: Int
  private var isInside = false
  private var row = 0
  private var repeatedRows = 1
  private var isHidden = false
  private var values: [String] = []
  private var column = 0
  private var cell = Cell()
  private var isInText = 0
  private var note = 0
  private var text: [UInt8] = []
  private var hasText = false

  private struct Cell {
    var type = ""
    var value: String?
    var day: String?
    var repeated = 1
    var columns = 1
    var rows = 1
    var hasFormula = false
  }

  init(_ name: String, width: Int, in archive: Archive, into receiver: any UnpackedReceiver) {
    self.name = name
    (mostColumns, mostRows) = (archive.limits.columns, archive.limits.rows)
    writer = SheetWriter(
      name, width: min(width, archive.limits.columns), in: archive, into: receiver)
  }

  override func start(_ element: String, _ attributes: XMLAttributes) {
    if element == "table", open.dropLast().last == "spreadsheet" {
      isInside = attributes["name"] == name
    }
    guard isInside else { return }
    switch element {
    case "table-row":
      repeatedRows = attributes.count("number-rows-repeated")
      isHidden = ["collapse", "filter"].contains(attributes["visibility"])
      values.removeAll(keepingCapacity: true)
      column = 0
    case "table-cell", "covered-table-cell":
      cell = Cell(
        type: attributes["value-type"] ?? "",
        value: attributes["value"] ?? attributes["string-value"] ?? attributes["boolean-value"],
        day: attributes["date-value"], repeated: attributes.count("number-columns-repeated"),
        columns: attributes.count("number-columns-spanned"),
        rows: attributes.count("number-rows-spanned"),
        hasFormula: attributes.bytes("formula") != nil)
      text.removeAll(keepingCapacity: true)
      hasText = false
    case "annotation", "shape", "frame": note += 1
    case "p" where note == 0:
      if isInText == 0, hasText { text.append(0x0A) }
      isInText += 1
      hasText = true
    case "s" where isInText > 0:
      text.append(contentsOf: repeatElement(0x20, count: min(attributes.number("c") ?? 1, 1_024)))
    case "tab" where isInText > 0: text.append(0x09)
    case "line-break" where isInText > 0: text.append(0x0A)
    default: break
    }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInText > 0, note == 0 { text.append(contentsOf: bytes) }
  }

  override func end(_ element: String) throws(Diagnostic) {
    guard isInside else { return }
    switch element {
    case "table": if open.last == "spreadsheet" { isInside = false }
    case "annotation", "shape", "frame": note -= 1
    case "p" where note == 0: isInText -= 1
    case "table-cell", "covered-table-cell": take()
    case "table-row": try endRow()
    default: break
    }
  }

  private func take() {
    defer { column += cell.repeated }
    let value = shown
    guard !value.isEmpty else { return }
    let place = CellPlace(column: column, row: row + 1)
    if cell.type == "string" { tally.text(value, at: place) }
    if cell.type == "float" { tally.number(at: place, shown: value) }
    if cell.columns > 1 || cell.rows > 1 {
      writer.merge(
        MergedRange(
          columns: column...column + cell.columns - 1, rows: row + 1...row + cell.rows))
    }
    // Beyond what a table may have, one is as good as many: the writer refuses it.
    let count = min(cell.repeated, mostColumns + 1)
    guard column < 1 << 14 else { return }
    if column > values.count { values += repeatElement("", count: column - values.count) }
    values += repeatElement(value, count: count)
  }

  /// What the cell shows; a day as in ISO 8601, where all of it is shown.
  private var shown: String {
    let shown = String(decoding: text, as: UTF8.self)
    if cell.type == "date", let day = cell.day {
      let parts = shown.split { !$0.isLetter && !$0.isNumber }
      let isWhole = parts.count >= 3
      return isWhole || !hasText
        ? (day.hasSuffix("T00:00:00") ? String(day.dropLast(9)) : day) : shown
    }
    if hasText { return shown }
    if cell.hasFormula, cell.type.isEmpty {
      tally.miss(CellPlace(column: column, row: row + 1))
    }
    return cell.value ?? ""
  }

  private func endRow() throws(Diagnostic) {
    guard values.contains(where: { !$0.isEmpty }) else {
      row += repeatedRows
      return
    }
    for _ in 0..<min(repeatedRows, mostRows + 1) {
      row += 1
      if isHidden { tally.hide(row) }
      try writer.write(row: row, values)
    }
  }
}

extension XMLAttributes {
  /// How often something is repeated, or how far it goes: once at least, and no further than any table does.
  fileprivate func count(_ name: StaticString) -> Int {
    min(max(number(name) ?? 1, 1), 1 << 24)
  }
}

extension SheetTally {
  /// A number that is stored with what the cell shows.
  mutating func number(at cell: CellPlace, shown: String) {
    number(
      at: cell,
      NumberFormat(
        shown.count > 1 && shown.hasPrefix("0") && !shown.contains(".") ? "00" : "General"))
  }
}
