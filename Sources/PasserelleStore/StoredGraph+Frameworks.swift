internal import GRDB
package import PasserelleModel

// The frameworks of the store. A question reads those that it names, never all.
extension StoredGraph {
  package func frameworks() throws -> [Framework] {
    if let known = cache.known.frameworks { return known }
    let frameworks = try frameworks(where: "TRUE", [])
    cache.known.frameworks = frameworks
    return frameworks
  }

  package func framework(_ name: FrameworkName) throws -> Framework? {
    if let known = cache.known.named[name] { return known }
    let framework = try frameworks(where: "publication.name = ?", [name.description]).first
    cache.known.named[name] = framework
    return framework
  }

  package func count(of kind: ConceptKind, in framework: FrameworkName) throws -> Int {
    try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM concept JOIN publication ON publication.id = concept.publication
        WHERE publication.name = ? AND concept.kind = ?
        """, arguments: [framework.description, kind.rawValue]) ?? 0
  }

  package func frameworks(called name: String) throws -> [Framework] {
    let name = name.lowercased()
    if let known = cache.known.called[name] { return known }
    let found = try frameworks(
      where: "publication.id IN (SELECT publication FROM publication_name WHERE name = ?)",
      [name])
    for framework in found { cache.known.named[framework.name] = framework }
    cache.known.called[name] = found
    return found
  }

  package func metaFrameworks() throws -> [FrameworkName: Validity] { try days().metaFrameworks }

  package func versions() throws -> [FrameworkName: Validity] { try days().versions }

  /// One question for both: every answer asks it.
  private func days() throws -> (
    metaFrameworks: [FrameworkName: Validity], versions: [FrameworkName: Validity]
  ) {
    if let known = cache.known.days { return known }
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT name, kind, valid_from, valid_by, valid_to FROM publication
          WHERE kind = 'meta-framework'
            OR (NOT is_mapping_set AND coalesce(valid_from, valid_by, valid_to) IS NOT NULL)
          """))
    var (metaFrameworks, versions): ([FrameworkName: Validity], [FrameworkName: Validity]) = (
      [:], [:]
    )
    for row in rows {
      guard let name = FrameworkName(row["name"] as String) else { continue }
      let validity = Validity(row)
      if row["kind"] == FrameworkKind.metaFramework.rawValue { metaFrameworks[name] = validity }
      if validity != Validity() { versions[name] = validity }
    }
    cache.known.days = (metaFrameworks, versions)
    return (metaFrameworks, versions)
  }

  private func frameworks(
    where condition: String, _ arguments: StatementArguments
  ) throws -> [Framework] {
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT publication.*, word.role, word.language, word.value
          FROM publication
          LEFT JOIN publication_word AS word ON word.publication = publication.id
          WHERE NOT is_mapping_set AND \(condition)
          ORDER BY publication.name, word.role, word.position
          """), arguments: arguments)
    return try rows.grouped(by: ["id"]).compactMap(Framework.init)
  }
}

extension Framework {
  /// Makes a framework of its rows, one for each of its words.
  fileprivate init?(_ rows: [StoredRow]) throws {
    guard let row = rows.first, let name = FrameworkName(row["name"] as String),
      let kind = FrameworkKind(row["kind"] as String)
    else { return nil }
    self.init(name: name, kind: kind, title: LocalizedText())
    PublicationColumns.frameworks.read(row, into: &self)
    for word in rows {
      guard let text = word["value"] as String? else { continue }
      switch word["role"] as String {
      case "alias": aliases.append(text)
      case "acronym": acronyms.append(text)
      case "sector": sectors += Sector(text).map { [$0] } ?? []
      case "country": countries += CountryCode(text).map { [$0] } ?? []
      default: title.entries += LocalizedText.Entry(word, text: text).map { [$0] } ?? []
      }
    }
  }
}
