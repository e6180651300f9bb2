/// A row of a set: what a mapping says, slot by slot.
struct SSSOMRow {
  private var cells: [(place: Int, text: String)] = []

  /// Adds a value, with those that the slot has.
  mutating func add(_ slot: String, _ text: String) {
    guard let place = SSSOMSlots.places[slot], !text.isEmpty else { return }
    let text = SSSOMSlots.lists.contains(slot) ? text.listEscaped : text
    guard let index = cells.firstIndex(where: { $0.place == place }) else {
      cells.append((place, text))
      return
    }
    cells[index].text += "|" + text
  }

  func has(_ slot: String) -> Bool { cells.contains { $0.place == SSSOMSlots.places[slot] } }

  /// Whether a slot has this value.
  func says(_ text: String) -> Bool { cells.contains { $0.text == text } }

  /// The places of the slots that have a value.
  var places: [Int] { cells.map(\.place) }

  /// The line of a table with some of the columns.
  func line(_ places: [Int]) -> String {
    places.map { place in cells.first { $0.place == place }?.text.tableCell ?? "" }
      .joined(separator: "\t") + "\n"
  }
}

extension String {
  /// The text as one of several in a cell, which strokes part.
  fileprivate var listEscaped: String {
    guard contains("|") || contains("\\") else { return self }
    return replacing("\\", with: "\\\\").replacing("|", with: "\\|")
  }

  /// A cell of a tab-separated table: quotes hold together what a tab or a quote would part.
  fileprivate var tableCell: String {
    let flat = map { $0.isNewline ? " " : String($0) }.joined()
    guard flat.contains("\t") || flat.contains("\"") else { return flat }
    return "\"\(flat.replacing("\"", with: "\"\""))\""
  }
}
