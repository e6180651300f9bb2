internal import Passerelle
internal import PasserelleModel

/// Writes a sheet for a terminal and for a file of plain text.
struct SheetText {
  let sheet: Sheet
  let ink: Ink

  /// How many characters a line has at most, if words allow it.
  private var width: Int { ink.width ?? 80 }

  /// How wide the column of names is at most; a longer name has a line of its own.
  private static let widestNames = 22

  var lines: [String] {
    [ink.bold(sheet.title.printable), ""] + block(.facts(sheet.summary)) + [""]
      + block(.facts(sheet.head)) + [""]
      + (sheet.nature.map { paragraph($0, indent: 0) } ?? [])
      + sheet.sections.flatMap { section in
        ["", ink.bold(section.heading.printable)] + section.blocks.flatMap(block)
      } + ["", ink.bold(sheet.sourcesHeading.printable)] + sources
  }

  private func block(_ block: Sheet.Block) -> [String] {
    switch block {
    case .heading(let text), .text(let text): return paragraph(text, indent: 2)
    case .list(let items): return items.flatMap { paragraph($0, indent: 4, mark: "  -") }
    case .facts(let facts):
      let column = min(facts.map(\.name.columns).max() ?? 0, Self.widestNames) + 4
      return facts.flatMap { fact -> [String] in
        let name = "  \(fact.name.printable)"
        return fact.name.columns > Self.widestNames
          ? [name] + paragraph(fact.value, indent: column)
          : paragraph(fact.value, indent: column, mark: name)
      }
    case .groups(let groups):
      return Array(groups.map { self.block(.facts($0)) }.joined(separator: [""]))
    case .ladder(let ladder): return [""] + ladder.lines(width: width, ink: ink)
    case .details(let summary, let blocks):
      return paragraph(summary, indent: 2) + blocks.flatMap(self.block)
    // What it shows is told in words as well.
    case .picture: return []
    case .records(let header, let rows):
      return [Table(columns: header, rows: rows).text(within: width)]
    case .table(_, let rows):
      let column = (rows.map { $0[0].columns }.max() ?? 0) + 4
      return rows.flatMap { row in
        ["  \(row[0].printable)".padded(to: column) + ink.bold(row[1].printable)]
          + paragraph(row[2], indent: column)
      }
    }
  }

  private var sources: [String] {
    sheet.sources.enumerated().flatMap { index, source in
      paragraph(source.text, indent: 7, mark: "  [\(index + 1)]")
        + (source.url.map { ["       \($0.printable)"] } ?? [])
    } + (sheet.sourcesRemark.map { [""] + paragraph($0, indent: 0) } ?? [])
  }

  /// A text in lines of the width, under an indent; the first line starts with the mark.
  private func paragraph(_ text: String, indent: Int, mark: String = "") -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = mark.isEmpty ? margin : mark.padded(to: indent)
    var isBare = true
    for word in text.printable.split(separator: " ") {
      if !isBare, line.columns + word.columns + 1 > width {
        lines.append(line)
        (line, isBare) = (margin, true)
      }
      line += (isBare ? "" : " ") + word
      isBare = false
    }
    return (lines + [line]).closingIsolates
  }
}
