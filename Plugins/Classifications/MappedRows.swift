import PasserelleKit

/// Makes concepts of the rows of a table by the map of its columns.
struct MappedRows {
  let map: ColumnMap
  let scheme: CodeScheme
  let graph: GraphWriter
  /// The names of the tiers: as the head lists them, or as the columns of codes are called.
  let tiers: [String]
  var list: ClassificationList
  /// What was not read as a concept, other than totals and blanks.
  var passedOver = Tally()
  /// What was read otherwise than it stands there.
  var mended = Tally(of: "corrected", as: .mended)
  /// What was kept as a text only.
  var unread = Tally(of: "kept as a note", as: .passedOver)
  /// The names of the columns.
  let header: [String]
  /// How many rows have had each title that a code was made of.
  var titles: [String: Int] = [:]
  var codes: CodeColumn
  /// The last code of each tier, where each tier has its column.
  var above: [String?]
  /// Whether any row has a code in each of these columns.
  var areUsed: [Bool]
  /// The codes of wider concepts that rows have named, and that no row of their own has defined.
  var implied: Set<String> = []
  /// Codes that fit a tier with zeros in front, and no tier without.
  var short: [(code: String, whole: String, position: SourcePosition)] = []
  /// The addresses of wider concepts, by the codes of those that belong below them.
  var widerAddresses: [(code: String, address: String)] = []

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
    header = table.header
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
    unread.report(to: graph)
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
    entry.alternatives = alternatives(row, besides: entry.title, in: language)
    for (name, column) in map.notes {
      guard let text = map.code(row, column), let language = map.languageOfNotes ?? language else {
        continue
      }
      entry.descriptions.append(LocalizedText([.init(language, "\(name): \(text)")]))
    }
    if !place.meaning.isEmpty { entry.remarks = [place.meaning] }
    entry.uri = map.text(row, map.uri)
    if map.codes.count > 1 {
      entry.orphanHint = "list a column of titles for each column of codes: 'title: {en: [A, B]}'"
    }
    if let address = map.text(row, map.broaderURI) {
      widerAddresses.append((entry.place.code, address))
    }
    workload(row, noting: &entry)
    checkAgreement(row)
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
  mutating func imply(
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
      hint: "one code has one title; if codes begin anew in each wider group, join them to one code"
    )
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
