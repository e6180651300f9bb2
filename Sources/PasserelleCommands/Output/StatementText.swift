internal import Passerelle
internal import PasserelleModel

/// Writes a statement of comparability for a terminal.
struct StatementText {
  let sheet: StatementSheet

  var lines: [String] {
    [Style.bold(sheet.title), ""] + block(.facts(sheet.head)) + ["", sheet.nature.printable]
      + sheet.sections.flatMap { section in
        (section.heading.isEmpty ? [""] : ["", Style.bold(section.heading.printable)])
          + section.blocks.flatMap(block)
      } + ["", Style.bold(sheet.sources.heading)] + sources
  }

  private func block(_ block: StatementSheet.Block) -> [String] {
    switch block {
    case .text(let text): return ["  " + text.printable]
    case .list(let items): return items.map { "  - " + $0.printable }
    case .facts(let facts):
      let width = (facts.map(\.name.count).max() ?? 0) + 2
      return facts.map { "  " + $0.name.printable.padded(to: width) + $0.value.printable }
    case .table(_, let rows):
      let widths = [0, 1].map { column in (rows.map { $0[column].count }.max() ?? 0) + 2 }
      return rows.map { row in
        "  " + row[0].printable.padded(to: widths[0])
          + Style.bold(row[1].printable.padded(to: widths[1])) + row[2].printable
      }
    }
  }

  private var sources: [String] {
    guard case .list(let items) = sheet.sources.blocks.first else { return [] }
    return items.enumerated().map { "  " + "[\($0 + 1)]".padded(to: 5) + $1.printable }
  }
}
