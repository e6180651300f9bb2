internal import GRDB
package import PasserelleGraph
package import PasserelleModel

// The links of the store, each between the concepts that its ends mean.
extension StoredGraph {
  package func links() throws -> [LinkRecord] {
    try links(of: "link", where: "TRUE", [])
  }

  package func links(from id: Identifier) throws -> [LinkRecord] {
    if let known = cache.known.linksFrom[id] { return known }
    let links = try links(at: .subject, of: id)
    cache.remember(links, from: id)
    return links
  }

  package func links(to id: Identifier) throws -> [LinkRecord] {
    try links(at: .object, of: id)
  }

  package func links(
    to id: Identifier, from framework: FrameworkName
  ) throws -> [LinkRecord] {
    try links(at: .object, of: id, from: framework.description)
  }

  package func links(
    from ids: Set<Identifier>, by relations: [Relation]
  ) throws -> [LinkRecord] {
    let nodes = try nodes(of: ids)
    guard !nodes.isEmpty else { return [] }
    return try links(
      of: "link",
      where: try hasMeanings()
        ? "link.id IN (\(End.subject.statedAtAny) UNION \(End.subject.meantAtAny)) AND \(Self.isOfAny)"
        : "link.subject \(End.any) AND \(Self.isOfAny)",
      Self.arguments(nodes, relations)
    ).filter { ids.contains($0.link.from) }
  }

  package func links(
    touching ids: Set<Identifier>, by relations: [Relation]
  ) throws -> [LinkRecord] {
    let nodes = try nodes(of: ids)
    guard !nodes.isEmpty else { return [] }
    let ends: [End] = [.subject, .object]
    let found = try ends.map(\.statedAtAny) + (hasMeanings() ? ends.map(\.meantAtAny) : [])
    return try links(
      of: "link",
      where: """
        link.id IN (\(found.joined(separator: " UNION "))) AND \(Self.isOfAny)
        """, Self.arguments(nodes, relations)
    ).filter { ids.contains($0.link.from) || ids.contains($0.link.to) }
  }

  package func links(
    touching ids: Set<Identifier>, besidesThoseOf publications: Set<FrameworkName>
  ) throws -> [LinkRecord] {
    let nodes = try nodes(of: ids)
    guard !nodes.isEmpty else { return [] }
    let ends: [End] = [.subject, .object]
    let found = try ends.map(\.statedAtAny) + (hasMeanings() ? ends.map(\.meantAtAny) : [])
    let isOfOthers = """
      link.publication NOT IN (SELECT id FROM publication
        WHERE name IN (SELECT value FROM json_each(:publications)))
      """
    return try links(
      of: "link",
      where: "link.id IN (\(found.map { "\($0) AND \(isOfOthers)" }.joined(separator: " UNION ")))",
      [
        "nodes": "[\(nodes.map(String.init).joined(separator: ","))]",
        "publications": Self.json(publications),
      ]
    ).filter { ids.contains($0.link.from) || ids.contains($0.link.to) }
  }

  /// Whether a link has one of some relations.
  private static let isOfAny = "link.relation IN (SELECT value FROM json_each(:relations))"

  private static func arguments(
    _ nodes: [Int64], _ relations: [Relation]
  ) -> StatementArguments {
    [
      "nodes": "[\(nodes.map(String.init).joined(separator: ","))]",
      "relations": "[\(relations.map { "\"\($0.rawValue)\"" }.joined(separator: ","))]",
    ]
  }

  package func links(
    from frameworks: Set<FrameworkName>, into others: Set<FrameworkName>
  ) throws -> [LinkRecord] {
    let found = [End.subject.statedAtAny] + (try hasMeanings() ? [End.subject.meantAtAny] : [])
    let nodes = try Int64.fetchAll(
      db,
      sql: "SELECT id FROM node WHERE framework IN (SELECT value FROM json_each(?))",
      arguments: [Self.json(frameworks)])
    guard !nodes.isEmpty else { return [] }
    return try links(
      of: "link",
      where: """
        link.id IN (\(found.joined(separator: " UNION ")))
          AND object.framework IN (SELECT value FROM json_each(:others))
        """,
      [
        "nodes": "[\(nodes.map(String.init).joined(separator: ","))]",
        "others": Self.json(others),
      ]
    ).filter { frameworks.contains($0.link.from.framework) }
  }

  /// Names of frameworks as a list; a version may have a character that JSON escapes.
  private static func json(_ names: Set<FrameworkName>) -> String {
    let texts = names.map(\.description).sorted().map { name in
      "\"\(name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
    }
    return "[\(texts.joined(separator: ","))]"
  }

  /// The numbers of concepts and frameworks; what no statement names has none.
  private func nodes(of ids: Set<Identifier>) throws -> [Int64] {
    let hashes = ids.map { String(NodeHash.hash(of: $0.description)) }
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT id, framework, code FROM node
          WHERE hash IN (SELECT value FROM json_each(?)) ORDER BY id
          """), arguments: ["[\(hashes.joined(separator: ","))]"])
    return rows.filter { row in Identifier(row).map(ids.contains) ?? false }.map { $0["id"] }
  }

  /// An end of a link, by the column that has it.
  private enum End: String {
    case subject, object

    /// The links that end at a node by what they state.
    var stated: String { "SELECT id FROM link WHERE \(self) = :node" }

    /// The links that end at a node by what they mean.
    var meant: String {
      """
      SELECT link.id FROM meaning
      JOIN link ON link.\(self) = meaning.name AND coalesce(link.\(self)_uri, '') = meaning.uri
      WHERE meaning.node = :node
      """
    }

    /// The same for any of some nodes.
    var statedAtAny: String { stated.replacing("= :node", with: Self.any) }
    var meantAtAny: String { meant.replacing("= :node", with: Self.any) }
    static let any = "IN (SELECT value FROM json_each(:nodes))"

    var query: RecordQuery { self == .subject ? .linksFrom : .linksTo }

    func id(_ record: LinkRecord) -> Identifier {
      switch self {
      case .subject: record.link.from
      case .object: record.link.to
      }
    }
  }

  /// One text for all questions: to compile a second takes longer than to run it.
  private func links(
    at end: End, of id: Identifier, from framework: String? = nil
  ) throws -> [LinkRecord] {
    let name: StatementArguments = [
      NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? "",
    ]
    guard try hasMeanings() else {
      return try links(
        of: "node AS \(end) JOIN link ON link.\(end) = \(end).id", by: end.query,
        where: """
          \(end).hash = ? AND \(end).framework = ? AND \(end).code = ?
            AND subject.framework = coalesce(?, subject.framework)
          """, name + [framework])
    }
    let node = try Int64.fetchOne(
      db.cachedStatement(
        sql: "SELECT id FROM node WHERE hash = ? AND framework = ? AND code = ?"), arguments: name)
    return try links(
      of: "link",
      where: """
        link.id IN (\(end.stated) UNION \(end.meant))
          AND subject.framework = coalesce(:framework, subject.framework)
        """, ["node": node, "framework": framework]
    ).filter { end.id($0) == id }
  }

  /// Whether any end of a link means something else than its name.
  func hasMeanings() throws -> Bool {
    if let known = cache.known.hasMeanings { return known }
    let isAny =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM meaning)")) ?? false
    cache.known.hasMeanings = isAny
    return isAny
  }

  /// Finds links, each between the concepts that its ends mean: of an open end, once for each.
  func links(
    of table: String, by query: RecordQuery? = nil, where condition: String,
    _ arguments: StatementArguments
  ) throws -> [LinkRecord] {
    try deadline?.check()
    let isMeant = try query == nil && hasMeanings()
    let query = query ?? (isMeant ? .meantLinks : .links)
    // Of an open end, a link comes once for each thing that it may mean.
    let ends = isMeant ? ["subject_node", "object_node"] : []
    let rows = try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT \(query.columns) FROM \(table)
          \(query.joins)
          WHERE \(condition)
          ORDER BY \((["link.id"] + ends + ["link_word.position"]).joined(separator: ", "))
          """), arguments: arguments)
    return try rows.grouped(by: ["id"] + ends).compactMap(link).sortedByContent
  }

  /// Makes a link of its rows, one for each of its words.
  func link(_ rows: [StoredRow]) throws -> LinkRecord? {
    guard let row = rows.first, let from = Identifier(row),
      let relation = Relation(row["relation"]),
      let to = Identifier(framework: row["object_framework"], code: row["object_code"])
    else { return nil }
    var link = Link(from: from, relation, to: to)
    LinkColumns.table.read(row, into: &link)
    rows.forEach { link.add($0) }
    let evidence = try evidence(row, isVerified: link.isVerified)
    link.source = evidence.document?.key
    return LinkRecord(
      link: link, evidence: evidence, publication: FrameworkName(row["name"]),
      isOpen: row["is_open"])
  }
}
