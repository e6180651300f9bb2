import PasserelleKit

// Where the concept of a row is in the classification.

extension MappedRows {
  /// Where the concept of a row is: its code, the tier's column, and what marks beside the code mean.
  typealias RowPlace = (
    place: Classification.Place, index: Int, position: SourcePosition, meaning: LocalizedText
  )

  mutating func place(of row: TableRow) throws(Diagnostic) -> RowPlace? {
    if map.namesCodes { return try named(row) }
    let texts = map.codes.map { map.text(row, $0) }
    let found =
      map.titlesFollowCodes
      ? texts.firstIndex { $0 != nil } : texts.lastIndex { $0 != nil }
    guard let index = found, let text = texts[index] else {
      if map.codes.isEmpty, let column = map.uri, let address = map.text(row, column) {
        let code = try code(ofAddress: address, at: row.position(column)).description
        return try placed(code, row, row.position(column), LocalizedText())
      }
      list.skip()
      return nil
    }
    let column = map.codes[index]
    let (code, meaning) = codes.code(text, in: row, column)
    if map.codes.count == 1 { return try placed(code, row, row.position(column), meaning) }
    let wider = try widerCode(texts, before: index, row)
    above[index] = code
    areUsed[index] = true
    for finer in above[(index + 1)...].indices { above[finer] = nil }
    let place = Classification.Place(
      code: code, tier: tiers[index], broader: wider)
    return (place, index, row.position(column), meaning)
  }

  /// The place of a row without a code: it is made of the title, with a number if the title comes again.
  private mutating func named(_ row: TableRow) throws(Diagnostic) -> RowPlace? {
    guard let title = map.title(row, ofTier: 0).preferred,
      let column = map.titles.first?.columns.first
    else {
      list.skip()
      return nil
    }
    let words = title.lowercased().split { !$0.isLetter && !$0.isNumber }
    let stem = Code.named(words.joined(separator: "-"))?.description ?? ""
    let count = titles[stem, default: 0] + 1
    titles[stem] = count
    let code = count == 1 ? stem : "\(stem)-\(count)"
    return try placed(code, row, row.position(column), LocalizedText())
  }

  /// The wider code that stands before a row's own, or above it; each that has a title is a concept.
  mutating func widerCode(
    _ texts: [String?], before index: Int, _ row: TableRow
  ) throws(Diagnostic) -> String? {
    for wider in texts.indices.prefix(index) {
      guard let text = texts[wider] else { continue }
      let (code, _) = codes.code(text, in: row, map.codes[wider])
      above[wider] = code
      areUsed[wider] = true
      let broader = above[..<wider].last { $0 != nil } ?? nil
      if map.titles.contains(where: { $0.columns.count > 1 }) {
        try imply(code, ofTier: wider, below: broader, row)
      }
    }
    return above[..<index].last { $0 != nil } ?? nil
  }

  /// The place of a code that has a column, or an address, to itself.
  mutating func placed(
    _ code: String, _ row: TableRow, _ position: SourcePosition, _ meaning: LocalizedText
  ) throws(Diagnostic) -> RowPlace? {
    var tier: String?
    var code = code
    if let column = map.tier {
      guard let text = map.text(row, column) else {
        passedOver.count("a row without a tier", at: row.position(column))
        return nil
      }
      let index = scheme.tier(named: text)
      if index == nil, !scheme.tiers.isEmpty {
        passedOver.count("a row of the tier '\(text.prefix(60).printable)'", at: position)
        return nil
      }
      tier = index.map { scheme.tiers[$0].name } ?? text
      if let index, let whole = scheme.padded(code, to: index) {
        mended.count(
          "a code that is shorter than those of its tier, which was filled up", at: position)
        code = whole
      }
    } else if scheme.readsCodes {
      guard let index = scheme.tier(of: code) else {
        if let whole = scheme.withZeros(code) {
          short.append((code, whole, position))
        } else {
          list.skip()
        }
        return nil
      }
      tier = scheme.tiers[index].name
    }
    return (
      .init(code: code, tier: tier, broader: broader(of: code, row)), 0, position, meaning
    )
  }

  /// What a row says is wider than its code; some tables name the code itself where nothing is.
  private mutating func broader(of code: String, _ row: TableRow) -> String? {
    guard let column = map.broader, let broader = map.text(row, column) else { return nil }
    guard broader == code else { return broader }
    mended.count(
      "a row that names itself as wider, which is taken to have none", at: row.position(column))
    return nil
  }
}
