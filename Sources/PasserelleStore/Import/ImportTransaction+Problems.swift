internal import GRDB
package import PasserelleModel

extension ImportTransaction {
  /// Finds what only the whole shows, in the publications that this transaction has written.
  package func problems() throws -> [Diagnostic] {
    try bulk.end(&nodes)
    let problems =
      try replacements + danglingLinks() + openEnds() + sharedAliases() + unusedSources()
    let levels: Set<Relation> = [.referencedTo, .belowScale, .notReferenced]
    // What is asked of referencing would look at each link of a register that has none.
    guard !levels.isDisjoint(with: relations) else { return problems }
    return try problems + wrongTargets() + disorder() + contradictions()
  }

  /// Referencing to something that is no level of a meta-framework.
  ///
  /// A comparison may lead to another national framework: two authorities have compared theirs.
  private func wrongTargets() throws -> [Diagnostic] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.file, link.line, link."column", link.relation, node.framework
        FROM link
        JOIN publication ON publication.id = link.publication
        JOIN node ON node.id = link.object
        JOIN publication AS target ON target.name = node.framework
        WHERE publication.name IN (\(placeholders))
          AND link.relation IN ('referencedTo', 'belowScale', 'notReferenced')
          AND target.kind <> 'meta-framework'
        ORDER BY publication.file, link.line, link."column"
        """, arguments: StatementArguments(publications))
    return rows.map { row in
      let (relation, framework): (String, String) = (row["relation"], row["framework"])
      return .error(
        "not-a-meta-framework",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "'\(relation)' leads to '\(framework)', which is no meta-framework",
        hint: "a national framework is referenced to a meta-framework such as 'eqf'")
    }
  }

  /// A higher level that is referenced to a lower reference level than one below it, where no note
  /// says why.
  private func disorder() throws -> [Diagnostic] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.file, upper_link.line, upper_link."column", upper_node.code AS upper,
          lower_node.code AS lower, lower_link.line AS lower_line
        FROM link AS upper_link
        JOIN publication ON publication.id = upper_link.publication
        JOIN concept AS upper ON upper.node = upper_link.subject
        JOIN concept AS upper_level ON upper_level.node = upper_link.object
        JOIN concept AS lower ON lower.publication = upper.publication
          AND lower.position < upper.position
        JOIN link AS lower_link ON lower_link.subject = lower.node
          AND lower_link.relation = 'referencedTo'
          AND lower_link.document IS upper_link.document
        JOIN concept AS lower_level ON lower_level.node = lower_link.object
          AND lower_level.publication = upper_level.publication
        JOIN node AS upper_node ON upper_node.id = upper.node
        JOIN node AS lower_node ON lower_node.id = lower.node
        WHERE publication.name IN (\(placeholders)) AND upper_link.relation = 'referencedTo'
          AND upper.kind = 'level' AND lower.kind = 'level'
          AND upper_level.position < lower_level.position
          AND NOT EXISTS (SELECT 1 FROM link_word WHERE link = upper_link.id AND role = 'note')
          AND NOT EXISTS (SELECT 1 FROM note WHERE node = upper.node)
        ORDER BY publication.file, upper_link.line
        """, arguments: StatementArguments(publications))
    return rows.map { row in
      let (upper, lower, line): (String, String, Int) = (
        row["upper"], row["lower"], row["lower_line"]
      )
      return .warning(
        "level-order",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "level '\(upper)' stands above '\(lower)' and is referenced below it",
        hint: "levels are listed lowest first; the other is in line \(line). Where it is meant, "
          + "a note says why")
    }
  }

  /// A qualification that claims another reference level than the level that it stands at has.
  ///
  /// It is kept as claimed: the source may know better, and an answer shows both.
  private func contradictions() throws -> [Diagnostic] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.file, own.line, own."column", claimed.framework, claimed.code,
          level.framework AS level_framework, level.code AS level_code,
          group_concat(DISTINCT stated.code) AS stated
        FROM link AS own
        JOIN publication ON publication.id = own.publication
        JOIN concept ON concept.node = own.subject AND concept.kind = 'qualification'
        JOIN node AS claimed ON claimed.id = own.object
        JOIN link AS place ON place.subject = own.subject AND place.relation = 'atLevel'
        JOIN node AS level ON level.id = place.object
        JOIN link AS official ON official.subject = place.object
          AND official.relation = 'referencedTo'
        JOIN node AS stated ON stated.id = official.object AND stated.framework = claimed.framework
        WHERE publication.name IN (\(placeholders)) AND own.relation = 'referencedTo'
        GROUP BY own.id, place.id
        HAVING sum(official.object = own.object) = 0
        ORDER BY publication.file, own.line
        """, arguments: StatementArguments(publications))
    return rows.map { row in
      let (framework, code, stated): (String, String, String) = (
        row["framework"], row["code"], row["stated"]
      )
      let (levelFramework, levelCode): (String, String) = (
        row["level_framework"], row["level_code"]
      )
      return .warning(
        "against-referencing",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "this claims '\(framework):\(code)', and its level '\(levelFramework):\(levelCode)' is "
          + "referenced to '\(framework):\(stated)'",
        hint: "it is kept as claimed; answers show both and call it a conflict")
    }
  }

  /// A source that is declared and that nothing rests on.
  private func unusedSources() throws -> [Diagnostic] {
    let rows = try unusedDocuments.compactMap { document in
      try StoredRow.fetchOne(
        db,
        sql: """
          SELECT publication.file, document.line, document."column", document."key"
          FROM document
          JOIN publication ON publication.id = document.publication
          WHERE document.id = ? AND publication.source IS NOT document."key"
          """, arguments: [document])
    }
    return rows.map { row in
      let key: String = row["key"]
      return .warning(
        "unused-source",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "nothing here rests on the source '\(key)'",
        hint: "name it where it is used, or leave it out")
    }
  }

  /// An alias of one framework that is the name of another, or an alias of another qualifications
  /// framework.
  ///
  /// Classifications share theirs rightly: ISCO is 88 and 08.
  private func sharedAliases() throws -> [Diagnostic] {
    let rows = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT publication.file, publication.line, publication."column", publication.name,
          word.value, other.name AS other
        FROM publication
        JOIN publication_word AS word ON word.publication = publication.id AND word.role = 'alias'
        JOIN publication AS other ON other.id <> publication.id AND NOT other.is_mapping_set
        WHERE publication.name IN (\(placeholders))
          AND (other.name = lower(word.value)
            OR publication.kind = 'qualifications-framework'
              AND other.kind IN ('qualifications-framework', 'meta-framework')
              AND EXISTS (SELECT 1 FROM publication_word WHERE publication = other.id
                AND role = 'alias' AND lower(value) = lower(word.value)))
        ORDER BY publication.file, word.value, other.name
        """, arguments: StatementArguments(publications))
    return rows.compactMap { row in
      let (alias, name, other): (String, String, String) = (row["value"], row["name"], row["other"])
      // Two versions of one framework go by the same name.
      guard name.prefix(while: { $0 != "@" }) != other.prefix(while: { $0 != "@" }) else {
        return nil
      }
      return .warning(
        "shared-alias",
        at: SourcePosition(file: row["file"], line: row["line"], column: row["column"]),
        "the alias '\(alias)' means another framework as well, '\(other)'",
        hint: "an alias is one framework's own; what several are called belongs under 'acronyms'")
    }
  }

  var placeholders: String {
    publications.map { _ in "?" }.joined(separator: ", ")
  }

  func hint(_ near: [String], orElse otherwise: String) -> String {
    near.isEmpty ? otherwise : "did you mean \(list(near))?"
  }

  func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}
