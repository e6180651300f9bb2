import PasserelleKit

// What the cells of a row say of its concept besides its code and title.

extension MappedRows {
  mutating func alternatives(_ row: TableRow, in language: LanguageTag?) -> LocalizedText {
    let columns =
      map.long.map { long in
        long.alternatives.compactMap { column in language.map { (column, $0) } }
      } ?? map.alternatives
    var labels = LocalizedText()
    for (column, language) in columns {
      for label in map.list(map.text(row, column)) {
        let entry = LocalizedText.Entry(language, label)
        if labels.entries.contains(entry) {
          mended.count("a label that its row has twice", at: row.position(column))
        } else {
          labels.entries.append(entry)
        }
      }
    }
    return labels
  }

  mutating func links(
    _ row: TableRow
  ) throws(Diagnostic) -> [(relation: Relation, to: Identifier, uri: String?)] {
    var links: [(relation: Relation, to: Identifier, uri: String?)] = []
    for column in map.links {
      for (code, uri, position) in try ends(row, column) {
        let target = Identifier(column.framework, code)
        if links.contains(where: { $0.relation == column.relation && $0.to == target }) {
          mended.count("a code that its row has twice", at: position)
        } else {
          links.append((column.relation, target, uri))
        }
      }
    }
    return links
  }

  /// The codes, or the addresses and codes that are made of them, that a column of links has.
  mutating func ends(
    _ row: TableRow, _ column: ColumnMap.LinkColumn
  ) throws(Diagnostic) -> [(code: Code, uri: String?, position: SourcePosition)] {
    let addresses = map.list(map.text(row, column.uri))
    if let uri = column.uri, column.code == nil {
      return try addresses.map { address throws(Diagnostic) in
        (try code(ofAddress: address, at: row.position(uri)), address, row.position(uri))
      }
    }
    guard let field = column.code else { return [] }
    let texts = map.list(map.text(row, field))
    return try texts.enumerated().map { index, text throws(Diagnostic) in
      guard let code = Code(text) else {
        throw .error(
          Code.diagnosticID, at: row.position(field),
          "'\(text.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
      }
      // Addresses in another column go with the codes where there are as many.
      let uri = addresses.count == texts.count ? addresses[index] : nil
      return (code, uri, row.position(field))
    }
  }

  func code(
    ofAddress address: String, at position: SourcePosition
  ) throws(Diagnostic) -> Code {
    if let code = Code.ofAddress(address) { return code }
    throw .error(
      .badURL, at: position, "'\(address.prefix(60).printable)' is not an address",
      hint: "an address begins with 'https://', 'http://' or 'urn:'")
  }
}
