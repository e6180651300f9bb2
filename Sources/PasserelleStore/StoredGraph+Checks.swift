internal import GRDB
package import PasserelleGraph
package import PasserelleModel

// What checks ask: each question joins statements, and none judges them.
extension StoredGraph: CheckReading {
  package func documents(declaredBy publication: FrameworkName) throws -> [DocumentRecord] {
    try StoredRow.fetchAll(
      db,
      sql: """
        SELECT document.*, publication.file FROM document
        JOIN publication ON publication.id = document.publication
        WHERE name = ? ORDER BY document.id
        """, arguments: [publication.description]
    ).map { row in
      DocumentRecord(
        document: Document(row),
        position: SourcePosition(file: row["file"], line: row["line"], column: row["column"]))
    }
  }

  package func concepts(
    of framework: FrameworkName, kind: ConceptKind
  ) throws -> [ConceptRecord] {
    try concepts(
      where: "publication.name = ? AND concept.kind = ?", [framework.description, kind.rawValue])
  }

  package func links(
    _ relations: Set<Relation>, publishedWith names: Set<FrameworkName>?, from kind: ConceptKind?
  ) throws -> [LinkRecord] {
    let published = Published(relations, with: names)
    return try links(
      of: "link",
      where: """
        \(published.condition) AND (:kind IS NULL OR EXISTS
          (SELECT 1 FROM concept AS start WHERE start.node = subject.id AND start.kind = :kind))
        """,
      published.arguments + ["kind": kind?.rawValue])
  }

  package func ends(
    of relations: Set<Relation>, publishedWith names: Set<FrameworkName>?
  ) throws -> Set<LinkEnd> {
    let published = Published(relations, with: names)
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT relation, node.framework, node.code
        FROM (SELECT DISTINCT link.relation, link.object FROM \(meantLinks()) AS link
          WHERE \(published.condition))
        JOIN node ON node.id = object
        """, arguments: published.arguments)
    return Set(rows.compactMap { LinkEnd($0["relation"], to: Identifier($0)) })
  }

  package func pairs(
    of relations: Set<Relation>, with second: Relation, publishedWith names: Set<FrameworkName>?
  ) throws -> Set<LinkEndPair> {
    let published = Published(relations, with: names)
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT relation, node.framework, node.code, other.framework AS second_framework,
          other.code AS second_code
        FROM (SELECT DISTINCT link.relation, link.object, second.object AS second_object
          FROM \(meantLinks()) AS link JOIN \(meantLinks()) AS second
            ON second.subject = link.subject AND second.relation = ?
          WHERE \(published.condition))
        JOIN node ON node.id = object
        JOIN node AS other ON other.id = second_object
        """, arguments: [second.rawValue] + published.arguments)
    return Set(
      rows.compactMap { row in
        let place = Identifier(framework: row["second_framework"], code: row["second_code"])
        guard let first = LinkEnd(row["relation"], to: Identifier(row)), let place else {
          return nil
        }
        return LinkEndPair(first, LinkEnd(second, to: place))
      })
  }

  package func links(
    of pair: LinkEndPair, publishedWith names: Set<FrameworkName>?
  ) throws -> [LinkRecord] {
    let published = Published([pair.first.relation], with: names)
    return try links(
      of: "link",
      where: """
        \(published.condition) AND object.id IN (\(Self.node)) AND EXISTS
          (SELECT 1 FROM \(meantLinks()) AS second WHERE second.subject = subject.id
            AND second.relation = ? AND second.object IN (\(Self.node)))
        """,
      published.arguments + Self.name(of: pair.first.to) + [pair.second.relation.rawValue]
        + Self.name(of: pair.second.to))
  }

  package func arrows(of relations: Set<Relation>) throws -> [[Arrow]] {
    let relations = Relation.allCases.filter(relations.contains)
    guard !relations.isEmpty else { return [] }
    var scan = ArrowScan(count: relations.count)
    let numbers = relations.enumerated().map { "WHEN '\($1.rawValue)' THEN \($0)" }
      .joined(separator: " ")
    let names = relations.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    let rows = try RowStatement(
      db,
      """
      SELECT CASE relation \(numbers) END, subject, object, id
      FROM \(meantLinks()) AS link WHERE relation IN (\(names))
      """)
    try rows.forEachRow { scan.meet($0, from: $1, to: $2, link: $3) }
    if scan.isFull {
      scan.startAgain()
      try rows.forEachRow { scan.meet($0, from: $1, to: $2, link: $3) }
    }
    return scan.arrows
  }

  package func links(of arrows: [Arrow]) throws -> [LinkRecord] {
    try arrows.flatMap { arrow in
      try links(
        of: "link", where: "link.id = ? AND subject.id = ? AND object.id = ?",
        [arrow.link, arrow.from, arrow.to])
    }
  }

  /// The links between what their ends mean, in SQL.
  private func meantLinks() throws -> String {
    guard try hasMeanings() else { return "link" }
    return """
      (SELECT link.id, link.relation, link.publication, coalesce(subject_meaning.node, link.subject) AS subject,
          coalesce(object_meaning.node, link.object) AS object FROM link
        LEFT JOIN \(RecordQuery.meaning(of: "subject"))
        LEFT JOIN \(RecordQuery.meaning(of: "object")))
      """
  }

  /// The node of a name.
  private static let node = "SELECT id FROM node WHERE hash = ? AND framework = ? AND code = ?"

  private static func name(of id: Identifier) -> StatementArguments {
    [NodeHash.hash(of: id.description), id.framework.description, id.code?.description ?? ""]
  }

  /// Which links are meant: by their relations, and by what they were published with.
  private struct Published {
    var condition: String
    var arguments: StatementArguments

    init(_ relations: Set<Relation>, with names: Set<FrameworkName>?) {
      let relations = relations.map(\.rawValue).sorted()
      let names = names?.map(\.description).sorted()
      condition = "link.relation IN (\(Self.places(relations)))"
      if let names {
        condition += """
           AND link.publication IN
            (SELECT id FROM publication WHERE name IN (\(Self.places(names))))
          """
      }
      arguments = StatementArguments(relations + (names ?? []))
    }

    private static func places(_ values: [String]) -> String {
      values.map { _ in "?" }.joined(separator: ", ")
    }
  }
}

extension LinkEnd {
  fileprivate init?(_ relation: String, to: Identifier?) {
    guard let relation = Relation(relation), let to else { return nil }
    self.init(relation, to: to)
  }
}
