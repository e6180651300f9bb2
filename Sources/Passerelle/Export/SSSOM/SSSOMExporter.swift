internal import PasserelleGraph
package import PasserelleModel

/// Writes the mappings among statements as a table of SSSOM.
///
/// Concepts are in it as the two ends of mappings. A framework that is linked to a reference framework
/// gives mappings, too: as close or broader matches, for referencing is a best fit. What a set of
/// SSSOM said of itself and of its mappings is written back.
package struct SSSOMExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private let file: ExportFile
  private var curies = CURIEs()
  /// The rows, until the prefixes and columns that they use are known: the head comes first.
  private var rows: [SSSOMRow] = []
  private var head: SSSOMHead
  private var documents: [String: Document] = [:]

  package init(_ names: ConceptNames, into file: ExportFile) {
    self.names = names
    self.file = file
    head = SSSOMHead(base: names.base)
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework):
      try begin(framework.name, framework.title, framework.licence, isSet: false)
    case .mappings(let mappings):
      try begin(mappings.name, mappings.title, mappings.licence, isSet: true)
      if mappings.validity != Validity() { loss.add("validity of a set", "\(mappings.name)") }
    case .agreement(let agreement):
      try begin(agreement.name, agreement.title, agreement.licence, isSet: false)
    case .document(let document):
      documents[document.key] = document
      document.licence.map { head.add(licence: $0) }
    // A mapping names its ends by their titles.
    case .concept, .name: break
    case .link(let link): try add(link)
    case .note(let note): if !head.take(note) { loss.add("note", "\(note.about)") }
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    head.finish(&rows, &loss)
    for index in rows.indices { rows[index].shortenEnds(&curies, names) }
    for index in rows.indices { rows[index].shorten(&curies) }
    let lines = head.lines(&curies)
    try file.write(lines.map { "#\($0)\n" }.joined())
    let used = rows.reduce(into: Set<Int>()) { $0.formUnion($1.places) }
    let places = SSSOMSlots.ofMapping.indices.filter { place in
      used.contains(place) || SSSOMSlots.ofEveryTable.contains(SSSOMSlots.ofMapping[place])
    }
    try file.write(places.map { SSSOMSlots.ofMapping[$0] }.joined(separator: "\t") + "\n")
    for row in rows { try file.write(row.line(places)) }
  }

  private mutating func begin(
    _ name: FrameworkName, _ title: LocalizedText, _ licence: String?, isSet: Bool
  ) throws {
    documents = [:]
    for entry in title.entries where entry.text != title.preferred {
      loss.add("title in '\(entry.language)'", "\(name)")
    }
    let notes = isSet ? try names.graph.notes(about: Identifier(name)).map(\.note) : []
    head.begin(name, title.preferred ?? name.description, isSet: isSet, notes)
    licence.map { head.add(licence: $0) }
  }

  // MARK: - Rows

  private mutating func add(_ link: Link) throws {
    let name = "\(link.from) \(link.relation.rawValue) \(link.to)"
    guard link.from.code != nil else {
      loss.add("link of a framework as a whole", name)
      return
    }
    guard let match = try PublishedMatch(link, among: names) else {
      loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)")
      return
    }
    var row = SSSOMRow()
    for detail in link.details { add(detail, of: link, match, to: &row) }
    row.subject = try end(link.from, link.fromURI)
    if !row.has("subject_label") { row.add("subject_label", try names.label(link.from) ?? "") }
    switch match {
    case .match(let relation): row.add("predicate_id", "skos:\(relation.rawValue)")
    case .denial(let relation):
      row.add("predicate_modifier", "Not")
      row.add("predicate_id", "skos:\(relation.rawValue)")
    case .declared: row.add("predicate_id", "skos:exactMatch")
    case .nothing: if !row.has("predicate_id") { row.add("predicate_id", "skos:exactMatch") }
    }
    if match == .nothing {
      row.add("object_id", "sssom:NoTermFound")
      if !row.has("object_source") {
        row.add("object_source", names.ownAddress(of: link.to.framework))
      }
    } else {
      row.object = try end(link.to, link.toURI)
      if !row.has("object_label") { row.add("object_label", try names.label(link.to) ?? "") }
    }
    addOrigin(of: link, to: &row, as: name)
    row.add("comment", comment(on: link, match))
    for entry in link.note.entries.dropFirst() {
      loss.add("note in '\(entry.language)'", name)
    }
    rows.append(row)
  }

  /// A concept with its own address, or else with the one that the link states.
  private mutating func end(_ id: Identifier, _ stated: String?) throws -> SSSOMRow.End {
    let given = try names.givenAddress(of: id) ?? stated
    let address = try given.flatMap { $0.isAddress ? $0 : nil } ?? names.iri(id)
    curies.note(id, at: address)
    return (id, address)
  }

  /// Adds what a link says by the name of a slot.
  private mutating func add(
    _ detail: String, of link: Link, _ match: PublishedMatch, to row: inout SSSOMRow
  ) {
    let name = "\(link.from) \(link.relation.rawValue) \(link.to)"
    let slot = NamedValue(detail)
    let hasPlace =
      switch slot?.name {
      case nil: false
      case "predicate_id": match == .nothing
      case "mapping_justification": link.justification == nil
      case let slot?:
        SSSOMSlots.places[slot] != nil && !SSSOMSlots.ofFields.contains(slot)
          && (!row.has(slot) || SSSOMSlots.lists.contains(slot))
      }
    guard let slot, hasPlace else {
      loss.add("'\(slot?.name ?? "detail")' of a link", "\(name): \(detail)")
      return
    }
    add(slot.value, as: slot.name, to: &row, of: name)
  }

  private mutating func add(
    _ value: String, as slot: String, to row: inout SSSOMRow, of link: String
  ) {
    if SSSOMSlots.entities.contains(slot), !value.isAddress {
      loss.add("'\(slot)' of a link that is not an address", "\(link): \(value)")
    } else {
      row.add(slot, value)
    }
  }

  /// Adds who made the mapping, how, when, and who published it.
  private mutating func addOrigin(of link: Link, to row: inout SSSOMRow, as name: String) {
    if let justification = link.justification {
      row.add("mapping_justification", justification.address)
    } else if !row.has("mapping_justification") {
      row.add("mapping_justification", Justification.unspecifiedMatching.address)
    }
    for author in link.authors {
      add(author, as: author.isAddress ? "author_id" : "author_label", to: &row, of: name)
    }
    row.add("mapping_tool", link.tool ?? "")
    row.add("confidence", link.confidence?.description ?? "")
    if let date = link.date {
      if let day = date.day {
        row.add("mapping_date", day)
      } else {
        loss.add("date of a link that is not a day", "\(name): \(date)")
      }
    }
    guard let document = link.source.flatMap({ documents[$0] }) else { return }
    if let date = document.date, date != link.date {
      if let day = date.day {
        row.add("publication_date", day)
      } else {
        loss.add("date of a source that is not a day", "\(date)")
      }
    }
    if let provider = head.provider(of: document) { row.add("mapping_provider", provider) }
    if let url = document.url { head.provide(url, to: rows.count) }
  }

  /// What is said of a mapping in words: what no slot says of the link, and which document says so.
  private func comment(on link: Link, _ match: PublishedMatch) -> String {
    let isSaid =
      link.relation.isMatch || link.relation == .noMatch
      || match == .denial(link.relation.denied ?? link.relation)
    let document = link.source.flatMap { documents[$0] }
    let cited = document.flatMap { document in
      head.says(document, link.justification) ? nil : Self.citation(document)
    }
    return
      ((isSaid ? [] : [link.relation.rawValue]) + link.terms
      + (match == .nothing && link.to.code != nil ? ["looked for \(link.to)"] : [])
      + [cited].compactMap { $0 }).joined(separator: "; ")
  }

  private static func citation(_ document: Document) -> String {
    [document.publisher, document.title, document.date?.description].compactMap { $0 }
      .joined(separator: ", ")
  }
}

extension CalendarDate {
  /// The day; a year or a month alone has no place in SSSOM.
  fileprivate var day: String? {
    firstDay == lastDay ? firstDay.description : nil
  }
}

extension Justification {
  /// Its address in the vocabulary.
  fileprivate var address: String { "https://w3id.org/semapv/vocab/\(term)" }
}

extension Relation {
  /// The match that a denial of one denies.
  fileprivate var denied: Relation? {
    switch self {
    case .notExactMatch: .exactMatch
    case .notCloseMatch: .closeMatch
    case .notBroadMatch: .broadMatch
    case .notNarrowMatch: .narrowMatch
    case .notRelatedMatch: .relatedMatch
    default: nil
    }
  }
}
