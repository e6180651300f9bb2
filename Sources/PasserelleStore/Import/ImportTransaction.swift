internal import GRDB
package import PasserelleModel

/// Writes what adapters state, within one transaction.
///
/// A publication that was there before is replaced whole. Problems that a single statement shows
/// are thrown where it stands; those that only the whole shows are found by `problems()`, and, asked of
/// the graph, by `Checks`.
package final class ImportTransaction {
  let db: Database

  /// The graph as the transaction has made it so far.
  package var graph: StoredGraph { StoredGraph(db) }
  var nodes: NodeRegistry
  var labels: LabelWriter
  var bulk: BulkLoad
  let plain: PlainWriter
  /// What may have been said twice.
  var repeats = Repeats()
  private(set) var current: Publication? {
    didSet { unusedDocuments += oldValue?.unused ?? [] }
  }
  /// The documents that nothing rests on.
  private(set) var unusedDocuments: [Int64] = []
  /// Whether statements are passed over: what they belong to was refused, or a user has put something
  /// in its place.
  private(set) var isPassingOver = false
  /// The relations that were written, other than by plain statements.
  private var rareRelations: Set<Relation> = []
  /// The relations that were written.
  package var relations: Set<Relation> { rareRelations.union(plain.seenRelations) }
  /// What this transaction took the place of.
  var replacements: [Replacement] = []
  private(set) var names: Set<String> = []
  /// Trials whose names do not say so.
  private(set) var unmarkedTrials: [Diagnostic] = []
  /// The nodes whose concepts were removed.
  private(set) var removed: [Int64] = []
  /// Whether nothing was written or removed since the store was last brought to where it can be asked.
  var isSettled = true

  /// Where statements come from.
  package struct Origin: Sendable {
    package var adapter: String
    package var isBundled: Bool

    package init(adapter: String, isBundled: Bool) {
      self.adapter = adapter
      self.isBundled = isBundled
    }
  }

  init(_ db: Database) throws {
    self.db = db
    nodes = try NodeRegistry(db)
    labels = try LabelWriter(db)
    bulk = try BulkLoad(db)
    plain = try PlainWriter(db)
    // What is about to change is not what it was.
    try db.execute(
      sql: "DELETE FROM meta WHERE name = ?", arguments: [StoredGraph.hashName])
  }

  /// Brings the store to where it can be asked: indexes are built, and ends of links have their meanings.
  package func settle() throws {
    guard !isSettled else { return }
    isSettled = true
    try bulk.end(&nodes)
    try Meanings(db).settle()
  }

  /// The publications that this transaction has written, by name.
  package var publications: [String] { names.sorted() }

  /// Forgets the publications that came with the program, for them to be read anew.
  package func removeBundled() throws {
    isSettled = false
    removed += try PublicationRemoval(db).removeBundled()
  }

  /// Ends the current source: the next must start with a framework or a mapping set.
  package func endSource() {
    current = nil
    isPassingOver = false
  }

  package func meta(_ name: String) throws -> String? {
    try StoredGraph(db).meta(name)
  }

  package func setMeta(_ name: String, to value: String) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", arguments: [name, value])
  }

  /// Writes a statement.
  ///
  /// - Throws: A `Diagnostic` where it contradicts what was read before; other errors are the
  ///   database's.
  package func add(
    _ statement: PasserelleModel.Statement, at place: SourcePosition, from origin: Origin
  ) throws {
    isSettled = false
    switch statement {
    case .profile, .asset:
      throw Diagnostic.error(
        .personalData, at: place, "a person's profile is never stored",
        hint: "keep it in your own files")
    case .framework(let framework):
      isPassingOver = true
      guard try !isReplaced(framework.name, by: origin) else { break }
      try add(framework, at: place, from: origin)
      isPassingOver = false
    case .mappings(let mappings):
      isPassingOver = true
      guard try !isReplaced(mappings.name, by: origin) else { break }
      try add(mappings, at: place, from: origin)
      isPassingOver = false
    case .agreement(let agreement):
      isPassingOver = true
      guard try !isReplaced(agreement.name, by: origin) else { break }
      try add(agreement, at: place, from: origin)
      isPassingOver = false
    case _ where isPassingOver: break
    case .document(let document): try add(document, at: place)
    case .concept(let concept): try add(concept, at: place)
    case .link(let link): try add(link, at: place)
    case .note(let note): try add(note, at: place)
    case .name(let name): try add(name, at: place)
    case .procedure(let procedure): try add(procedure, at: place)
    }
  }

  // MARK: - Publications

  /// Whether a user has imported what a bundled source is about to state: the user's stays.
  private func isReplaced(_ name: FrameworkName, by origin: Origin) throws -> Bool {
    guard origin.isBundled else { return false }
    return try Bool.fetchOne(
      db, sql: "SELECT NOT is_bundled FROM publication WHERE name = ?",
      arguments: [name.description]) ?? false
  }

  private func add(
    _ framework: Framework, at place: SourcePosition, from origin: Origin
  ) throws {
    requireMark(on: framework.name, of: framework.countries, at: place)
    let id = try publish(
      framework, as: framework.name, in: PublicationColumns.frameworks,
      at: PublicationPlace(isMappingSet: false, position: place, origin: origin))
    try addWords(framework.aliases, as: "alias", to: id)
    try addWords(framework.acronyms, as: "acronym", to: id)
    for name in Set(
      ([framework.name.series] + framework.aliases + framework.acronyms).map { $0.lowercased() })
    {
      try db.execute(
        sql: "INSERT INTO publication_name (name, publication) VALUES (?, ?)",
        arguments: [name, id])
    }
    try addWords(framework.countries.map(\.description), as: "country", to: id)
    try addWords(framework.sectors.map(\.rawValue), as: "sector", to: id)
    try addTitle(framework.title, of: framework.name, to: id, at: place)
    // Who decides in a country is asked for by the country, and would stand beside every word of it.
    guard framework.kind != .recognition else { return }
    try addLabels(
      framework.title.byLanguage.first, as: .title, of: Identifier(framework.name), publication: id)
  }

  private func add(
    _ mappings: MappingSet, at place: SourcePosition, from origin: Origin
  ) throws {
    let id = try publish(
      mappings, as: mappings.name, in: PublicationColumns.mappings,
      at: PublicationPlace(isMappingSet: true, position: place, origin: origin))
    try addTitle(mappings.title, of: mappings.name, to: id, at: place)
  }

  private func add(
    _ agreement: Agreement, at place: SourcePosition, from origin: Origin
  ) throws {
    requireMark(on: agreement.name, of: agreement.from + agreement.to, at: place)
    let id = try publish(
      agreement, as: agreement.name, in: PublicationColumns.agreements,
      at: PublicationPlace(isMappingSet: true, position: place, origin: origin))
    try addTitle(agreement.title, of: agreement.name, to: id, at: place)
    for (role, words) in agreement.words {
      try addWords(words, as: role.rawValue, to: id)
    }
  }

  /// What belongs to a trial country says so by its name, and so in every answer that it is in.
  private func requireMark(
    on name: FrameworkName, of countries: [CountryCode], at place: SourcePosition
  ) {
    guard !name.isTrial, let country = countries.first(where: \.isTrial) else { return }
    unmarkedTrials.append(
      .error(
        .trialName, at: place,
        "'\(country)' is for trials, and '\(name)' does not say that it is one",
        hint: "call it '\(name.asTrial(of: country).series)', or write the code of its country"))
  }

  private func publish<Record>(
    _ record: Record, as name: FrameworkName, in table: StoredTable<Record, PublicationPlace>,
    at place: PublicationPlace
  ) throws -> Int64 {
    guard names.insert(name.description).inserted else {
      throw Diagnostic.error(
        .duplicateFramework, at: place.position, "'\(name)' is described twice",
        hint: try first("publication WHERE name = ?", name.description, from: place.position)
          + "; two versions of one framework need different version labels")
    }
    let old = try replacement(of: name, at: place)
    removed += try PublicationRemoval(db).remove(named: name.description)
    try bulk.takeRemoval()
    try table.insert(record, at: place, into: db)
    let id = db.lastInsertedRowID
    if let old { try note(old, by: id, at: place) }
    current = Publication(id: id, name: name, part: place.position.part)
    return id
  }

  /// Writes the title of a publication, one text in a language.
  private func addTitle(
    _ title: LocalizedText, of name: FrameworkName, to publication: Int64, at place: SourcePosition
  ) throws {
    let (title, others) = title.byLanguage
    repeats.tell(others, titling: Identifier(name), "left out", at: place)
    try addWords(
      title.entries.map { ($0.language.description, $0.text) }, as: "title", to: publication)
  }

  private func addWords(_ words: [String], as role: String, to publication: Int64) throws {
    try addWords(words.map { ("", $0) }, as: role, to: publication)
  }

  private func addWords(
    _ words: [(language: String, text: String)], as role: String, to publication: Int64
  ) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO publication_word (publication, role, position, language, value)
        VALUES (?, ?, ?, ?, ?)
        """)
    for (position, word) in words.enumerated() {
      try insert.execute(arguments: [publication, role, position, word.language, word.text])
    }
  }

  // MARK: - Contents

  private func add(_ document: Document, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    guard !publication.has(document.key) else {
      let first = try first(
        "document WHERE id = ?", publication.document(document.key), from: place)
      throw Diagnostic.error(
        .duplicateSource, at: place, "the source '\(document.key)' is declared twice",
        hint: first)
    }
    try DocumentColumns.table.insert(
      document,
      at: RowPlace(publication: publication.id, line: place.line, column: place.column), into: db)
    publication.add(document.key, document: db.lastInsertedRowID)
  }

  private func add(_ concept: Concept, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    guard concept.id.framework == publication.name, let code = concept.id.code else {
      throw Diagnostic.error(
        .badStatement, at: place, "'\(concept.id)' is not a concept of '\(publication.name)'")
    }
    let node = try node(concept.id)
    try ConceptColumns.table.insert(
      concept,
      at: RowPlace(
        publication: publication.id, node: node, position: publication.nextPosition,
        document: try document(concept.source, at: place), part: try part(at: place),
        line: place.line, column: place.column), into: db)
    guard db.changesCount > 0 else {
      throw Diagnostic.error(
        .duplicateCode, at: place, "the code '\(code)' appears twice",
        hint: try first("concept WHERE node = ?", node, from: place))
    }
    nodes.describe(node)
    publication.nextPosition += 1
    let (title, others) = concept.title.byLanguage
    repeats.tell(others, titling: concept.id, "kept as an alternative", at: place)
    try addLabels(title, as: .title, of: concept.id, publication: publication.id)
    try addLabels(
      LocalizedText(others.entries + concept.alternatives.entries), as: .alternative,
      of: concept.id, publication: publication.id)
  }

  private func add(_ link: Link, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    let (subject, object) = (try node(link.from), try node(link.to))
    guard subject != object || (link.toURI ?? link.fromURI) != link.fromURI else {
      return repeats.tell(link, at: place)
    }
    rareRelations.insert(link.relation)
    try bulk.count(&nodes)
    let document = try document(link.source, at: place)
    try LinkColumns.table.insert(
      link,
      at: RowPlace(
        publication: publication.id, node: subject, object: object, document: document,
        part: try part(at: place), line: place.line, column: place.column), into: db)
    let id = db.lastInsertedRowID
    var hash = StatementHash(
      linking: subject, by: plain.number(of: link.relation), to: object, in: publication.id,
      restingOn: document)
    hash.mix(detailsOf: link)
    repeats.take(link: hash, from: subject)
    for (position, word) in link.words.enumerated() {
      try db.cachedStatement(
        sql: "INSERT INTO link_word (link, role, position, language, value) VALUES (?, ?, ?, ?, ?)"
      ).execute(arguments: [id, word.role.rawValue, position, word.language, word.text])
    }
  }

  private func add(_ note: Note, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    let (node, document) = (try node(note.about), try document(note.source, at: place))
    try NoteColumns.table.insert(
      note,
      at: RowPlace(
        publication: publication.id, node: node, document: document, part: try part(at: place),
        line: place.line, column: place.column), into: db)
    let id = db.lastInsertedRowID
    var hash = StatementHash(
      noting: node, in: publication.id, restingOn: document, isBackground: note.isBackground)
    for entry in note.text.entries {
      hash.mix(entry.language.description)
      hash.mix(entry.text)
    }
    repeats.take(note: hash, about: node)
    for (position, entry) in note.text.entries.enumerated() {
      try db.cachedStatement(sql: NoteColumns.wordInsertion).execute(arguments: [
        id, position, entry.language.description, entry.text,
      ])
    }
  }

  private func add(_ name: Name, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    guard name.concept.code != nil else {
      throw Diagnostic.error(
        .badStatement, at: place, "'\(name.concept)' is a framework, and its names are its aliases")
    }
    let (node, document) = (try node(name.concept), try document(name.source, at: place))
    try NameColumns.table.insert(
      name,
      at: RowPlace(
        publication: publication.id, node: node, document: document, part: try part(at: place),
        line: place.line, column: place.column), into: db)
    let id = db.lastInsertedRowID
    repeats.take(
      name: StatementHash(naming: node, name, in: publication.id, restingOn: document), of: node)
    try addLabels(name.text, as: .name(id), of: name.concept, publication: publication.id)
  }

  private func add(_ procedure: Procedure, at place: SourcePosition) throws {
    let publication = try publication(at: place)
    if let first = publication.add(procedure, at: place) {
      return repeats.tell(procedure, at: place, first: first)
    }
    try ProcedureColumns.table.insert(
      procedure,
      at: RowPlace(
        publication: publication.id, document: try document(procedure.source, at: place),
        line: place.line, column: place.column), into: db)
    let id = db.lastInsertedRowID
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO procedure_word (procedure, role, position, language, value)
        VALUES (?, ?, ?, ?, ?)
        """)
    for (position, word) in procedure.words.enumerated() {
      try insert.execute(arguments: [id, word.role.rawValue, position, word.language, word.text])
    }
  }

  private func addLabels(
    _ text: LocalizedText, as role: LabelWriter.Role, of id: Identifier, publication: Int64
  ) throws {
    let node = try node(id)
    for (position, entry) in text.entries.enumerated() {
      var (text, language) = (entry.text, entry.language.description)
      try text.withUTF8 { text in
        try language.withUTF8 { language in
          try labels.add(text, in: language, role, position, of: node, publication: publication)
        }
      }
      try bulk.count(&nodes)
    }
  }

  // MARK: - References

  /// Says where the row with the same name is.
  private func first(
    _ condition: String, _ value: (any DatabaseValueConvertible)?, from place: SourcePosition
  ) throws -> String {
    let table = condition.prefix { $0 != " " }
    let file =
      switch table {
      case "publication": "file"
      case "concept":
        """
        coalesce((SELECT file FROM publication_part AS part
            WHERE part.publication = concept.publication AND part.part = concept.part),
          (SELECT file FROM publication WHERE id = concept.publication))
        """
      default: "(SELECT file FROM publication WHERE id = \(table).publication)"
      }
    let row = try StoredRow.fetchOne(
      db, sql: "SELECT \(file) AS file, line, \"column\" FROM \(condition)", arguments: [value])
    return row.map { row in
      let first = SourcePosition(file: row["file"], line: row["line"], column: row["column"])
      return "the first is \(first.phrase(from: place))"
    } ?? "the first was read before"
  }

  private func publication(at place: SourcePosition) throws -> Publication {
    guard let current else {
      throw Diagnostic.error(
        .badStatement, at: place, "the adapter states something before it names a framework",
        hint: "this is a mistake in the adapter, not in the file")
    }
    return current
  }

  private func part(at place: SourcePosition) throws -> Int64? {
    try part(place.part) { _ in place.file }
  }

  /// The number of the file that a part is, where it is not the publication's first.
  func part(_ part: Int, naming name: (Int) -> String) throws -> Int64? {
    guard let publication = current, part != publication.part else { return nil }
    guard !publication.parts.contains(part) else { return Int64(part) }
    try db.cachedStatement(
      sql: "INSERT INTO publication_part (publication, part, file) VALUES (?, ?, ?)"
    ).execute(arguments: [publication.id, part, name(part)])
    publication.add(part)
    return Int64(part)
  }

  private func document(_ key: String?, at place: SourcePosition) throws -> Int64? {
    guard let key else {
      throw Diagnostic.error(.missingSource, at: place, "this has no source")
    }
    guard let id = current?.document(key) else {
      throw Diagnostic.error(
        .unknownSource, at: place, "the source '\(key.prefix(60).printable)' is not declared")
    }
    return id
  }

  private func node(_ id: Identifier) throws -> Int64 {
    var text = id.description
    guard let node = try text.withUTF8({ try nodes.node($0) }) else {
      throw StoreError.interrupted
    }
    return node
  }
}
