internal import PasserelleModel

/// A row of a set: what a mapping says, slot by slot.
struct SSSOMRow {
  /// A concept and its address.
  typealias End = (id: Identifier, address: String)

  private var cells: [(place: Int, values: [String])] = []
  var subject: End?
  var object: End?

  /// Adds a value, with those that the slot has; an entity is added by its address.
  mutating func add(_ slot: String, _ text: String) {
    guard let place = SSSOMSlots.places[slot], !text.isEmpty else { return }
    guard let index = cells.firstIndex(where: { $0.place == place }) else {
      cells.append((place, [text]))
      return
    }
    cells[index].values.append(text)
  }

  /// Writes the two concepts as CURIEs, each with its framework if the prefix does not tell it.
  mutating func shortenEnds(_ curies: inout CURIEs, _ names: ConceptNames) {
    for (end, side) in [(subject, "subject"), (object, "object")] {
      guard let (id, address) = end else { continue }
      add("\(side)_id", curies.curie(of: id, at: address))
      if curies.isShared(id, at: address), !has("\(side)_source") {
        add("\(side)_source", names.ownAddress(of: id.framework))
      }
    }
  }

  /// Writes the addresses of entities as CURIEs: with the prefixes of concepts, if they fit.
  mutating func shorten(_ curies: inout CURIEs) {
    for index in cells.indices
    where SSSOMSlots.entities.contains(SSSOMSlots.ofMapping[cells[index].place]) {
      cells[index].values = cells[index].values.map { curies.curie(of: $0) ?? $0 }
    }
  }

  func has(_ slot: String) -> Bool { cells.contains { $0.place == SSSOMSlots.places[slot] } }

  /// Whether a slot has this value.
  func says(_ text: String) -> Bool { cells.contains { $0.values.contains(text) } }

  /// The places of the slots that have a value.
  var places: [Int] { cells.map(\.place) }

  /// The line of a table with some of the columns.
  func line(_ places: [Int]) -> String {
    places.map { place in
      guard let values = cells.first(where: { $0.place == place })?.values else { return "" }
      let isList = SSSOMSlots.lists.contains(SSSOMSlots.ofMapping[place])
      return (isList ? values.map(\.listEscaped) : values).joined(separator: "|").tableCell
    }.joined(separator: "\t") + "\n"
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
