internal import PasserelleModel

/// Reads the cells of a sheet of Excel, row by row.
final class ExcelSheet: XMLHandler {
  var writer: SheetWriter
  private(set) var tally = SheetTally()
  private let texts: SharedTexts
  private let styles: CellStyles
  private let from1904: Bool

  private var row = 0
  private var values: [String] = []
  private var cell = Cell()
  private var takes = false
  private var bytes: [UInt8] = []

  private struct Cell {
    var column = 0
    var type = ""
    var style: Int?
    var hasFormula = false
    var hasValue = false
  }

  init(_ writer: SheetWriter, texts: SharedTexts, styles: CellStyles, from1904: Bool) {
    (self.writer, self.texts, self.styles, self.from1904) = (writer, texts, styles, from1904)
  }

  override func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      row = attributes.number("r") ?? row + 1
      values.removeAll(keepingCapacity: true)
      cell.column = -1
      if let hidden = attributes["hidden"], hidden != "0", hidden != "false" { tally.hide(row) }
    case "c":
      let place = attributes.bytes("r").flatMap { CellPlace($0) }
      cell = Cell(
        column: place?.column ?? cell.column + 1, type: attributes["t"] ?? "n",
        style: attributes.number("s"))
      bytes.removeAll(keepingCapacity: true)
    case "f": cell.hasFormula = true
    case "v", "t":
      takes = name == "v" || open.contains("is") && !open.contains("rPh")
      cell.hasValue = cell.hasValue || takes
    default: break
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    if takes { bytes.append(contentsOf: text) }
  }

  override func end(_ name: String) throws(Diagnostic) {
    switch name {
    case "v", "t": takes = false
    case "c": take()
    case "row": try writer.write(row: row, values)
    default: break
    }
  }

  private func take() {
    guard cell.hasValue else {
      if cell.hasFormula { tally.miss(place) }
      return
    }
    let value = shown(String(decoding: bytes, as: UTF8.self))
    guard !value.isEmpty, (0..<16_384).contains(cell.column) else { return }
    if cell.column >= values.count {
      values += repeatElement("", count: cell.column + 1 - values.count)
    }
    values[cell.column] = value
  }

  private var place: CellPlace { CellPlace(column: cell.column, row: row) }

  /// What the cell shows.
  private func shown(_ text: String) -> String {
    switch cell.type {
    case "s":
      let value = Int(text.trimmed).flatMap { texts[$0] } ?? ""
      tally.text(value, at: place)
      return value
    case "inlineStr", "str":
      let value = text.withoutEscapes
      tally.text(value, at: place)
      return value
    case "b": return text.trimmed == "1" ? "TRUE" : "FALSE"
    case "e":
      tally.fail(text, at: place)
      return text
    // A day in ISO 8601, which no spreadsheet writes by itself.
    case "d": return text.trimmed
    default:
      let format = styles[cell.style]
      tally.number(at: place, format)
      // The usual case, without a way around.
      if format.isGeneral, text.utf8.count < 16,
        text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
      {
        return text
      }
      guard let number = Double(text.trimmed) else { return text }
      return format.text(of: number, from1904: from1904)
    }
  }
}

/// What is known of a sheet of Excel before its cells are read: how wide it says it is, and, as they come last
/// in the file, its merged cells.
struct SheetHead {
  private(set) var width = 0
  private(set) var merges: [MergedRange] = []

  init(_ entry: Archive.Entry, of archive: Archive) throws(Diagnostic) {
    // The text alone is looked through: to read the cells twice would take twice the time.
    // Some programs write a prefix before each name.
    let (mark, dimension) = (Array("mergeCell ".utf8), Array("dimension ".utf8))
    var (before, isFirst) = ([UInt8](), true)
    var (hasMerges, ranges) = (false, [MergedRange]())
    var width = 0
    try archive.read(entry) { piece throws(Diagnostic) in
      let text = before + piece
      if isFirst, let at = text[...].end(of: dimension) {
        width = Self.range(in: text[at...])?.columns.upperBound ?? -1
        width += 1
      }
      isFirst = false
      if !hasMerges { hasMerges = text[...].end(of: mark) != nil }
      guard hasMerges else {
        before = Array(text.suffix(mark.count))
        return true
      }
      var rest = text[...]
      while let found = rest.end(of: mark) {
        guard let end = rest[found...].firstIndex(of: UInt8(ascii: ">")) else { break }
        if let range = Self.range(in: rest[found..<end]) { ranges.append(range) }
        rest = rest[end...]
        guard ranges.count <= archive.limits.mergedRanges else {
          throw .error(
            .tooManyCells, at: archive.part.position,
            "a sheet has more than \(archive.limits.mergedRanges) merged ranges",
            hint: "save the sheet as CSV")
        }
      }
      before = Array(rest.suffix(256))
      return true
    }
    (self.width, merges) = (min(max(width, 0), archive.limits.columns), ranges)
  }

  /// The range of the attribute `ref`.
  private static func range(in text: ArraySlice<UInt8>) -> MergedRange? {
    guard let start = text.end(of: Array("ref=\"".utf8)),
      let end = text[start...].firstIndex(of: UInt8(ascii: "\"")), end - start < 64
    else { return nil }
    return Array(text[start..<end]).withUnsafeBufferPointer { MergedRange($0) }
  }
}

extension ArraySlice<UInt8> {
  /// Where the first place ends that has these bytes.
  ///
  /// The standard library's search takes longer than all else that is done with a sheet.
  fileprivate func end(of text: [UInt8]) -> Int? {
    guard let first = text.first else { return nil }
    let found = withUnsafeBufferPointer { bytes -> Int? in
      var at = 0
      while at + text.count <= bytes.count {
        if bytes[at] == first,
          UnsafeBufferPointer(rebasing: bytes[at..<at + text.count]).elementsEqual(text)
        {
          return at + text.count
        }
        at += 1
      }
      return nil
    }
    return found.map { startIndex + $0 }
  }
}
