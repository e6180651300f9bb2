import PasserelleKit

/// Makes concepts of the rows of a table by the map of its columns.
struct MappedRows {
  let map: ColumnMap
  /// What was read otherwise than it stands there.
  private(set) var mended = Tally(of: "corrected", as: .mended)
  /// The last code of each tier, where each tier has its column.
  private var above: [String?]

  init(map: ColumnMap) {
    self.map = map
    above = map.codes.map { _ in nil }
  }

  /// The concept of a row; nothing of a row that has no code, or one of no tier.
  mutating func entry(of row: TableRow) throws(Diagnostic) -> ClassificationList.Entry? {
    guard let (place, column) = place(of: row) else { return nil }
    if row.hasStraySpace(column) { mended.count(TableRow.straySpace, at: row.position(column)) }
    let titles = map.titles.filter { map.text(row, $0.0) != nil }
    var entry = ClassificationList.Entry(
      place: place, title: row.text(in: titles), position: row.position(column))
    for (column, language) in map.alternatives {
      entry.alternatives.entries += list(map.text(row, column)).map {
        LocalizedText.Entry(language, $0)
      }
    }
    for (name, column) in map.notes {
      if let text = map.text(row, column) {
        entry.descriptions.append(.english("\(name): \(text)"))
      }
    }
    entry.uri = map.text(row, map.uri)
    for (relation, column, framework) in map.links {
      for text in list(map.text(row, column)) {
        guard let code = Code(text) else {
          throw .error(
            Code.diagnosticID, at: row.position(column),
            "'\(text.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
        }
        entry.links.append((relation, Identifier(framework, code)))
      }
    }
    return entry
  }

  /// Where the concept of a row stands, and the column that has its code.
  private mutating func place(
    of row: TableRow
  ) -> (place: Classification.Place, column: Table.Column)? {
    let codes = map.codes.map { map.text(row, $0) }
    guard let index = codes.lastIndex(where: { $0 != nil }), let code = codes[index] else {
      return nil
    }
    guard codes.count == 1 else {
      for wider in codes[..<index].indices where codes[wider] != nil { above[wider] = codes[wider] }
      let broader = above[..<index].last { $0 != nil } ?? nil
      above[index] = code
      for finer in above[(index + 1)...].indices { above[finer] = nil }
      return (.init(code: code, tier: map.tiers[index], broader: broader), map.codes[index])
    }
    if let scheme = map.scheme, !scheme.has(code) { return nil }
    let tier = map.scheme?.tier(of: code)
    return (.init(code: code, tier: tier, broader: map.text(row, map.broader)), map.codes[index])
  }

  /// The items of a field that has several: a line each, or parted by semicolons, with a mark before
  /// them or without.
  private func list(_ text: String?) -> [String] {
    (text ?? "").split { $0.isNewline || $0 == ";" }
      .map { String($0.drop { "~•*–- \t".contains($0) }).trimmed }.filter { !$0.isEmpty }
  }
}
