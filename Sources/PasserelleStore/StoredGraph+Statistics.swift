internal import Crypto
internal import Foundation
internal import GRDB

/// What the store holds, in numbers.
package struct Statistics: Sendable {
  /// A number of things of one kind.
  package struct Count: Sendable {
    package var name: String
    package var count: Int
  }

  /// A framework or mapping set, with the number of its concepts and links.
  package struct Publication: Sendable {
    package var name: String
    package var kind: String
    package var concepts: Int
    package var links: Int
    package var tiers: [Count]
    package var isBundled: Bool
  }

  package var publications: [Publication]
  package var frameworks: [Count]
  package var procedures: [Count]
  package var concepts: [Count]
  package var names: [Count]
  package var links: [Count]
  package var documents: Int
  package var unverified: Int
  /// SHA-256 of everything that the graph says, in a fixed order.
  package var contentHash: String
}

extension StoredGraph {
  package func statistics() throws -> Statistics {
    let publications = try StoredRow.fetchAll(
      db,
      sql: """
        SELECT id, name, kind, is_bundled,
          (SELECT count(*) FROM concept WHERE publication = publication.id) AS concepts,
          coalesce(linked.count, 0) AS links
        FROM publication
        LEFT JOIN (SELECT publication, count(*) AS count FROM link GROUP BY publication) AS linked
          ON linked.publication = publication.id
        ORDER BY is_mapping_set, name
        """
    ).map { row in
      Statistics.Publication(
        name: row["name"], kind: row["kind"], concepts: row["concepts"], links: row["links"],
        tiers: try counts(
          """
          SELECT tier, count(*) FROM concept WHERE publication = \(row["id"] as Int64)
            AND tier IS NOT NULL GROUP BY tier ORDER BY min(length(tier)), min(position)
          """), isBundled: row["is_bundled"])
    }
    return Statistics(
      publications: publications,
      frameworks: try counts(
        "SELECT kind, count(*) FROM publication WHERE NOT is_mapping_set GROUP BY kind ORDER BY kind"
      ),
      procedures: try counts(
        "SELECT purpose, count(*) FROM procedure GROUP BY purpose ORDER BY purpose"),
      concepts: try counts("SELECT kind, count(*) FROM concept GROUP BY kind ORDER BY kind"),
      names: try counts("SELECT kind, count(*) FROM name GROUP BY kind ORDER BY kind"),
      links: try counts("SELECT relation, count(*) FROM link GROUP BY relation ORDER BY relation"),
      documents: try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM (SELECT DISTINCT title, publisher, date, url FROM document)
          """) ?? 0,
      unverified: try Int.fetchOne(
        db,
        sql: """
          SELECT (SELECT count(*) FROM concept JOIN document ON document.id = concept.document
              WHERE NOT document.is_verified)
            + (SELECT count(*) FROM procedure LEFT JOIN document ON document.id = procedure.document
              WHERE NOT procedure.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM link LEFT JOIN document ON document.id = link.document
              WHERE NOT link.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM name LEFT JOIN document ON document.id = name.document
              WHERE NOT name.is_verified OR NOT coalesce(document.is_verified, 1))
            + (SELECT count(*) FROM note LEFT JOIN document ON document.id = note.document
              WHERE NOT note.is_verified OR NOT coalesce(document.is_verified, 1))
          """) ?? 0,
      contentHash: try contentHash())
  }

  private func counts(_ sql: String) throws -> [Statistics.Count] {
    try Row.fetchAll(db, sql: sql).map { Statistics.Count(name: $0[0], count: $0[1]) }
  }

  /// The hash of the content: of what was said, by whom and where, not of when it was imported.
  ///
  /// It takes as long as reading everything, and is remembered until something changes.
  package func contentHash() throws -> String {
    try meta(Self.hashName) ?? hashOfContent()
  }

  /// The hash of the content as it is now, whatever is remembered.
  func hashOfContent() throws -> String {
    var hash = SHA256()
    for sql in Self.content {
      let rows = try Row.fetchCursor(db, sql: sql)
      while let row = try rows.next() {
        for value in row.databaseValues {
          hash.update(data: Data("\(Self.text(of: value))\u{1F}".utf8))
        }
        hash.update(data: Data([0x1E]))
      }
      hash.update(data: Data([0x1D]))
    }
    return hash.finalize().map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
  }

  /// The name under which the store remembers its hash.
  static let hashName = "content-hash"

  /// A value with its type, so that a number, a text and nothing are never taken for each other.
  private static func text(of value: DatabaseValue) -> String {
    switch value.storage {
    case .null: "-"
    case .int64(let number): "i\(number)"
    case .double(let number): "d\(number)"
    case .string(let text): "s\(text)"
    case .blob(let data): "b\(data.base64EncodedString())"
    }
  }

  /// Everything the graph says, each table by names rather than row numbers.
  private static let content = [
    "SELECT \(PublicationColumns.content) FROM publication ORDER BY name",
    """
    SELECT name, role, position, language, value FROM publication_word
    JOIN publication ON publication.id = publication ORDER BY name, role, position
    """,
    """
    SELECT \(DocumentColumns.table.content)
    FROM document JOIN publication ON publication.id = document.publication
    ORDER BY publication.name, document."key"
    """,
    """
    SELECT \(ConceptColumns.table.content)
    FROM concept JOIN node ON node.id = concept.node
    LEFT JOIN document ON document.id = concept.document
    ORDER BY node.framework, node.code
    """,
    """
    SELECT framework, code, role, position, language, text FROM label JOIN node ON node.id = node
    WHERE label.name IS NULL ORDER BY framework, code, role, position
    """,
    """
    SELECT \(LinkColumns.table.content),
      (SELECT group_concat(role || language || value, char(31)) FROM
        (SELECT * FROM link_word WHERE link = link.id ORDER BY position))
    FROM link JOIN publication ON publication.id = link.publication
    JOIN node AS subject ON subject.id = link.subject JOIN node AS object ON object.id = link.object
    LEFT JOIN document ON document.id = link.document
    ORDER BY name, subject.framework, subject.code, relation, object.framework, object.code,
      link.line, link."column", document."key"
    """,
    """
    SELECT \(ProcedureColumns.table.content),
      (SELECT group_concat(role || language || value, char(31)) FROM
        (SELECT * FROM procedure_word WHERE procedure = procedure.id ORDER BY role, position))
    FROM procedure JOIN publication ON publication.id = procedure.publication
    LEFT JOIN document ON document.id = procedure.document
    ORDER BY name, procedure.line, procedure."column"
    """,
    """
    SELECT \(NoteColumns.table.content),
      (SELECT group_concat(language || value, char(31)) FROM
        (SELECT * FROM note_word WHERE note = note.id ORDER BY position))
    FROM note JOIN publication ON publication.id = note.publication
    JOIN node ON node.id = note.node LEFT JOIN document ON document.id = note.document
    ORDER BY name, framework, code, note.line, note."column", document."key"
    """,
    """
    SELECT \(NameColumns.table.content),
      (SELECT group_concat(language || text, char(31)) FROM
        (SELECT * FROM label WHERE name = name.id ORDER BY position))
    FROM name JOIN publication ON publication.id = name.publication
    JOIN node ON node.id = name.node LEFT JOIN document ON document.id = name.document
    ORDER BY publication.name, framework, code, name.line, name."column", document."key"
    """,
  ]
}
