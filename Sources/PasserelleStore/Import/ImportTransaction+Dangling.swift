internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// Links to a concept or framework that does not exist: from what was written, or, where it took
  /// the place of something larger, to it.
  func danglingLinks() throws -> [Diagnostic] {
    var missing: [Int64] = []
    var problems: [Diagnostic] = []
    // What registers leave open is counted, and need not be looked at link by link.
    let undescribed = try writesClosed() ? nodes.undescribed : []
    for (framework, named) in undescribed {
      let nodes = try meaningless(named)
      guard !nodes.isEmpty else { continue }
      if relations.isSubset(of: Self.lenient), try !isPublished(framework) {
        problems += try unknownFramework(framework, nodes).map { [$0] } ?? []
      } else {
        missing += try nodes.filter { try !isDescribed($0) }
      }
    }
    // What was written may have taken the place of something larger.
    let lost = try removed.filter { try !nodes.described.contains($0) && !isDescribed($0) }
    let rows = try Set(missing + lost).sorted().flatMap { try links(at: $0) }.sorted {
      one, other in
      let (a, b): (Int, Int) = (one["line"], other["line"])
      let (file, next): (String, String) = (one["file"], other["file"])
      return (file, a, one["column"] as Int) < (next, b, other["column"] as Int)
    }
    let closed = rows.filter { !$0["is_open"] }
    return try problems + closed.filter { !$0["is_continued"] }.map(danglingLink)
      + missingWider(closed.filter { $0["is_continued"] })
  }

  /// The relations that may lead to what is not here: no answer about levels rests on them.
  ///
  /// A register names skills of ESCO and the bodies that award, whether or not those were imported.
  private static let lenient: Set<Relation> = [
    .broader, .partOf, .attests, .awardedBy, .preparesFor, .requiresEssential, .requiresOptional,
  ]

  /// Whether any publication that was written may not lead to what is not here.
  private func writesClosed() throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (
          SELECT 1 FROM publication WHERE name IN (\(placeholders)) AND NOT is_open)
        """, arguments: StatementArguments(publications)) ?? true
  }

  func isPublished(_ framework: String) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM publication WHERE name = ?)"),
      arguments: [framework]) ?? false
  }

  /// The nodes that stand for nothing else: those that no address and no version gives a meaning.
  func meaningless(_ nodes: [Int64]) throws -> [Int64] {
    let isAny =
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM meaning)")) ?? false
    guard isAny else { return nodes }
    let exists = try db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM meaning WHERE name = ?)")
    return try nodes.filter { try Bool.fetchOne(exists, arguments: [$0]) != true }
  }

  func isDescribed(_ node: Int64) throws -> Bool {
    try Bool.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT EXISTS (SELECT 1 FROM concept WHERE node = node.id)
            OR EXISTS (SELECT 1 FROM meaning WHERE name = node.id)
            OR code = '' AND EXISTS (SELECT 1 FROM publication WHERE name = node.framework)
          FROM node WHERE id = ?
          """), arguments: [node]) ?? false
  }

  /// The links at a node, with their places.
  func links(at node: Int64) throws -> [StoredRow] {
    try StoredRow.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT coalesce(part.file, publication.file) AS file, link.line, link."column",
            node.framework, node.code, link.relation,
            link.relation = 'broader' AND node.framework <> publication.name AS is_continued,
            publication.is_open,
            EXISTS (SELECT 1 FROM publication WHERE name = node.framework) AS is_known
          FROM node
          JOIN link ON link.subject = node.id OR link.object = node.id
          JOIN publication ON publication.id = link.publication
          LEFT JOIN publication_part AS part
            ON part.publication = link.publication AND part.part = link.part
          WHERE node.id = ?
          ORDER BY link.id
          """), arguments: [node])
  }

  private func unknownFramework(_ framework: String, _ nodes: [Int64]) throws -> Diagnostic? {
    let row = try nodes.first.flatMap { try links(at: $0).first }
    if row?["is_open"] == true { return nil }
    let place = row.map {
      SourcePosition(file: $0["file"], line: $0["line"], column: $0["column"])
    }
    return .warning(
      .unknownFramework, at: place ?? SourcePosition(file: publications.first ?? ""),
      "\(nodes.count) \(nodes.count == 1 ? "concept" : "concepts") of '\(framework)' "
        + "\(nodes.count == 1 ? "is" : "are") linked to, but that framework is not known",
      hint: "import '\(framework)' as well; everything else was read")
  }

  private func danglingLink(_ row: StoredRow) throws -> Diagnostic {
    let (framework, code): (String, String) = (row["framework"], row["code"])
    let place = SourcePosition(file: row["file"], line: row["line"], column: row["column"])
    guard row["is_known"] else {
      return .error(
        .unknownFramework, at: place, "the framework '\(framework)' is not known",
        hint: try hint(forUnknown: framework, orElse: "import it first"))
    }
    let codes = try codes(of: framework, endOf: row["relation"])
    return .error(
      .unknownCode, at: place, "'\(framework)' has no '\(code)'",
      hint: try spreadsheetHint(for: code, of: framework)
        ?? hint(Self.near(to: code, in: codes), orElse: known(codes, in: framework)))
  }

  /// What someone may have meant by the name of a framework that is not there: another version of it,
  /// or a near name.
  func hint(forUnknown framework: String, orElse otherwise: String) throws -> String {
    let names = try String.fetchAll(db, sql: "SELECT name FROM publication ORDER BY name")
    let versions = Self.versions(of: framework, in: names)
    guard versions.isEmpty else { return "it is available as \(list(versions))" }
    return hint(nearNames(to: framework, in: names), orElse: otherwise)
  }

  /// The names under which a framework is there: with its versions, or without one.
  static func versions(of framework: String, in names: [String]) -> [String] {
    let series = FrameworkName(framework)?.series
    return names.filter { FrameworkName($0)?.series == series }
  }

  /// The codes that a link may lead to in a framework: of its levels, where it leads to a level.
  private func codes(of framework: String, endOf relation: String) throws -> [String] {
    let leadsToLevel = ["atLevel", "referencedTo", "comparedTo"].contains(relation)
    return try String.fetchAll(
      db,
      sql: """
        SELECT node.code FROM concept
        JOIN publication ON publication.id = concept.publication
        JOIN node ON node.id = concept.node
        WHERE publication.name = ? \(leadsToLevel ? "AND concept.kind = 'level'" : "")
        ORDER BY concept.position LIMIT 2000
        """, arguments: [framework])
  }

  /// The codes that are near another; of a few, which all can be told, only one in other case.
  private static func near(to code: String, in codes: [String]) -> [String] {
    let folded = codes.filter { $0.lowercased() == code.lowercased() }
    return folded.isEmpty && codes.count > 12 ? nearNames(to: code, in: codes) : folded
  }

  private func known(_ codes: [String], in framework: String) -> String {
    switch codes.count {
    case 0: "it describes nothing that this may link to"
    case ...12: "it has \(list(codes))"
    default: "'list \(framework)' shows them"
    }
  }

  /// A hierarchy that goes on in a framework that is not here, or lacks some of its concepts.
  ///
  /// What is below stands on its own, so this is told once for each framework, and is no error.
  private func missingWider(_ rows: [StoredRow]) -> [Diagnostic] {
    let frameworks = Dictionary(grouping: rows) { $0["framework"] as String }
    return frameworks.sorted { $0.key < $1.key }.compactMap { framework, rows in
      guard let first = rows.first else { return nil }
      let codes = Set(rows.map { $0["code"] as String }).sorted()
      let count = rows.count
      return .warning(
        .unknownWider,
        at: SourcePosition(file: first["file"], line: first["line"], column: first["column"]),
        "\(count) \(count == 1 ? "concept belongs" : "concepts belong") below concepts of "
          + "'\(framework)' that are not known: \(list(Array(codes.prefix(8))))"
          + (codes.count > 8 ? " and \(codes.count - 8) more" : ""),
        hint: "import '\(framework)' as well; everything else was read")
    }
  }
}
