import PasserelleKit

/// Makes concepts of the rows of a table by the map of its columns.
struct MappedRows {
  private let map: ColumnMap
  private let scheme: CodeScheme
  private let graph: GraphWriter
  /// The names of the tiers: as the head lists them, or as the columns of codes are called.
  private let tiers: [String]
  private(set) var list: ClassificationList
  /// What was not read as a concept, other than totals and blanks.
  private var passedOver = Tally()
  /// What was read otherwise than it stands there.
  private var mended = Tally(of: "corrected", as: .mended)
  private var codes: CodeColumn
  /// The last code of each tier, where each tier has its column.
  private var above: [String?]
  /// Whether any row has a code in each of these columns.
  private var areUsed: [Bool]
  /// The codes of wider concepts that rows have named, and that no row of their own has defined.
  private var implied: Set<String> = []
  /// Codes that fit a tier with zeros in front, and no tier without.
  private var short: [(code: String, whole: String, position: SourcePosition)] = []
  /// The addresses of wider concepts, by the codes of those that belong below them.
  private var widerAddresses: [(code: String, address: String)] = []

  init(
    map: ColumnMap, scheme: CodeScheme, marks: FootnoteMarks, in table: Table, graph: GraphWriter
  ) {
    let names = scheme.tiers.map(\.name)
    tiers =
      map.codes.count < 2
      ? names
      : map.codes.enumerated().map { index, column in
        names.indices.contains(index) ? names[index] : table.header[column.index]
      }
    self.map = map
    self.scheme = scheme
    self.graph = graph
    list = ClassificationList(graph: graph)
    codes = CodeColumn(
      marks: marks, hasLengths: scheme.readsCodes || map.tier != nil || map.codes.count > 1)
    above = map.codes.map { _ in nil }
    areUsed = map.codes.map { _ in false }
  }

  /// Reads the rows of a table.
  mutating func read(_ table: Table) throws(Diagnostic) {
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in try read(row) }
    try checkZeros()
    codes.report(to: graph)
    mended.report(to: graph)
    passedOver.report(to: graph)
    list.reportSkipped(in: table)
    try placeByAddresses()
    placeByCodes()
    checkTiers(at: scheme.position ?? table.headerPosition)
  }

  private mutating func read(_ row: TableRow) throws(Diagnostic) {
    guard let place = try place(of: row) else { return }
    if let long = map.long { _ = try row.require(long.language, as: LanguageTag.self) }
    var entry = ClassificationList.Entry(
      place: place.place, title: map.title(row, ofTier: place.index), position: place.position)
    let language = entry.title.entries.first?.language
    entry.alternatives = alternatives(row, in: language)
    for (name, column) in map.notes {
      guard let text = map.text(row, column) else { continue }
      let language = map.long == nil ? LanguageTag("en") : language
      entry.descriptions.append(
        LocalizedText([language.map { .init($0, "\(name): \(text)") }].compactMap(\.self)))
    }
    if !place.meaning.isEmpty { entry.remarks = [place.meaning] }
    entry.uri = map.text(row, map.uri)
    if map.codes.count > 1 {
      entry.orphanHint = "list a column of titles for each column of codes: 'title: {en: [A, B]}'"
    }
    if let address = map.text(row, map.broaderURI) {
      widerAddresses.append((entry.place.code, address))
    }
    entry.links = try links(row)
    try add(entry)
  }

  /// Adds what a row says of its concept: with what other rows say of it in other languages, or in
  /// place of what was only known from rows below it.
  private mutating func add(_ entry: ClassificationList.Entry) throws(Diagnostic) {
    let code = entry.place.code
    guard let index = list.index(of: code) else { return try list.add(entry) }
    if implied.remove(code) != nil {
      guard !entry.title.isEmpty, agree(list.entries[index].title, entry.title) else {
        throw otherTitle(of: entry, than: list.entries[index])
      }
      var entry = entry
      let known = [list.entries[index].place.broader].compactMap(\.self)
      entry.otherBroader += known.filter { $0 != entry.place.broader }
      list.entries[index] = entry
      return
    }
    let languages = list.entries[index].title.entries.map(\.language)
    guard map.long != nil, entry.title.entries.allSatisfy({ !languages.contains($0.language) })
    else { return try list.add(entry) }
    list.entries[index].add(entry)
  }

  /// Adds a wider concept that a row names beside its own, once.
  private mutating func imply(
    _ code: String, ofTier index: Int, below broader: String?, _ row: TableRow
  ) throws(Diagnostic) {
    let title = map.title(row, ofTier: index)
    guard !title.isEmpty else { return }
    let place = Classification.Place(
      code: code, tier: tiers[index], broader: broader)
    let entry = ClassificationList.Entry(
      place: place, title: title, position: row.position(map.codes[index]))
    guard let known = list.index(of: code) else {
      implied.insert(code)
      return try list.add(entry)
    }
    guard agree(list.entries[known].title, title) else {
      throw otherTitle(of: entry, than: list.entries[known])
    }
    let wider = [list.entries[known].place.broader].compactMap(\.self)
    if let broader, !(wider + list.entries[known].otherBroader).contains(broader) {
      if wider.isEmpty {
        list.entries[known].place.broader = broader
      } else {
        list.entries[known].otherBroader.append(broader)
      }
    }
  }

  /// Whether two titles are one, in each language that both have.
  private func agree(_ one: LocalizedText, _ other: LocalizedText) -> Bool {
    one.entries.allSatisfy { entry in
      other.entries.allSatisfy { $0.language != entry.language || $0.text == entry.text }
    }
  }

  private func otherTitle(
    of entry: ClassificationList.Entry, than first: ClassificationList.Entry
  ) -> Diagnostic {
    let titles = [first, entry].map { "'\(($0.title.preferred ?? "").prefix(60).printable)'" }
    return .error(
      .duplicateCode, at: entry.position,
      "'\(entry.place.code.printable)' is \(titles[1]) here, and \(titles[0]) on line "
        + "\(first.position.line)",
      hint: "one code has one title; if codes begin anew in each wider group, join them to one code")
  }

  // MARK: - The parts of a row

  private mutating func alternatives(_ row: TableRow, in language: LanguageTag?) -> LocalizedText {
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

  private mutating func links(
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
  private mutating func ends(
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

  private func code(
    ofAddress address: String, at position: SourcePosition
  ) throws(Diagnostic) -> Code {
    if let code = Code.ofAddress(address) { return code }
    throw .error(
      .badURL, at: position, "'\(address.prefix(60).printable)' is not an address",
      hint: "an address begins with 'https://', 'http://' or 'urn:'")
  }

  // MARK: - Places

  /// Where the concept of a row is: its code, the tier's column, and what marks beside the code mean.
  private typealias RowPlace = (
    place: Classification.Place, index: Int, position: SourcePosition, meaning: LocalizedText
  )

  private mutating func place(of row: TableRow) throws(Diagnostic) -> RowPlace? {
    let texts = map.codes.map { map.text(row, $0) }
    guard let index = texts.lastIndex(where: { $0 != nil }), let text = texts[index] else {
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

  /// The wider code that stands before a row's own, or above it; each that has a title is a concept.
  private mutating func widerCode(
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
  private mutating func placed(
    _ code: String, _ row: TableRow, _ position: SourcePosition, _ meaning: LocalizedText
  ) throws(Diagnostic) -> RowPlace? {
    var tier: String?
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
    } else if scheme.readsCodes {
      guard let index = scheme.tier(of: code) else {
        if let whole = scheme.withZeros(code) { short.append((code, whole, position)) } else {
          list.skip()
        }
        return nil
      }
      tier = scheme.tiers[index].name
    }
    return (.init(code: code, tier: tier, broader: map.text(row, map.broader)), 0, position, meaning)
  }

}

// What only all rows together show.

extension MappedRows {
  /// Finds codes that have lost their zeros: some fit no tier without, all others are digits too, and none
  /// begins with a zero.
  private mutating func checkZeros() throws(Diagnostic) {
    guard let first = short.first else { return }
    let haveLost = list.entries.allSatisfy { entry in
      let code = entry.place.code
      return code.allSatisfy { ("0"..."9").contains($0) } && (code == "0" || !code.hasPrefix("0"))
    }
    guard haveLost else {
      list.skip(short.count)
      return
    }
    throw .error(
      .spreadsheet, at: first.position,
      "the codes \(Classification.lostZeros): '\(first.code)' is '\(first.whole)'"
        + (short.count == 1 ? "" : ", and \(short.count - 1) more \(short.count == 2 ? "is" : "are") like it"),
      hint: "format the column as text before the codes are entered, or use the publisher's own file")
  }

  private mutating func placeByAddresses() throws(Diagnostic) {
    guard !widerAddresses.isEmpty else { return }
    let codes = Dictionary(
      list.entries.compactMap { entry in entry.uri.map { ($0, entry.place.code) } },
      uniquingKeysWith: { first, _ in first })
    for (narrower, address) in widerAddresses {
      guard let index = list.index(of: narrower), list.entries[index].place.broader == nil else {
        continue
      }
      let named = try code(ofAddress: address, at: list.entries[index].position)
      list.entries[index].place.broader = codes[address] ?? named.description
    }
  }

  private mutating func placeByCodes() {
    guard map.codes.count < 2, scheme.readsCodes || map.tier != nil else { return }
    let order = Dictionary(
      tiers.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    scheme.placeByCodes(&list.entries) { [readsCodes = scheme.readsCodes] wider, narrower in
      if readsCodes { return true }
      guard let one = wider.flatMap({ order[$0] }), let other = narrower.flatMap({ order[$0] })
      else { return wider != narrower }
      return one < other
    }
  }

  /// Says where tiers are empty, or nothing is below anything: the head is not what the codes are.
  private func checkTiers(at position: SourcePosition) {
    guard let example = list.entries.last else { return }
    let found = Set(list.entries.compactMap(\.place.tier))
    guard tiers.isEmpty || !found.isEmpty else {
      graph.report(
        .warning(
          .emptyTier, at: position,
          "nothing says which of the tiers a code is of, such as '\(example.place.code.printable)'",
          hint: "give each tier a 'length' or 'parts', or name the column that has it: 'tier: …'"))
      return
    }
    let empty =
      map.codes.count > 1
      ? zip(tiers, areUsed).filter { !$1 }.map(\.0) : tiers.filter { !found.contains($0) }
    for tier in empty {
      graph.report(
        .warning(
          .emptyTier, at: position,
          "no code is of the tier '\(tier)'; '\(example.place.code.printable)' is taken for a "
            + "'\(example.place.tier ?? "")'",
          hint: scheme.fill == nil && map.codes.count < 2
            ? "if codes of wider tiers are filled up with zeros, write 'fill: \"0\"'"
            : "correct the tiers, or leave this one out"))
    }
    let isFlat = list.entries.allSatisfy { $0.place.broader == nil && $0.otherBroader.isEmpty }
    guard empty.isEmpty, isFlat, max(tiers.count, found.count) > 1 else { return }
    graph.report(
      .warning(
        .emptyTier, at: position,
        "no code belongs below another, such as '\(example.place.code.printable)' "
          + "of the tier '\(example.place.tier ?? "")'",
        hint: "name the column that has the wider code: 'columns: {broader: …}'"))
  }
}

extension ClassificationList.Entry {
  /// Adds what another row says of the same concept in another language.
  fileprivate mutating func add(_ other: Self) {
    title.entries += other.title.entries
    alternatives.entries += other.alternatives.entries.filter { !alternatives.entries.contains($0) }
    descriptions += other.descriptions.filter { !descriptions.contains($0) }
    remarks += other.remarks.filter { !remarks.contains($0) }
    links += other.links.filter { link in
      !links.contains { $0.relation == link.relation && $0.to == link.to }
    }
    uri = uri ?? other.uri
    place.broader = place.broader ?? other.place.broader
  }
}
