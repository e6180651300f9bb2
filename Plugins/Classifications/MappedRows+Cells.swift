import PasserelleKit

// What the cells of a row say of its concept besides its code and title.

extension MappedRows {
  /// The other labels of a row; one that is the title again says nothing.
  mutating func alternatives(
    _ row: TableRow, besides title: LocalizedText, in language: LanguageTag?
  ) -> LocalizedText {
    let columns =
      map.long.map { long in
        long.alternatives.compactMap { column in language.map { (column, $0) } }
      } ?? map.alternatives
    var labels = LocalizedText()
    for (column, language) in columns {
      for label in map.list(map.text(row, column)) {
        let entry = LocalizedText.Entry(language, label)
        guard !title.entries.contains(entry) else { continue }
        if labels.entries.contains(entry) {
          mended.count("a label that its row has twice", at: row.position(column))
        } else {
          labels.entries.append(entry)
        }
      }
    }
    return labels
  }

  /// How much learning the row says; text that counts nothing is kept as a note.
  mutating func workload(_ row: TableRow, noting entry: inout ClassificationList.Entry) {
    guard let (column, unit) = map.workload, let text = map.text(row, column) else { return }
    if let workload = Workload(text, unit), unit != .years || workload.bounds.upperBound < 50 {
      entry.workload = workload
      return
    }
    unread.count("a workload that is not a number of \(unit.rawValue)", at: row.position(column))
    let name = header[column.index]
    entry.descriptions.append(.english("\(name): \(text)"))
  }

  /// Says where two columns that say the same more and less finely do not go together.
  func checkAgreement(_ row: TableRow) {
    for (finer, wider) in map.agreeing {
      guard let code = map.code(row, finer), let group = map.code(row, wider),
        !code.hasPrefix(group)
      else { continue }
      graph.report(
        .warning(
          .contradictoryColumns, at: row.position(finer),
          "'\(header[finer.index])' is '\(code.prefix(20).printable)', and "
            + "'\(header[wider.index])' is '\(group.prefix(20).printable)'",
          hint: "one of the two is wrong: ask the publisher, and correct it"))
    }
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
      guard let code = Code(map.whole(text, in: field)) else {
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
